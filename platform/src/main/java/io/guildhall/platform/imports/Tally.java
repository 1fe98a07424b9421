package io.guildhall.platform.imports;

import java.util.Map;
import java.util.TreeMap;

/** The running totals of an import. */
final class Tally {

    private Counts counts = Counts.NONE;
    private final Map<String, Integer> amounts = new TreeMap<>();
    private int done;

    void add(Block.Entry entry) {
        counts = counts.plus(entry);
        entry.amounts().forEach((name, amount) -> amounts.merge(name, amount, Integer::sum));
        done += entry.applied() ? 1 : 0;
    }

    void remove(Block.Entry entry) {
        counts = counts.minus(entry);
        entry.amounts().forEach((name, amount) -> amounts.merge(name, -amount, Integer::sum));
        done -= entry.applied() ? 1 : 0;
    }

    Counts counts() {
        return counts;
    }

    Map<String, Integer> amounts() {
        return Map.copyOf(amounts);
    }

    int done() {
        return done;
    }
}
