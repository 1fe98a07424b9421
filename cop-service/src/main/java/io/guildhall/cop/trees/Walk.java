package io.guildhall.cop.trees;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run while it belongs to whoever runs it alone: it is in no event, and forgotten after {@link #DAYS_KEPT} days. It brings
 * along the tree as it was at the beginning, so that nobody changes the questions under the runner's feet.
 *
 * @param by whoever runs it
 * @param at the question that is asked, or the end that is reached
 * @param attached whether it was attached to something, after which it stays as it is
 * @param uncounted whether it has reached an end that {@link Tally} may not know yet
 * @param touched when anything about it changed last
 */
record Walk(
        TreeId tree,
        CommunityId community,
        String title,
        int revision,
        PersonId by,
        Graph graph,
        List<Step> steps,
        NodeId at,
        boolean attached,
        boolean uncounted,
        Instant touched) {

    static final int DAYS_KEPT = 30;

    /** Whoever has answered so many questions goes round in a loop. */
    static final int MOST_STEPS = 100;

    Walk {
        steps = List.copyOf(steps);
    }

    /** @throws Refusal 409 when the tree cannot be run */
    static Walk begin(TreeId id, DecisionTree tree, PersonId by, Instant now) {
        NodeId start = tree.start();
        if (tree.status() != TreeStatus.PUBLISHED || start == null) {
            throw Refusal.conflict("tree-not-published", "Only a published tree can be run; this one is not.");
        }
        return new Walk(
                id,
                tree.community(),
                tree.title(),
                tree.revision(),
                by,
                tree.graph(),
                List.of(),
                start,
                false,
                false,
                now);
    }

    /** The question that is asked now; null at an end. */
    @Nullable
    Node question() {
        Node node = graph.get(at);
        return node.isEnd() ? null : node;
    }

    /** Null while questions are open. */
    @Nullable
    End end() {
        Node node = graph.get(at);
        String outcome = node.outcome();
        return outcome == null ? null : new End(node.id(), outcome, node.advice());
    }

    /**
     * Answers the question of a step; the same answer again changes nothing.
     *
     * @param step counts the questions of this run, from 0
     * @param choice counts the answers to the question, from 0
     */
    Walk answer(int step, int choice, Instant now) {
        if (step < 0 || step > steps.size()) {
            throw Refusal.conflict(
                    "step-not-reached", "This run is at step " + steps.size() + "; answer the question that is asked.");
        }
        if (step < steps.size()) {
            return repeated(steps.get(step), choice);
        }
        refuseAttached();
        Node node = graph.get(at);
        if (node.isEnd()) {
            throw Refusal.conflict("run-finished", "This run has reached an end; go back to answer otherwise.");
        }
        if (steps.size() >= MOST_STEPS) {
            throw Refusal.conflict(
                    "run-too-long", "You have answered " + MOST_STEPS + " questions; go back, or begin anew.");
        }
        Answer answer = chosen(node, choice);
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(node.id(), words(node.question()), words(answer.text())));
        Node next = graph.find(answer.to()).orElseThrow();
        return with(more, next.id(), uncounted || next.isEnd(), now);
    }

    /** Asks the question of an earlier step again; what was answered from there on is forgotten. */
    Walk back(int step, Instant now) {
        if (step < 0) {
            throw Refusal.invalid("step", "Go back to step 0, which is the first question, or to a later one.")
                    .with("field", "step");
        }
        if (step >= steps.size()) {
            return this;
        }
        refuseAttached();
        return with(steps.subList(0, step), steps.get(step).node(), false, now);
    }

    /** It stays as it is from now on, because others are about to see it. */
    Walk freeze() {
        if (end() == null) {
            throw Refusal.conflict("run-not-finished", "Answer the questions up to an end, then attach the run.");
        }
        return new Walk(tree, community, title, revision, by, graph, steps, at, true, uncounted, touched);
    }

    Walk counted() {
        return new Walk(tree, community, title, revision, by, graph, steps, at, attached, false, touched);
    }

    private Walk repeated(Step before, int choice) {
        Answer answer = chosen(graph.get(before.node()), choice);
        if (before.answer().equals(answer.text())) {
            return this;
        }
        throw Refusal.conflict(
                "answered-otherwise",
                "'" + before.answer() + "' was answered here already; go back to this question to answer otherwise.");
    }

    private static Answer chosen(Node node, int choice) {
        if (choice < 0 || choice >= node.answers().size()) {
            throw Refusal.invalid(
                            "no-such-answer",
                            "This question has the answers 0 to "
                                    + (node.answers().size() - 1) + "; choose one.")
                    .with("field", "answer");
        }
        return node.answers().get(choice);
    }

    private void refuseAttached() {
        if (attached) {
            throw Refusal.conflict("run-attached", "This run is attached to something and stays as it is; begin anew.");
        }
    }

    private Walk with(List<Step> answered, NodeId next, boolean toCount, Instant now) {
        return new Walk(tree, community, title, revision, by, graph, answered, next, attached, toCount, now);
    }

    /** What a published tree has everywhere. */
    private static String words(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("A published tree has a question or an answer without words");
        }
        return text;
    }
}
