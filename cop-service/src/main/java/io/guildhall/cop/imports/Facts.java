package io.guildhall.cop.imports;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a text says, by kind. */
record Facts(List<Fact> all) {

    <F extends Fact> List<F> of(Class<F> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The days of the week on which people meet; none where it names none. */
    Set<DayOfWeek> weekdays() {
        Set<DayOfWeek> named = EnumSet.noneOf(DayOfWeek.class);
        of(Fact.Days.class).forEach(one -> named.addAll(one.days()));
        Set<DayOfWeek> placed = EnumSet.noneOf(DayOfWeek.class);
        of(Fact.Positions.class).forEach(one -> placed.add(one.day()));
        return agreed(named, placed);
    }

    /** @throws Unclear when both name days, and other ones */
    static Set<DayOfWeek> agreed(Set<DayOfWeek> some, Set<DayOfWeek> others) {
        if (!some.isEmpty() && !others.isEmpty() && !some.equals(others)) {
            throw new Unclear(
                    "It names both " + names(some) + " and " + names(others) + ".",
                    "Name the same days wherever days are named.");
        }
        return some.isEmpty() ? others : some;
    }

    static String names(Set<DayOfWeek> days) {
        return days.stream().map(Dates::name).collect(Collectors.joining(", "));
    }
}
