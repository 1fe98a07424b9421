package io.guildhall.cop.schedule;

import io.guildhall.platform.aggregate.About;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A date that is not as the rule says.
 *
 * @param on the day the rule names
 * @param movedTo when it takes place instead; null when it is cancelled
 */
public record Deviation(
        @About("The day the rule names") LocalDate on,

        @About("When it begins instead, on the clocks of the zone; null when it is cancelled") @Nullable
        LocalDateTime movedTo,

        @About("Why, where somebody said so") @Nullable String reason) {

    boolean cancelled() {
        return movedTo == null;
    }

    /** Cancelled where it was moved to that day or beyond it. */
    Deviation endingBefore(LocalDate day) {
        return movedTo == null || movedTo.toLocalDate().isBefore(day) ? this : new Deviation(on, null, reason);
    }
}
