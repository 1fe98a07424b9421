package io.guildhall.cop.schedule;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * How often, when and for how long people meet.
 *
 * @param rule a recurrence rule of days (RFC 5545, without {@code RRULE:}), for example {@code FREQ=WEEKLY;INTERVAL=2;BYDAY=TH}
 * @param first the first day, one of those the rule names
 * @param at the time it begins, on the clocks of the zone
 * @param minutes how long it lasts, 5 to 480
 */
public record Cadence(
        @About("Recurrence rule of days as in RFC 5545, for example FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")
        String rule,

        @About("The first day") LocalDate first,

        @About("The time it begins, on the clocks of the zone")
        LocalTime at,

        @About("IANA time zone, for example Europe/Berlin") ZoneId zone,
        @About("How long it lasts, 5 to 480 minutes") int minutes) {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 480;
    private static final int LONGEST_RULE = 200;
    private static final int MOST_INTERVAL = 100;
    private static final int MOST_COUNT = 1000;

    /** Days before and after these are mistakes, and to count up to them would take for ever. */
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final int YEARS_AHEAD = 5;

    /** What a gathering can repeat by; the finer ones would be several a day. */
    private static final Set<Frequency> FREQUENCIES =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    /** Parts that set a time of day, which is told by {@code at}, or that few calendars understand. */
    private static final Set<String> PARTS =
            Set.of("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST", "UNTIL", "COUNT");

    public Cadence {
        rule = rule.strip().toUpperCase(Locale.ROOT);
        if (rule.startsWith("RRULE:")) {
            rule = rule.substring("RRULE:".length());
        }
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw Refusal.invalid(
                            "minutes-out-of-bounds",
                            "A gathering lasts " + SHORTEST + " to " + LONGEST + " minutes, not " + minutes + ".")
                    .with("field", "minutes");
        }
        at = at.withSecond(0).withNano(0);
        requireUnderstood(rule, first);
    }

    /** The days from one to another, both included, in order. */
    List<LocalDate> days(LocalDate from, LocalDate to) {
        LocalDate last = to.isAfter(LATEST) ? LATEST : to;
        if (last.isBefore(first) || from.isAfter(last)) {
            return List.of();
        }
        return recur(rule).getDates(first, from.isBefore(first) ? first : from, last).stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(last))
                .distinct()
                .sorted()
                .toList();
    }

    boolean names(LocalDate day) {
        return !days(day, day).isEmpty();
    }

    /** The same rhythm from the first day on that it names then; empty when it names none within five years. */
    public Optional<Cadence> continuedFrom(LocalDate day) {
        return days(day, day.plusYears(YEARS_AHEAD)).stream()
                .findFirst()
                .map(next -> new Cadence(rule, next, at, zone, minutes));
    }

    private static void requireUnderstood(String rule, LocalDate first) {
        if (rule.length() > LONGEST_RULE) {
            throw malformed(null);
        }
        for (String part : rule.split(";", -1)) {
            String name = part.split("=", -1)[0];
            if (!PARTS.contains(name)) {
                throw malformed(name);
            }
        }
        Recur<LocalDate> recur = recur(rule);
        int interval = recur.getInterval();
        if (rule.contains("INTERVAL=") && (interval < 1 || interval > MOST_INTERVAL)) {
            throw malformed("INTERVAL=" + interval);
        }
        if (!FREQUENCIES.contains(recur.getFrequency())) {
            throw malformed(recur.getFrequency().name());
        }
        if (recur.getCount() > MOST_COUNT) {
            throw malformed("COUNT=" + recur.getCount());
        }
        if (first.isBefore(EARLIEST) || first.isAfter(LATEST)) {
            throw Refusal.invalid(
                            "first-day-implausible",
                            "Let the first day be between " + EARLIEST + " and " + LATEST + ", not " + first + ".")
                    .with("field", "first");
        }
        if (recur.getDates(first, first, first).isEmpty()) {
            throw Refusal.invalid(
                            "first-day-not-in-rule",
                            "The first day, " + first.getDayOfWeek().name().charAt(0)
                                    + first.getDayOfWeek().name().substring(1).toLowerCase(Locale.ROOT) + " " + first
                                    + ", is none of those the rule names; choose one of them.")
                    .with("field", "first");
        }
    }

    /** Weeks begin on Monday, as RFC 5545 says; left to itself, the library begins them on Sunday. */
    private static Recur<LocalDate> recur(String rule) {
        try {
            return new Recur<>(rule.contains("WKST=") ? rule : rule + ";WKST=MO");
        } catch (IllegalArgumentException | DateTimeException e) {
            throw malformed(null);
        }
    }

    private static Refusal malformed(@Nullable String part) {
        return Refusal.invalid(
                        "rule-malformed",
                        (part == null ? "" : "'" + part + "' cannot be in it. ")
                                + "Write how often as a recurrence rule of days, for example"
                                + " FREQ=WEEKLY;INTERVAL=2;BYDAY=TH or FREQ=MONTHLY;BYDAY=1MO.")
                .with("field", "rule");
    }
}
