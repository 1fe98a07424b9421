package io.guildhall.cop.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One date of a schedule as it stands.
 *
 * @param on the day the rule names; it stays the same when the date is moved
 * @param begins on the clocks of the zone
 * @param moved whether it is another time than the rule's
 * @param reason why it was moved or cancelled, where somebody said so
 */
public record Slot(
        LocalDate on,
        LocalDateTime begins,
        int minutes,
        ZoneId zone,
        boolean moved,
        boolean cancelled,
        @Nullable String reason) {

    public Instant start() {
        return begins.atZone(zone).toInstant();
    }

    public Instant end() {
        return start().plusSeconds(minutes * 60L);
    }
}
