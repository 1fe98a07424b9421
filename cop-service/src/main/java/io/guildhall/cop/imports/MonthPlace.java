package io.guildhall.cop.imports;

import io.guildhall.platform.imports.Problem;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The days of a month on which people meet, as a part of a rule. */
final class MonthPlace {

    private final Facts facts;
    private final Set<DayOfWeek> days;
    private final List<Problem> notes;

    /** @param notes what is found to be odd is added to them */
    MonthPlace(Facts facts, Set<DayOfWeek> days, List<Problem> notes) {
        this.facts = facts;
        this.days = days;
        this.notes = notes;
    }

    /** Null when none are named. */
    @Nullable
    String rule() {
        List<String> places = new ArrayList<>();
        String positions = facts.of(Fact.Positions.class).stream()
                .flatMap(one -> one.ordinals().stream().map(ordinal -> ordinal + code(one.day())))
                .distinct()
                .collect(Collectors.joining(","));
        Set<Integer> numbers = new TreeSet<>();
        facts.of(Fact.MonthDays.class).forEach(one -> numbers.addAll(one.numbers()));
        if (!positions.isEmpty()) {
            places.add(";BYDAY=" + positions);
        }
        if (!numbers.isEmpty()) {
            places.add(";BYMONTHDAY=" + joined(List.copyOf(numbers)));
        }
        facts.of(Fact.WorkingDay.class).forEach(one -> places.add(";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=" + one.ordinal()));
        facts.of(Fact.Near.class).forEach(one -> places.add(near(one)));
        if (places.size() > 1 || (!numbers.isEmpty() && !days.isEmpty())) {
            throw new Unclear(
                    "It names days of the month in two ways.",
                    "Write one of them, for example 'first Tuesday of the month'.");
        }
        numbers.stream()
                .filter(number -> number > 28)
                .forEach(number -> notes.add(new Problem(
                        "Not every month has a day " + number + ".",
                        "Such a month has no date; write 'last day of the month' if that is meant.")));
        return places.isEmpty() ? null : places.get(0);
    }

    /** A weekday within the seven days after, or before, those on which the other day can be. */
    private String near(Fact.Near near) {
        if (days.size() != 1) {
            throw new Unclear(
                    "It does not say which day after that.", "Write for example 'Wednesday after the second Tuesday'.");
        }
        DayOfWeek day = days.iterator().next();
        int forward = day.getValue() - near.day().getValue();
        int distance = Math.floorMod((near.after() ? forward : -forward) - 1, 7) + 1;
        int first = 7 * (near.ordinal() - 1) + 1 + (near.after() ? distance : -distance);
        if (near.ordinal() < 1 || first < 1 || first + 6 > 31) {
            throw new Unclear("Such a day can be in another month, which no rule can say.", Composition.EXAMPLES);
        }
        if (first + 6 > 28) {
            notes.add(new Problem(
                    "The " + Dates.name(day) + " it names can be the first day of the next month.",
                    "Such a month has no date; add a gathering here."));
        }
        return ";BYDAY=" + code(day) + ";BYMONTHDAY="
                + joined(IntStream.range(first, first + 7).boxed().toList());
    }

    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
