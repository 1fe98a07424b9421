package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How often the ends of trees are reached; whoever ran them is not in it, and a run counts although it is forgotten. */
@Component
public class CountRuns {

    private final Trees trees;
    private final Walks walks;
    private final Tallies tallies;

    CountRuns(Trees trees, Walks walks, Tallies tallies) {
        this.trees = trees;
        this.walks = walks;
        this.tallies = tallies;
    }

    /** How often an end was reached; {@code present} is whether the tree has it still. */
    public record Reached(NodeId node, String outcome, long runs, boolean present) {}

    /** @param runs a multiple of five; 0 while fewer have come to an end, and then nothing is said of ends */
    public record Counts(long runs, List<Reached> ends) {}

    public Counts counts(TreeId id, Actor actor) {
        Graph graph = trees.get(id, actor).state().graph();
        walks.uncounted(id).forEach(this::count);
        Tally tally = tallies.get(id);
        if (tally.runs() == 0) {
            return new Counts(0, List.of());
        }
        List<Reached> ends = new ArrayList<>();
        for (Node node : graph.nodes()) {
            String outcome = node.outcome();
            if (outcome != null) {
                ends.add(new Reached(node.id(), outcome, tally.runs(node.id()), true));
            }
        }
        for (Tally.Count count : tally.shown()) {
            if (graph.find(count.node()).filter(Node::isEnd).isEmpty()) {
                ends.add(new Reached(count.node(), count.outcome(), count.runs(), false));
            }
        }
        return new Counts(tally.runs(), ends);
    }

    /** After the walk says that it is uncounted: what a crash leaves so is counted by the next look, or before it goes. */
    void count(RunId id, Walk walk) {
        End end = walk.end();
        if (walk.uncounted() && end != null) {
            tallies.add(walk.tree(), id, end);
            walks.markCounted(id, walk);
        }
    }

    /** Runs that nobody has touched for long go, and only their ends stay. */
    void forget(Instant now) {
        walks.uncountedBefore(now).forEach(this::count);
        walks.forget(now);
    }
}
