package io.guildhall.feed.webhook;

import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.Placed;
import io.guildhall.platform.aggregate.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Entries of the log as their subjects may be seen now; what comes from the store counts for a moment. */
final class Entries {

    private static final int STEP = 50;
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final EventLog.Filter EVERYTHING =
            new EventLog.Filter(null, null, null, null, null, null, null, null);

    private final LogTail log;
    private final Map<Long, Placed> read = new HashMap<>();
    private long readAt;

    Entries(LogTail log) {
        this.log = log;
    }

    /** Null when there is none, or the actor may not see it. */
    @Nullable
    Placed at(long position, Actor actor) {
        boolean inMemory = log.holds(position - 1);
        if (inMemory || System.nanoTime() - readAt > FRESH_NANOS) {
            read.clear();
        }
        if (!read.containsKey(position)) {
            readAt = System.nanoTime();
            log.read(EVERYTHING.startingAfter(position - 1), actor, inMemory ? 1 : STEP)
                    .entries()
                    .forEach(entry -> read.put(entry.position(), entry));
        }
        return read.get(position);
    }
}
