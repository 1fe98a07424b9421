package io.guildhall.feed.chat;

import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.Placed;
import io.guildhall.feed.log.Stretch;
import io.guildhall.platform.aggregate.Actor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a channel is told in one message: the newest things, the oldest of them first, and how many more there are.
 *
 * @param until everything up to this position is in it, or not wanted
 */
record Batch(List<Placed> newest, int more, long until) {

    /** So many things a message names. */
    static final int MOST = 10;

    private static final int STEP = 200;

    Batch {
        newest = List.copyOf(newest);
    }

    boolean isEmpty() {
        return newest.isEmpty();
    }

    /** All that waits for a channel up to a position, as its owner may see it now. */
    static Batch read(LogTail log, Channel channel, long end, Actor owner) {
        Channel.Settings settings = channel.settings();
        EventLog.Filter filter = settings.filter();
        Deque<Placed> newest = new ArrayDeque<>();
        int total = 0;
        long until = channel.begin();
        Stretch stretch;
        do {
            stretch = log.read(filter.startingAfter(until), owner, STEP);
            for (Placed entry : stretch.entries()) {
                if (entry.position() <= end && settings.wants(entry)) {
                    newest.add(entry);
                    total++;
                }
                if (newest.size() > MOST) {
                    newest.remove();
                }
            }
            until = Math.max(until, stretch.until());
        } while (stretch.until() > stretch.after() && until < end);
        return new Batch(
                List.copyOf(newest),
                total - newest.size(),
                Math.max(channel.progress().cursor(), end));
    }
}
