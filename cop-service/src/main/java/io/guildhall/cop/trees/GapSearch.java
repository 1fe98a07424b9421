package io.guildhall.cop.trees;

import io.guildhall.cop.trees.Gap.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for what a graph lacks: from each node that can be reached, an end has to be reachable. */
final class GapSearch {

    private final Graph graph;
    private final Map<NodeId, List<NodeId>> next = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    GapSearch(Graph graph) {
        this.graph = graph;
        Set<NodeId> known = new HashSet<>();
        graph.nodes().forEach(node -> known.add(node.id()));
        for (Node node : graph.nodes()) {
            next.put(
                    node.id(),
                    node.answers().stream()
                            .map(Answer::to)
                            .filter(Objects::nonNull)
                            .filter(known::contains)
                            .toList());
        }
    }

    List<Gap> find() {
        Node start = graph.find(graph.start()).orElse(null);
        lookAtStart(start);
        Set<NodeId> reached = start == null ? next.keySet() : from(List.of(start.id()), next);
        Set<NodeId> hopeful =
                from(graph.nodes().stream().filter(Node::isEnd).map(Node::id).toList(), backwards());
        for (Node node : graph.nodes()) {
            lookAtWords(node);
            if (!reached.contains(node.id())) {
                gap(node, Kind.UNREACHABLE, "No answer leads here; let one lead here, or delete it.");
            }
            if (!node.isEnd()) {
                lookAtAnswers(node);
                lookForAWayOut(node, hopeful);
            }
        }
        return gaps;
    }

    private void lookAtStart(@Nullable Node start) {
        if (start == null) {
            gaps.add(new Gap(null, Kind.NO_START, "Choose the question to begin with."));
        } else if (start.isEnd()) {
            gap(start, Kind.NO_QUESTION, "The tree begins with an end, so it asks nothing; begin with a question.");
        }
    }

    private void lookAtWords(Node node) {
        if (node.question() == null && !node.isEnd()) {
            gap(node, Kind.NO_WORDS, "Write the question, or the outcome if it is an end.");
        }
        if (node.answers().stream().anyMatch(answer -> answer.text() == null)) {
            gap(node, Kind.NO_WORDS, "Write what one answers here; an answer is empty.");
        }
    }

    private void lookAtAnswers(Node node) {
        if (node.answers().isEmpty()) {
            gap(node, Kind.NO_ANSWERS, "Give the question its answers, or make it an end.");
        }
        Set<String> texts = new HashSet<>();
        for (Answer answer : node.answers()) {
            String text = answer.text();
            if (text != null && !texts.add(text)) {
                gap(node, Kind.SAME_ANSWERS, "Two answers say '" + text + "'; word one of them otherwise.");
            }
            if (graph.find(answer.to()).isEmpty()) {
                String which = text == null ? "An empty answer" : "The answer '" + text + "'";
                gap(node, Kind.LEADS_NOWHERE, which + " leads nowhere; choose where it leads.");
            }
        }
    }

    private void lookForAWayOut(Node node, Set<NodeId> hopeful) {
        List<NodeId> ways = next.getOrDefault(node.id(), List.of());
        if (hopeful.contains(node.id()) || ways.isEmpty()) {
            return;
        }
        if (from(ways, next).contains(node.id())) {
            gap(node, Kind.LOOP_WITHOUT_EXIT, "One goes round here for ever; let an answer lead out, to an end.");
        } else {
            gap(node, Kind.DEAD_END, "No end can be reached from here; finish one of the ways.");
        }
    }

    private void gap(Node node, Kind kind, String todo) {
        gaps.add(new Gap(node.id(), kind, todo));
    }

    private Map<NodeId, List<NodeId>> backwards() {
        Map<NodeId, List<NodeId>> before = new LinkedHashMap<>();
        next.forEach((from, ways) -> ways.forEach(
                to -> before.computeIfAbsent(to, key -> new ArrayList<>()).add(from)));
        return before;
    }

    /** Some nodes and all that can be reached from them. */
    private static Set<NodeId> from(Collection<NodeId> first, Map<NodeId, List<NodeId>> ways) {
        Set<NodeId> reached = new HashSet<>(first);
        Deque<NodeId> waiting = new ArrayDeque<>(first);
        while (!waiting.isEmpty()) {
            for (NodeId to : ways.getOrDefault(waiting.remove(), List.of())) {
                if (reached.add(to)) {
                    waiting.add(to);
                }
            }
        }
        return reached;
    }
}
