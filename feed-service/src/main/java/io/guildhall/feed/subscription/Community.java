package io.guildhall.feed.subscription;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a community of practice meets, as cop-service published it last. */
public record Community(String name, Schedule schedule) {

    /**
     * @param spells the cadences one after the other
     * @param deviations what was moved or cancelled, by the day the rule names
     */
    public record Schedule(List<Spell> spells, List<Deviation> deviations) {}

    /** @param last the last day that the cadence may name; null while it is open */
    public record Spell(Cadence cadence, @Nullable LocalDate last) {}

    /** @param rule a recurrence rule of days (RFC 5545) */
    public record Cadence(String rule, LocalDate first, LocalTime at, ZoneId zone, int minutes) {}

    /** @param movedTo on the clocks of the cadence's zone; null when it is cancelled */
    public record Deviation(
            LocalDate on,
            @Nullable LocalDateTime movedTo,
            @Nullable String reason) {}
}
