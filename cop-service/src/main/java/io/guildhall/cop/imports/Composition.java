package io.guildhall.cop.imports;

import io.guildhall.platform.imports.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what the day and the frequency say: a recurrence rule, or the reason why there is none. */
final class Composition {

    static final String EXAMPLES =
            "Write for example 'weekly', 'every two weeks starting 11 Feb 2027', 'first Tuesday of the month' or a rule"
                    + " such as FREQ=MONTHLY;BYDAY=1TU, and put remarks behind a comma.";

    private static final List<Integer> QUARTERS = List.of(1, 4, 7, 10);

    private static final Pattern COUNTING = Pattern.compile("INTERVAL=(?:[2-9]|[0-9]{2})|COUNT=");

    private static final Pattern BY_DAY = Pattern.compile(";BYDAY=([^;]*)");

    private final Facts facts;
    private final Set<DayOfWeek> days;
    private final List<Problem> notes = new ArrayList<>();

    Composition(List<Fact> ofDay, List<Fact> ofFrequency) {
        facts = new Facts(Stream.concat(ofDay.stream(), ofFrequency.stream()).toList());
        days = Facts.agreed(new Facts(ofDay).weekdays(), new Facts(ofFrequency).weekdays());
    }

    /**
     * The rule in the words of RFC 5545.
     *
     * @throws Unclear when what is said means nothing, or more than one thing
     */
    String rule() {
        String rule = repeating();
        for (Fact.Until until : facts.of(Fact.Until.class)) {
            rule += ";UNTIL=" + DateTimeFormatter.BASIC_ISO_DATE.format(until.day());
        }
        return rule;
    }

    /**
     * A rule that somebody wrote as one, with the day of the week that it takes from its first day.
     *
     * @throws Unclear when the day that was named beside it is another
     */
    String narrowed(String rule) {
        boolean weekly = rule.contains("FREQ=WEEKLY");
        Matcher named = BY_DAY.matcher(rule);
        if (named.find()) {
            if (days.stream().anyMatch(day -> !named.group(1).contains(MonthPlace.code(day)))) {
                throw new Unclear("The rule does not name " + names() + ".", "Name the same days in both.");
            }
            return rule;
        }
        boolean names = rule.contains("FREQ=DAILY") || rule.contains("BYMONTHDAY=");
        if (!weekly && (!days.isEmpty() || !names)) {
            throw new Unclear(
                    "The rule does not say on which day.",
                    "Add the day to the rule, for example ;BYDAY=1TU or ;BYMONTHDAY=15.");
        }
        return weekly ? rule + ";BYDAY=" + weekdays() : rule;
    }

    /** A rule that depends on where counting begins; null when it does not. */
    static @Nullable String countedBy(String rule) {
        return COUNTING.matcher(rule).find() ? rule : null;
    }

    /** What says how often, if the days depend on where counting begins. */
    @Nullable
    String counted() {
        Fact.Every every = every();
        return every == null || every.period().count() == 1 || ofQuarter() ? null : every.said();
    }

    @Nullable
    LocalDate start() {
        List<LocalDate> starts = facts.of(Fact.From.class).stream()
                .map(Fact.From::day)
                .distinct()
                .toList();
        if (starts.size() > 1) {
            throw new Unclear("It says two first days.", "Say one of them.");
        }
        return starts.isEmpty() ? null : starts.get(0);
    }

    @Nullable
    String alternatesWith() {
        return facts.of(Fact.Alternating.class).stream()
                .map(Fact.Alternating::other)
                .findFirst()
                .orElse(null);
    }

    /** What was left out or goes without saying. */
    List<Problem> notes() {
        for (Fact.Remark remark : facts.of(Fact.Remark.class)) {
            notes.add(
                    remark.exception()
                            ? new Problem(
                                    Problem.quoted(remark.text()) + " cannot be said in a rule.",
                                    "It is left out; cancel those dates here.")
                            : new Problem(
                                    Problem.quoted(remark.text()) + " does not say when.",
                                    "It is left out; write it into the purpose if people need it."));
        }
        return notes;
    }

    private String repeating() {
        Fact.Every every = every();
        String place = new MonthPlace(facts, days, notes).rule();
        if (alternatesWith() != null && (every == null || !every.period().equals(new Period(2, Period.Unit.WEEK)))) {
            throw new Unclear(
                    "It alternates with another meeting and does not say that it is every two weeks.",
                    "Write 'every two weeks', or what it is.");
        }
        if (place != null) {
            return monthly(every, place);
        }
        if (every == null) {
            return withoutPeriod();
        }
        return switch (every.period().unit()) {
            case DAY -> daily(every);
            case WEEK -> weekly(every);
            case MONTH -> throw placeMissing(every);
            case YEAR ->
                throw new Unclear(
                        Problem.quoted(every.said()) + " does not say on which day of the year.",
                        "Write a rule such as FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15.");
            case SPRINT ->
                throw new Unclear(
                        Problem.quoted(every.said()) + " depends on whose sprints they are.",
                        "Write it in weeks, for example 'every two weeks starting 11 Feb 2027'.");
        };
    }

    private Unclear placeMissing(Fact.Every every) {
        String day = days.size() == 1 ? Dates.name(days.iterator().next()) : "day";
        return new Unclear(
                Problem.quoted(every.said()) + " does not say which " + day + " it is.",
                days.size() == 1
                        ? "Write for example 'first " + day + " of the month', or 'every four weeks'."
                        : "Write for example 'first Tuesday of the month', or 'monthly on the 15th'.");
    }

    private String withoutPeriod() {
        List<Fact.Times> times = facts.of(Fact.Times.class);
        if (times.isEmpty()) {
            throw new Unclear(
                    facts.of(Fact.Remark.class).stream()
                                    .findFirst()
                                    .map(remark -> Problem.quoted(remark.text()))
                                    .orElse("It")
                            + " does not say how often.",
                    EXAMPLES);
        }
        Fact.Times said = times.get(0);
        if (said.period().equals(Period.WEEK) && said.count() == days.size()) {
            return "FREQ=WEEKLY;BYDAY=" + weekdays();
        }
        throw new Unclear(
                Problem.quoted(said.said()) + " does not say when.",
                switch (said.period().unit()) {
                    case WEEK -> "Name each of the days, for example 'Tuesday and Thursday'.";
                    case YEAR -> "Write a rule such as FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15.";
                    default -> "Write for example '1st and 3rd Tuesday of the month', or 'every two weeks'.";
                });
    }

    private String daily(Fact.Every every) {
        if (days.isEmpty()) {
            return "FREQ=DAILY" + interval(every);
        }
        if (every.period().count() == 1 && days.size() > 1) {
            return "FREQ=WEEKLY;BYDAY=" + weekdays();
        }
        throw contradiction(every, names());
    }

    private String weekly(Fact.Every every) {
        if (days.size() > 1 && every.said().toLowerCase(Locale.ROOT).startsWith("bi")) {
            throw new Unclear(
                    Problem.quoted(every.said()) + " with more than one day may be twice a week or every two weeks.",
                    "Write 'weekly' or 'every two weeks'.");
        }
        return "FREQ=WEEKLY" + interval(every) + ";BYDAY=" + weekdays();
    }

    /** The days of the week, which the first day tells where nothing else does. */
    private String weekdays() {
        LocalDate start = start();
        if (days.isEmpty() && start != null) {
            return MonthPlace.code(start.getDayOfWeek());
        }
        if (days.isEmpty()) {
            throw new Unclear("It does not say on which day of the week.", "Write the day, for example 'Tuesday'.");
        }
        if (start != null && !days.contains(start.getDayOfWeek())) {
            throw new Unclear(
                    "The first day, " + Dates.shown(start) + ", is no " + names() + ".",
                    "Correct the day of the week or the first day.");
        }
        return days.stream().map(MonthPlace::code).collect(Collectors.joining(","));
    }

    private String monthly(Fact.@Nullable Every every, String place) {
        if (every != null && !every.loose() && !every.period().isMonths()) {
            throw contradiction(every, "days of the month");
        }
        for (Fact.Times times : facts.of(Fact.Times.class)) {
            int places = place.split(",", -1).length;
            if (!times.period().equals(new Period(1, Period.Unit.MONTH)) || times.count() != places) {
                throw new Unclear(
                        Problem.quoted(times.said()) + " does not fit the days it names.", "Say only which days.");
            }
        }
        if (ofQuarter()) {
            return "FREQ=MONTHLY;BYMONTH=" + MonthPlace.joined(QUARTERS) + place;
        }
        return "FREQ=MONTHLY" + (every == null || every.loose() ? "" : interval(every)) + place;
    }

    private Fact.@Nullable Every every() {
        List<Fact.Every> said = facts.of(Fact.Every.class);
        Fact.Every every = null;
        for (Fact.Every one : said) {
            if (every == null || every.loose()) {
                every = one;
            } else if (!one.loose() && !one.period().equals(every.period())) {
                throw new Unclear(
                        "It says both " + Problem.quoted(every.said()) + " and " + Problem.quoted(one.said()) + ".",
                        "Write only one of them.");
            }
        }
        return every;
    }

    private boolean ofQuarter() {
        return facts.of(Fact.Positions.class).stream().anyMatch(Fact.Positions::ofQuarter);
    }

    private Unclear contradiction(Fact.Every every, String other) {
        return new Unclear(
                "It says both " + Problem.quoted(every.said()) + " and " + other + ".", "Write only one of them.");
    }

    private static String interval(Fact.Every every) {
        int count = every.period().count();
        return count == 1 ? "" : ";INTERVAL=" + count;
    }

    private String names() {
        return Facts.names(days);
    }
}
