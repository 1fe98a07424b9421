package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The questions and ends of a tree. It may have gaps, which {@link Gap} names; ways may meet again and lead back.
 *
 * @param start the first question; null while nobody has chosen one
 * @param nodes at most 60, each id once
 */
public record Graph(@Nullable NodeId start, List<Node> nodes) {

    static final int MOST_NODES = 60;

    /** Characters of all texts together: they go into one event with every change. */
    static final int MOST_CHARACTERS = 60_000;

    static final Graph EMPTY = new Graph(null, List.of());

    public Graph {
        nodes = List.copyOf(nodes);
        if (nodes.size() > MOST_NODES) {
            throw Refusal.invalid(
                            "nodes-too-many",
                            "A tree has at most " + MOST_NODES
                                    + " questions and ends; make two trees of it, and link one from an end of the"
                                    + " other.")
                    .with("field", "nodes");
        }
        Set<NodeId> ids = new HashSet<>();
        for (Node node : nodes) {
            if (!ids.add(node.id())) {
                throw Refusal.invalid("node-twice", "There are two nodes '" + node.id() + "'; rename one of them.")
                        .with("field", "nodes")
                        .with("node", node.id().value());
            }
        }
        if (nodes.stream().mapToInt(Node::characters).sum() > MOST_CHARACTERS) {
            throw Refusal.invalid(
                            "tree-too-long",
                            "The texts of a tree have at most 60,000 characters together; put long advice on a page,"
                                    + " and link it.")
                    .with("field", "nodes");
        }
    }

    /** The same questions and ends with another text for each advice. */
    public Graph withAdvice(UnaryOperator<String> changed) {
        return new Graph(
                start, nodes.stream().map(node -> node.withAdvice(changed)).toList());
    }

    Optional<Node> find(@Nullable NodeId id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** One that is known to be there. */
    Node get(NodeId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no node " + id));
    }

    /** What keeps it from being published, by node; none when every way leads to an end. */
    public List<Gap> gaps() {
        return new GapSearch(this).find();
    }
}
