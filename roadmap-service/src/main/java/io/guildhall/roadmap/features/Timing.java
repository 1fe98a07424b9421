package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.SprintCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a feature is planned to be finished: in a sprint, on a day, or not planned yet.
 *
 * @param sprint the number of the sprint, from 1
 * @param day the day
 */
public record Timing(@Nullable Integer sprint, @Nullable LocalDate day) {

    public static final Timing OPEN = new Timing(null, null);

    private static final int LAST_SPRINT = 9999;

    public Timing {
        if (sprint != null && day != null) {
            throw Refusal.invalid("timing-ambiguous", "Plan the feature for a sprint or for a day, not for both.");
        }
        if (sprint != null && (sprint < 1 || sprint > LAST_SPRINT)) {
            throw Refusal.invalid("sprint-out-of-bounds", "Sprints are numbered from 1; choose one of the calendar.")
                    .with("field", "plannedSprint");
        }
    }

    public static Timing inSprint(int sprint) {
        return new Timing(sprint, null);
    }

    public static Timing on(LocalDate day) {
        return new Timing(null, day);
    }

    public boolean planned() {
        return sprint != null || day != null;
    }

    /** The day it is planned to be finished: the day itself, or the last one of the sprint where a calendar is known. */
    public @Nullable LocalDate lastDay(@Nullable SprintCalendar calendar) {
        if (day != null || sprint == null || calendar == null) {
            return day;
        }
        return calendar.end(sprint);
    }
}
