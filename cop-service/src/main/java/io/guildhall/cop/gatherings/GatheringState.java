package io.guildhall.cop.gatherings;

import io.guildhall.cop.schedule.Slot;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a gathering stands. */
public enum GatheringState {
    PLANNED,
    /** It has begun, or is over, and nobody has said yet that it took place. */
    DUE,
    HELD,
    MISSED,
    CANCELLED;

    /** As long after its end nobody has to have said that it took place. */
    private static final Duration GRACE = Duration.ofDays(3);

    /** @param attended how many were there, null where nobody has said */
    static GatheringState of(Slot slot, @Nullable Integer attended, Instant now) {
        if (attended != null) {
            return HELD;
        }
        if (slot.cancelled()) {
            return CANCELLED;
        }
        if (now.isBefore(slot.start())) {
            return PLANNED;
        }
        return now.isAfter(slot.end().plus(GRACE)) ? MISSED : DUE;
    }
}
