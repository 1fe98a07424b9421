package io.guildhall.cop.schedule;

import io.guildhall.platform.aggregate.About;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cadence for as long as it holds.
 *
 * @param last the last day it may name; null while it is open
 */
public record Spell(
        Cadence cadence,

        @About("The last day it may name; null while it is open") @Nullable
        LocalDate last) {

    boolean names(LocalDate day) {
        return (last == null || !day.isAfter(last)) && cadence.names(day);
    }

    Spell endingBefore(LocalDate day) {
        return last != null && last.isBefore(day) ? this : new Spell(cadence, day.minusDays(1));
    }

    boolean isEmpty() {
        return last != null && last.isBefore(cadence.first());
    }
}
