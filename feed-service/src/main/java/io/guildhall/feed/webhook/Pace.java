package io.guildhall.feed.webhook;

import java.util.concurrent.TimeUnit;

/** Keeps to so many in any second: the next may go a second after the one that was so many before it. */
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long[] times;
    private int next;
    private long gone;

    Pace(int perSecond) {
        times = new long[perSecond];
    }

    /** How long the next has to wait, 0 when it may go now. */
    long nanosToWait(long now) {
        return gone < times.length ? 0 : Math.max(0, times[next] + SECOND - now);
    }

    void went(long now) {
        times[next] = now;
        next = (next + 1) % times.length;
        gone++;
    }

    int perSecond() {
        return times.length;
    }
}
