package io.guildhall.feed.webhook;

import io.guildhall.feed.log.Placed;
import io.guildhall.feed.outgoing.Attempt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event for an endpoint and what became of it. It holds no body: that is made of the log again, so that whoever may not
 * see the event now does not see it here, and no name is kept.
 *
 * @param position the event's in the log
 * @param eventId the event's id in the log, topic included
 * @param at when it happened
 * @param nextAt when it is tried again, null unless it waits
 * @param tries failed attempts that count; those of a resting endpoint do not, or it would lose what waits
 * @param changed when it was last written
 * @param last the last attempt, null before the first
 * @param attempts the last twenty, the oldest first
 */
public record Delivery(
        String webhook,
        long position,
        String eventId,
        String topic,
        String type,
        String subject,
        Instant at,
        State state,
        @Nullable Instant nextAt,
        int tries,
        Instant changed,
        @Nullable Attempt last,
        List<Attempt> attempts) {

    public Delivery {
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }

    /** What became of it. */
    public enum State {
        DELIVERED,
        /** It is tried, or tried again. */
        WAITING,
        /** It was tried as often as it is. */
        FAILED,
        /** Its owner may not see it any more, or the log has forgotten it. */
        WITHHELD
    }

    static Delivery waiting(String webhook, Placed entry, Instant now) {
        return new Delivery(
                webhook,
                entry.position(),
                entry.id(),
                entry.topic(),
                entry.type(),
                entry.subject(),
                entry.at(),
                State.WAITING,
                now,
                0,
                now,
                null,
                List.of());
    }

    Delivery now(State next, @Nullable Instant tried, int failed, Instant now) {
        return new Delivery(
                webhook, position, eventId, topic, type, subject, at, next, tried, failed, now, last, attempts);
    }

    String id() {
        return webhook + "/" + position;
    }
}
