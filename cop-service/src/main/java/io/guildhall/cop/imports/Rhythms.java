package io.guildhall.cop.imports;

import io.guildhall.platform.imports.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The part of the grammar that says how often.
 *
 * <pre>
 * every     = ["once"] ("every" | "each") ("other" unit | "other" weekday | ordinal unit | number unit | unit | position | days)
 * times     = ("once" | "twice" | number "times") ("a" | "per") unit
 * adverb    = "daily" | "weekly" | "biweekly" | "fortnightly" | "monthly" | "quarterly" | ...
 * </pre>
 */
final class Rhythms {

    private final Parse parse;
    private final Words words;
    private final Places places;

    Rhythms(Parse parse, Places places) {
        this.parse = parse;
        this.words = parse.words;
        this.places = places;
    }

    boolean every() {
        int begin = words.mark();
        words.take("once");
        if (!words.take("every", "each")) {
            return false;
        }
        if (words.take("other", "alternate")) {
            return everyNth(2, begin);
        }
        Integer ordinal = words.take(Vocabulary.ORDINALS);
        if (ordinal != null) {
            return (ordinal > 1 && parse.attempt(() -> unit(ordinal, begin))) || everyPlace(begin, ordinal);
        }
        Integer number = words.take(Vocabulary.NUMBERS);
        if (number != null) {
            return unit(number, begin);
        }
        if (parse.attempt(() -> unit(1, begin))) {
            return true;
        }
        return places.days() && addImplied(begin);
    }

    boolean everyNth(int n, int begin) {
        if (parse.attempt(() -> unit(n, begin))) {
            return true;
        }
        return places.days() && parse.add(new Fact.Every(new Period(n, Period.Unit.WEEK), false, words.since(begin)));
    }

    private boolean unit(int count, int begin) {
        Period unit = words.take(Vocabulary.UNITS);
        return unit != null && parse.add(new Fact.Every(unit.times(count), false, words.since(begin)));
    }

    /** "every second Tuesday" is every other one to some, and one a month to others. */
    private boolean everyPlace(int begin, int ordinal) {
        words.back(words.mark() - 1);
        if (!places.position()) {
            return false;
        }
        Fact found = parse.newest();
        boolean one = found instanceof Fact.Positions positions
                && positions.ordinals().size() == 1;
        if (one
                && ordinal > 1
                && !words.since(begin).endsWith("month")
                && !words.since(begin).endsWith("quarter")) {
            String said = words.since(begin);
            String place = said.substring(said.indexOf(' ') + 1);
            throw new Unclear(
                    Problem.quoted(said) + " may be every " + ordinal + " weeks, or once a month.",
                    "Write 'every " + ordinal + " weeks' or '" + place + " of the month'.");
        }
        return true;
    }

    private boolean addImplied(int begin) {
        return parse.add(new Fact.Every(Period.WEEK, true, words.since(begin)));
    }

    boolean times() {
        int begin = words.mark();
        Integer count = count();
        if (count == null) {
            return false;
        }
        Period period = words.take("a", "per", "each", "every", "/")
                ? words.take(Vocabulary.UNITS)
                : words.take("-", "in") ? timesIn() : words.take(Vocabulary.ADVERBS);
        return period != null
                && parse.add(
                        count == 1
                                ? new Fact.Every(period, false, words.since(begin))
                                : new Fact.Times(count, period, words.since(begin)));
    }

    private @Nullable Period timesIn() {
        words.take("a");
        words.take("-");
        Period unit = words.take(Vocabulary.UNITS);
        return unit == null ? words.take(Vocabulary.ADVERBS) : unit;
    }

    private @Nullable Integer count() {
        if (words.take("once", "1x")) {
            return 1;
        }
        if (words.take("twice", "2x")) {
            return 2;
        }
        if (words.take("3x")) {
            return 3;
        }
        Integer number = words.take(Vocabulary.NUMBERS);
        return number != null && words.take("times", "x") ? number : null;
    }

    boolean adverb() {
        int begin = words.mark();
        String adverb = words.peek().text();
        words.skip();
        if (Vocabulary.PREFIXES.contains(adverb)) {
            words.take("-");
            adverb += words.peek().text();
            words.skip();
        }
        if (adverb.equals("bimonthly") || adverb.equals("triweekly")) {
            throw new Unclear(
                    "'" + adverb + "' has two meanings.",
                    adverb.startsWith("bi")
                            ? "Write 'every two months', or '1st and 3rd Tuesday of the month'."
                            : "Write 'every three weeks', or the three days with 'weekly'.");
        }
        Period period = Vocabulary.ADVERBS.get(adverb);
        Period twice = Vocabulary.TWICE.get(adverb);
        if (twice != null) {
            return parse.add(new Fact.Times(2, twice, adverb));
        }
        return period != null && parse.add(new Fact.Every(period, false, words.since(begin)));
    }
}
