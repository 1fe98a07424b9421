package io.guildhall.standalone.sample;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The calendar of the story: two-week sprints from a Monday, and its last day is in the second week of sprint 7.
 *
 * <p>A day is written {@code -12} or {@code +5}, counted from the last day, or {@code s3d9}, the ninth day of sprint 3.
 */
final class Days {

    static final int SPRINT = 14;
    static final int CURRENT = 7;

    private static final Pattern IN_SPRINT = Pattern.compile("s(\\d+)d(-?\\d+)");
    private static final Pattern QUARTER = Pattern.compile("q([+-]?\\d)");
    private static final int MINUTES_BETWEEN_STEPS = 7;
    private static final int MORNING = 8 * 60;
    private static final int HOURS = 4;

    private final LocalDate today;
    private final LocalDate firstStart;

    Days(LocalDate today) {
        this.today = today;
        this.firstStart =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays((CURRENT - 1) * SPRINT + 7L);
    }

    LocalDate today() {
        return today;
    }

    LocalDate firstStart() {
        return firstStart;
    }

    /** @param number of the day in the sprint, 1 for its first; 0 and less lie before it */
    LocalDate inSprint(int sprint, int number) {
        return firstStart.plusDays((sprint - 1L) * SPRINT + number - 1);
    }

    LocalDate day(String written) {
        Matcher inSprint = IN_SPRINT.matcher(written);
        return inSprint.matches()
                ? inSprint(Integer.parseInt(inSprint.group(1)), Integer.parseInt(inSprint.group(2)))
                : today.plusDays(Integer.parseInt(written));
    }

    /** {@code q0} is the quarter of the last day, {@code q+1} the next one. */
    String quarter(String written) {
        Matcher quarter = QUARTER.matcher(written);
        if (!quarter.matches()) {
            throw new IllegalArgumentException("No quarter: " + written);
        }
        LocalDate day = today.plusMonths(3L * Integer.parseInt(quarter.group(1)));
        return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    /**
     * When a step happens: on a working day, in the daytime.
     *
     * @param of what the step belongs to; it gives the hour
     * @param step the number of the step there, so that several of one day stay in order
     */
    Instant moment(LocalDate day, String of, int step) {
        LocalDate worked = switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
        int minute = MORNING + 60 * Math.floorMod(of.hashCode(), HOURS) + step * MINUTES_BETWEEN_STEPS;
        return worked.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60L * minute);
    }

    /** The same for a day as it is written. */
    Instant moment(String day, String of, int step) {
        return moment(day(day), of, step);
    }
}
