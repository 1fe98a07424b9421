package io.guildhall.feed.chat;

import io.guildhall.feed.chat.Batching.Waiting;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.Placed;
import io.guildhall.feed.log.Stretch;
import io.guildhall.platform.aggregate.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an instance has noticed of the log for a channel since that was told something; it keeps no entry. */
final class Watch {

    private static final int STEP = 200;

    /** Of what waits for long one looks on the next time, so that others have their turn. */
    private static final int MOST_STEPS = 20;

    private final Channel channel;
    private final EventLog.Filter filter;
    private long until;
    private @Nullable Waiting waiting;

    Watch(Channel channel) {
        this.channel = channel;
        this.filter = channel.settings().filter();
        this.until = channel.begin();
    }

    /** Whether it began where the channel is now. */
    boolean fits(Channel now) {
        return channel.version() == now.version()
                && channel.progress().cursor() == now.progress().cursor();
    }

    /** Looks at what is new. */
    void follow(LogTail log, Actor owner, Instant now) {
        for (int step = 0; step < MOST_STEPS && until < log.end(); step++) {
            Stretch stretch = log.read(filter.startingAfter(until), owner, STEP);
            stretch.entries().stream().filter(channel.settings()::wants).forEach(entry -> notice(entry, now));
            if (stretch.until() <= until) {
                return;
            }
            until = stretch.until();
        }
    }

    private void notice(Placed entry, Instant now) {
        waiting = waiting == null ? new Waiting(entry.at(), now, now) : waiting.and(now);
    }

    /** Null while nothing waits. */
    @Nullable
    Waiting waiting() {
        return waiting;
    }

    /** Up to where it has looked. */
    long until() {
        return until;
    }
}
