package io.guildhall.cop.imports;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of the grammar that names days.
 *
 * <pre>
 * near      = ("after" | "before") ordinal weekday
 * position  = ordinal { ordinal } (weekday | "working day") [ "of the month" | "of the quarter" ]
 * monthdays = "15th" { "30th" } [ "of the month" ] | "last day of the month"
 * days      = weekday | weekday "-" weekday | "weekdays"
 * </pre>
 */
final class Places {

    private static final Pattern NUMBERED = Pattern.compile("([1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)");

    private final Parse parse;
    private final Words words;

    Places(Parse parse) {
        this.parse = parse;
        this.words = parse.words;
    }

    boolean near() {
        boolean after = words.take("after", "following");
        if (!after && !words.take("before", "preceding")) {
            return false;
        }
        words.take("the");
        Integer ordinal = words.take(Vocabulary.ORDINALS);
        DayOfWeek day = words.take(Vocabulary.WEEKDAYS);
        if (ordinal == null || day == null) {
            return false;
        }
        return withinMonth() && parse.add(new Fact.Near(after, ordinal, day));
    }

    boolean position() {
        List<Integer> ordinals = ordinals();
        if (ordinals.isEmpty()) {
            return false;
        }
        DayOfWeek day = words.take(Vocabulary.WEEKDAYS);
        if (day != null) {
            return parse.add(new Fact.Positions(ordinals, day, "quarter".equals(within())));
        }
        if (workingDay() && ordinals.size() == 1) {
            return withinMonth() && parse.add(new Fact.WorkingDay(ordinals.get(0)));
        }
        boolean lastDay = words.take("day") && ordinals.equals(List.of(-1));
        String period = within();
        boolean days = lastDay ? !"quarter".equals(period) : "month".equals(period) && !ordinals.contains(-1);
        return days && parse.add(new Fact.MonthDays(ordinals));
    }

    private List<Integer> ordinals() {
        List<Integer> ordinals = new ArrayList<>();
        Integer ordinal = words.take(Vocabulary.ORDINALS);
        while (ordinal != null) {
            ordinals.add(ordinal);
            int end = words.mark();
            joined();
            ordinal = words.take(Vocabulary.ORDINALS);
            if (ordinal == null) {
                words.back(end);
            }
        }
        return ordinals;
    }

    private void joined() {
        words.take(",");
        words.take("and", "&", "/", "+");
        words.take("the");
    }

    private boolean workingDay() {
        return words.take("workday", "weekday") || words.takeAll("working day") || words.takeAll("business day");
    }

    /** Takes "of the month" or "of the quarter"; null when it is not said, which means the month. */
    private @Nullable String within() {
        int begin = words.mark();
        if (words.take("of", "in")) {
            words.take("the", "a", "each", "every");
        } else if (!words.take("each", "every", "per", "a")) {
            return null;
        }
        String period = words.peek().text();
        if (words.take("month", "quarter")) {
            return period;
        }
        words.back(begin);
        return null;
    }

    private boolean withinMonth() {
        return !"quarter".equals(within());
    }

    boolean monthDays() {
        List<Integer> numbers = new ArrayList<>();
        Matcher number = NUMBERED.matcher(words.peek().text());
        int end = words.mark();
        while (number.matches()) {
            words.skip();
            numbers.add(Integer.valueOf(number.group(1)));
            end = words.mark();
            joined();
            number = NUMBERED.matcher(words.peek().text());
        }
        words.back(end);
        words.take("day");
        return !numbers.isEmpty() && withinMonth() && parse.add(new Fact.MonthDays(numbers));
    }

    boolean days() {
        if (words.take("weekdays", "workdays", "weekday", "workday")
                || words.takeAll("working days")
                || words.takeAll("working day")
                || words.takeAll("business days")
                || words.takeAll("business day")) {
            parse.add(new Fact.Days(Vocabulary.WORKING_DAYS));
            return parse.add(new Fact.Every(Period.WEEK, true, "weekdays"));
        }
        int begin = words.mark();
        String written = words.peek().text();
        DayOfWeek first = words.take(Vocabulary.WEEKDAYS);
        if (first == null) {
            return false;
        }
        words.take(".");
        int end = words.mark();
        boolean range = words.take("-", "to", "through");
        DayOfWeek last = range ? words.take(Vocabulary.WEEKDAYS) : null;
        if (last == null) {
            words.back(end);
        } else {
            words.take(".");
        }
        Set<DayOfWeek> days = last == null ? EnumSet.of(first) : range(first, last);
        while (words.peek().kind() == Words.Kind.JOIN) {
            words.skip();
        }
        parse.add(new Fact.Days(days));
        return !written.endsWith("days") || parse.add(new Fact.Every(Period.WEEK, true, words.since(begin)));
    }

    private static Set<DayOfWeek> range(DayOfWeek first, DayOfWeek last) {
        Set<DayOfWeek> days = EnumSet.of(last);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        return days;
    }
}
