package io.guildhall.cop.imports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One thing that a text says about when people meet; what they mean together is another matter. */
sealed interface Fact {

    /** @param loose only implied, as by "Tuesdays": whoever says how often means that */
    record Every(Period period, boolean loose, String said) implements Fact {}

    /** So many times in a period, which does not say when. */
    record Times(int count, Period period, String said) implements Fact {}

    record Days(Set<DayOfWeek> days) implements Fact {}

    /** The first, third or last (-1) such day of the month, or of the quarter. */
    record Positions(List<Integer> ordinals, DayOfWeek day, boolean ofQuarter) implements Fact {}

    /** The first or last working day of the month. */
    record WorkingDay(int ordinal) implements Fact {}

    /** The days of the month by number; -1 is the last. */
    record MonthDays(List<Integer> numbers) implements Fact {}

    /** The meeting's weekday after, or before, such a day of the month. */
    record Near(boolean after, int ordinal, DayOfWeek day) implements Fact {}

    record From(LocalDate day) implements Fact {}

    record Until(LocalDate day) implements Fact {}

    record Alternating(String other) implements Fact {}

    /** @param exception it tells of dates that there are not */
    record Remark(String text, boolean exception) implements Fact {}
}
