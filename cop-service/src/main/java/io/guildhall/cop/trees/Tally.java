package io.guildhall.cop.trees;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often the ends of a tree were reached, without when and by whom. Runs are shown five at a time: fewer never stand
 * alone, and what changes from one look to the next is never a single run.
 *
 * @param shown what anybody sees
 * @param waiting runs until there are five
 * @param counted the last runs that are shown, so that none counts twice
 */
record Tally(List<Count> shown, List<Waiting> waiting, List<RunId> counted) {

    /** The rule of five. */
    static final int GROUP = 5;

    static final Tally EMPTY = new Tally(List.of(), List.of(), List.of());

    /** More than are run while one of them can still be changed. */
    private static final int MOST_REMEMBERED = 2_000;

    Tally {
        shown = List.copyOf(shown);
        waiting = List.copyOf(waiting);
        counted = List.copyOf(counted);
    }

    /** How many runs have come to an end; {@code outcome} is what it said last. */
    record Count(NodeId node, String outcome, long runs) {}

    record Waiting(RunId run, NodeId node, String outcome) {}

    /** A run has come to an end: it counts once, for the last end that it reached while it waited for others. */
    Tally with(RunId run, End end) {
        if (counted.contains(run)) {
            return this;
        }
        List<Waiting> more = new ArrayList<>(waiting);
        more.removeIf(other -> other.run().equals(run));
        more.add(new Waiting(run, end.node(), end.outcome()));
        return more.size() < GROUP ? new Tally(shown, more, counted) : show(more);
    }

    long runs() {
        return shown.stream().mapToLong(Count::runs).sum();
    }

    long runs(NodeId node) {
        Count count = find(node);
        return count == null ? 0 : count.runs();
    }

    private @Nullable Count find(NodeId node) {
        return shown.stream().filter(one -> one.node().equals(node)).findFirst().orElse(null);
    }

    private Tally show(List<Waiting> group) {
        Map<NodeId, Count> counts = new LinkedHashMap<>();
        shown.forEach(count -> counts.put(count.node(), count));
        List<RunId> remembered = new ArrayList<>(counted);
        for (Waiting one : group) {
            counts.merge(
                    one.node(),
                    new Count(one.node(), one.outcome(), 1),
                    (before, more) -> new Count(more.node(), more.outcome(), before.runs() + more.runs()));
            remembered.add(one.run());
        }
        int surplus = Math.max(0, remembered.size() - MOST_REMEMBERED);
        return new Tally(List.copyOf(counts.values()), List.of(), remembered.subList(surplus, remembered.size()));
    }
}
