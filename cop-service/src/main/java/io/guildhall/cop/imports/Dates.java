package io.guildhall.cop.imports;

import io.guildhall.platform.imports.Problem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as people write them: "Tuesday Feb 11, 2025", "15th of February 2024", "2025-02-11", "11.2.2025". */
final class Dates {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)?");
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
    private static final Pattern DIGITS = Pattern.compile("([0-9]+)([-./])([0-9]+)[-./]([0-9]+)");

    private Dates() {}

    static String shown(LocalDate day) {
        return SHOWN.format(day);
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * Takes a day with its year; null when none stands there.
     *
     * @throws Unclear when it is not one day of the calendar
     */
    static @Nullable LocalDate take(Words words) {
        int begin = words.mark();
        DayOfWeek weekday = words.take(Vocabulary.WEEKDAYS);
        words.take(".");
        words.take(",");
        words.take("the");
        LocalDate day = words.peek().kind() == Words.Kind.DATE ? inDigits(words) : inWords(words, begin);
        if (day == null) {
            words.back(begin);
        } else if (weekday != null && day.getDayOfWeek() != weekday) {
            throw new Unclear(
                    Problem.quoted(words.since(begin)) + " is no day: it is a " + name(day.getDayOfWeek()) + ".",
                    "Correct the day or the weekday.");
        }
        return day;
    }

    private static LocalDate inDigits(Words words) {
        int begin = words.mark();
        Matcher digits = DIGITS.matcher(words.peek().text());
        words.skip();
        if (!digits.matches()) {
            throw new IllegalStateException(words.since(begin));
        }
        int first = Integer.parseInt(digits.group(1));
        int second = Integer.parseInt(digits.group(3));
        int third = Integer.parseInt(digits.group(4));
        return switch (digits.group(2)) {
            case "-" -> day(first, second, third, words.since(begin));
            case "." -> day(third, second, first, words.since(begin));
            default -> withSlashes(first, second, third, words.since(begin));
        };
    }

    /** Some write the month first, some the day. */
    private static LocalDate withSlashes(int first, int second, int year, String written) {
        if (first <= 12 && second <= 12 && first != second) {
            throw new Unclear(
                    Problem.quoted(written) + " may be " + shown(day(year, first, second, written)) + " or "
                            + shown(day(year, second, first, written)) + ".",
                    "Write the day as " + day(year, first, second, written) + ".");
        }
        return first > 12 ? day(year, second, first, written) : day(year, first, second, written);
    }

    private static @Nullable LocalDate inWords(Words words, int begin) {
        Month month = words.take(Vocabulary.MONTHS);
        words.take(".");
        Integer day = dayOfMonth(words);
        if (month == null && day != null) {
            words.take("of");
            month = words.take(Vocabulary.MONTHS);
            words.take(".");
        }
        if (month == null || day == null) {
            return null;
        }
        words.take(",");
        if (!YEAR.matcher(words.peek().text()).matches()) {
            throw new Unclear(Problem.quoted(words.since(begin)) + " has no year.", "Write the day with its year.");
        }
        int year = Integer.parseInt(words.peek().text());
        words.skip();
        return day(year, month.getValue(), day, words.since(begin));
    }

    private static @Nullable Integer dayOfMonth(Words words) {
        Matcher day = DAY.matcher(words.peek().text());
        if (!day.matches()) {
            return null;
        }
        words.skip();
        return Integer.valueOf(day.group(1));
    }

    private static LocalDate day(int year, int month, int day, String written) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new Unclear(Problem.quoted(written) + " is no day of the calendar.", "Correct the day.");
        }
    }
}
