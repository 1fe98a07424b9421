package io.guildhall.feed.webhook;

import io.guildhall.feed.outgoing.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When an endpoint that fails again and again is tried next, and with what. */
final class Rest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofMinutes(5);
    private static final Duration UNTIL_LATER = Duration.ofHours(1);
    private static final double JITTER = 0.2;

    private Duration pause;
    private Instant next = Instant.MIN;
    private boolean answered;
    private long tried;

    Rest(Duration first) {
        pause = first;
    }

    void failed(long position, Outcome outcome, @Nullable Instant since, Instant now) {
        Duration asked = outcome.retryAfter();
        next = now.plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
        Duration doubled = pause.multipliedBy(2);
        boolean late = since != null && since.plus(UNTIL_LATER).isBefore(now);
        pause = late ? LATER : doubled.compareTo(SOON) < 0 ? doubled : SOON;
        answered = outcome.attempt().status() != 0;
        tried = position;
    }

    /** Whether the last attempt was answered: then it may be for what was sent that it failed. */
    boolean answered() {
        return answered;
    }

    Duration untilNext(Instant now) {
        return next.equals(Instant.MIN) ? Duration.ZERO : Duration.between(now, next);
    }

    /** The oldest; where that was answered, the next one. */
    Parcel choose(List<Parcel> heads) {
        if (answered) {
            for (Parcel head : heads) {
                if (head.position() > tried) {
                    return head;
                }
            }
        }
        return heads.get(0);
    }

    /** How long a failed delivery waits: as long as planned, more or less, or as long as the endpoint asks for. */
    static Duration backoff(Duration planned, @Nullable Duration asked) {
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        Duration wait = Duration.ofMillis(Math.round(planned.toMillis() * factor));
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }

    static String words(Duration duration) {
        return duration.toDays() > 0 ? duration.toDays() + " days" : duration.toSeconds() + " s";
    }
}
