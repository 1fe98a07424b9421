package io.guildhall.roadmap.shared;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The rhythm all teams share: sprint 1 starts on the first day, each sprint follows the one before without a gap.
 *
 * @param firstStart the first day of sprint 1
 * @param lengthDays days a sprint lasts, 1 to 60
 */
public record SprintCalendar(LocalDate firstStart, int lengthDays) {

    public SprintCalendar {
        if (lengthDays < 1 || lengthDays > 60) {
            throw new IllegalArgumentException("A sprint lasts 1 to 60 days, not " + lengthDays);
        }
    }

    public LocalDate start(int sprint) {
        return firstStart.plusDays((long) (sprint - 1) * lengthDays);
    }

    /** The last day of the sprint. */
    public LocalDate end(int sprint) {
        return start(sprint + 1).minusDays(1);
    }

    /** The number of the sprint that a day falls into; below 1 before the first. */
    public int sprintOn(LocalDate day) {
        return (int) Math.floorDiv(ChronoUnit.DAYS.between(firstStart, day), (long) lengthDays) + 1;
    }
}
