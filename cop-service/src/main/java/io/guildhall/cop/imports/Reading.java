package io.guildhall.cop.imports;

import io.guildhall.cop.schedule.Cadence;
import io.guildhall.platform.imports.Problem;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was understood of the times at which people meet, or why nothing was. */
sealed interface Reading {

    /** @param why says what to write instead */
    record NotUnderstood(Problem why) implements Reading {}

    /**
     * A cadence, with all that was assumed.
     *
     * @param zone which region's clocks were taken; null when a time zone was named that means only one
     * @param counted from when weeks or months are counted; null when that was said or makes no difference
     * @param notes what else was assumed or left out
     * @param alternatesWith the other meeting in whose free weeks this one takes place, where no first day is said
     */
    record Understood(
            Cadence cadence,
            @Nullable Problem zone,
            @Nullable Problem counted,
            List<Problem> notes,
            @Nullable String alternatesWith)
            implements Reading {

        public Understood {
            notes = List.copyOf(notes);
        }

        /** Puts it into the free weeks of the meeting with which it alternates. */
        Understood between(String name, Cadence other) {
            long weeks = Math.abs(ChronoUnit.WEEKS.between(Dates.monday(cadence.first()), Dates.monday(other.first())));
            Cadence moved = weeks % 2 != 0
                    ? cadence
                    : new Cadence(
                            cadence.rule(),
                            cadence.first().plusWeeks(1),
                            cadence.at(),
                            cadence.zone(),
                            cadence.minutes());
            Problem placed = new Problem(
                    "It alternates with " + Problem.quoted(name) + ".",
                    "It is counted from " + Dates.shown(moved.first())
                            + ", in the weeks between; if that is wrong, give both a 'starting' with a day.");
            return new Understood(moved, zone, placed, notes, null);
        }

        /** All that a person should know. */
        List<Problem> problems() {
            return Stream.concat(Stream.of(zone, counted).filter(Objects::nonNull), notes.stream())
                    .toList();
        }
    }
}
