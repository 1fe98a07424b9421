package io.guildhall.feed.log;

import java.util.List;

/**
 * All that the log holds, or all that was asked for, between two positions.
 *
 * @param after the position before the first
 * @param until the last position looked at: behind it reading goes on
 */
public record Stretch(long after, List<Placed> entries, long until) {

    public Stretch {
        entries = List.copyOf(entries);
    }
}
