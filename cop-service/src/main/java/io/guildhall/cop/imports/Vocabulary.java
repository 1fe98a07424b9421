package io.guildhall.cop.imports;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words in which people say when they meet, with what they mean. */
final class Vocabulary {

    static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    static final Map<String, Month> MONTHS = months();

    static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** Places in a month; -1 is the last. */
    static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("first", 1),
            Map.entry("1st", 1),
            Map.entry("second", 2),
            Map.entry("2nd", 2),
            Map.entry("third", 3),
            Map.entry("3rd", 3),
            Map.entry("fourth", 4),
            Map.entry("4th", 4),
            Map.entry("fifth", 5),
            Map.entry("5th", 5),
            Map.entry("last", -1));

    static final Map<String, Integer> NUMBERS = numbers();

    static final Map<String, Period> UNITS = Map.ofEntries(
            Map.entry("day", new Period(1, Period.Unit.DAY)),
            Map.entry("days", new Period(1, Period.Unit.DAY)),
            Map.entry("week", new Period(1, Period.Unit.WEEK)),
            Map.entry("weeks", new Period(1, Period.Unit.WEEK)),
            Map.entry("fortnight", new Period(2, Period.Unit.WEEK)),
            Map.entry("month", new Period(1, Period.Unit.MONTH)),
            Map.entry("months", new Period(1, Period.Unit.MONTH)),
            Map.entry("quarter", new Period(3, Period.Unit.MONTH)),
            Map.entry("year", new Period(1, Period.Unit.YEAR)),
            Map.entry("years", new Period(1, Period.Unit.YEAR)),
            Map.entry("sprint", new Period(1, Period.Unit.SPRINT)),
            Map.entry("sprints", new Period(1, Period.Unit.SPRINT)),
            Map.entry("iteration", new Period(1, Period.Unit.SPRINT)));

    static final Map<String, Period> ADVERBS = Map.ofEntries(
            Map.entry("daily", new Period(1, Period.Unit.DAY)),
            Map.entry("weekly", new Period(1, Period.Unit.WEEK)),
            Map.entry("biweekly", new Period(2, Period.Unit.WEEK)),
            Map.entry("fortnightly", new Period(2, Period.Unit.WEEK)),
            Map.entry("monthly", new Period(1, Period.Unit.MONTH)),
            Map.entry("quarterly", new Period(3, Period.Unit.MONTH)),
            Map.entry("halfyearly", new Period(6, Period.Unit.MONTH)),
            Map.entry("yearly", new Period(1, Period.Unit.YEAR)),
            Map.entry("annually", new Period(1, Period.Unit.YEAR)));

    /** Adverbs that say how many times in a period. */
    static final Map<String, Period> TWICE = Map.of(
            "semiweekly", new Period(1, Period.Unit.WEEK),
            "semimonthly", new Period(1, Period.Unit.MONTH),
            "semiannually", new Period(1, Period.Unit.YEAR),
            "biannually", new Period(1, Period.Unit.YEAR));

    /** What such adverbs begin with when they are written as two words. */
    static final Set<String> PREFIXES = Set.of("bi", "semi", "half");

    /** Words that say nothing beside those that do. */
    static final String[] FILLERS = {
        "on",
        "and",
        "&",
        "+",
        "the",
        "a",
        "in",
        "we",
        "meet",
        "meets",
        "meeting",
        "meetings",
        "call",
        "calls",
        "sync",
        "syncs",
        "regular",
        "recurring",
        "basis",
        "cadence",
        "held"
    };

    /** There is a meeting, and no rhythm. */
    static final List<String> NO_RHYTHM = List.of(
            "ad hoc",
            "adhoc",
            "on demand",
            "on request",
            "by appointment",
            "as needed",
            "as required",
            "when needed",
            "if needed",
            "irregular",
            "irregularly",
            "occasionally",
            "varies",
            "tbd",
            "tba",
            "to be decided",
            "to be determined",
            "to be announced",
            "n a",
            "none",
            "never");

    /** There is a rhythm, and no meeting. */
    static final List<String> RESTS = List.of(
            "currently paused",
            "paused",
            "currently on hold",
            "on hold",
            "suspended",
            "cancelled",
            "canceled",
            "discontinued",
            "inactive");

    /** Words without a meaning of their own that tell of a rhythm none the less. */
    private static final Set<String> TELLING = Set.of(
            "every", "each", "twice", "weekdays", "bimonthly", "triweekly", "alternate", "alternates", "alternating");

    private Vocabulary() {}

    /** Whether a text with this word speaks of when people meet. */
    static boolean tellsWhen(String word) {
        return WEEKDAYS.containsKey(word)
                || UNITS.containsKey(word)
                || ADVERBS.containsKey(word)
                || TWICE.containsKey(word)
                || TELLING.contains(word);
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> names = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            names.put(name, day);
            names.put(name + "s", day);
            names.put(name.substring(0, 3), day);
        }
        names.put("tues", DayOfWeek.TUESDAY);
        names.put("weds", DayOfWeek.WEDNESDAY);
        names.put("thur", DayOfWeek.THURSDAY);
        names.put("thurs", DayOfWeek.THURSDAY);
        return Map.copyOf(names);
    }

    private static Map<String, Month> months() {
        Map<String, Month> names = new HashMap<>();
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            names.put(name, month);
            names.put(name.substring(0, 3), month);
        }
        names.put("sept", Month.SEPTEMBER);
        return Map.copyOf(names);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> words = List.of(
                "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
        for (int i = 0; i < words.size(); i++) {
            numbers.put(words.get(i), i + 1);
        }
        for (int i = 1; i <= 100; i++) {
            numbers.put(String.valueOf(i), i);
        }
        return Map.copyOf(numbers);
    }
}
