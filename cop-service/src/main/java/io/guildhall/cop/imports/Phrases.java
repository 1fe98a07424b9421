package io.guildhall.cop.imports;

import io.guildhall.platform.imports.Problem;
import java.time.LocalDate;
import java.util.List;

/**
 * The grammar of what people write about when they meet.
 *
 * <pre>
 * text        = clause { break clause }      break is a comma, bracket, dash, colon, full stop
 * clause      = { phrase | filler }          else a remark, unless it speaks of when
 * phrase      = every | times | adverb | near | position | monthdays | days | start | until | alternating | exception
 * start       = ("starting" | "since" | "next" | ...) date
 * until       = ("until" | "ending") date
 * alternating = ("alternating" | "interleaved") "with" name | "alternating" (unit | weekday)
 * exception   = ("except" | "unless" | "no meeting") rest
 * </pre>
 */
final class Phrases {

    private static final String[] STARTS = {
        "starting", "starts", "start", "beginning", "begins", "since", "effective", "commencing"
    };

    private final Parse parse;
    private final Words words;
    private final Places places;
    private final Rhythms rhythms;

    private Phrases(Parse parse) {
        this.parse = parse;
        this.words = parse.words;
        this.places = new Places(parse);
        this.rhythms = new Rhythms(parse, places);
    }

    /** @throws Unclear when it has no meaning, or more than one */
    static List<Fact> read(String text) {
        Phrases phrases = new Phrases(new Parse(new Words(text)));
        phrases.read();
        return phrases.parse.facts();
    }

    private void read() {
        while (!words.ended()) {
            if (words.atBreak() && !words.atLink()) {
                words.skip();
            } else if (words.atLink() || !parse.attempt(this::clause)) {
                remark();
            }
        }
    }

    private boolean clause() {
        while (!words.atBreak()) {
            if (!phrase() && !words.take(Vocabulary.FILLERS)) {
                return false;
            }
        }
        return true;
    }

    private void remark() {
        int begin = words.mark();
        if (words.atLink()) {
            words.skip();
        } else {
            words.toBreak();
        }
        String text = words.since(begin);
        if (parse.tellsWhen(begin)) {
            throw new Unclear(Problem.quoted(text) + " is not understood.", Composition.EXAMPLES);
        }
        parse.add(new Fact.Remark(text, false));
    }

    private boolean phrase() {
        refuseNoRhythm();
        return parse.attempt(rhythms::every)
                || parse.attempt(rhythms::times)
                || parse.attempt(rhythms::adverb)
                || parse.attempt(this::alternating)
                || parse.attempt(places::near)
                || parse.attempt(places::position)
                || parse.attempt(places::monthDays)
                || parse.attempt(places::days)
                || parse.attempt(this::start)
                || parse.attempt(this::until)
                || parse.attempt(this::exception);
    }

    private void refuseNoRhythm() {
        int begin = words.mark();
        for (String phrase : Vocabulary.NO_RHYTHM) {
            if (words.takeAll(phrase)) {
                throw new Unclear(
                        Problem.quoted(words.since(begin)) + " is no rhythm.",
                        "Nothing to do if they meet without one; else write how often, for example 'monthly on the 15th'.");
            }
        }
        for (String phrase : Vocabulary.RESTS) {
            if (words.takeAll(phrase)) {
                throw new Unclear(
                        "It says " + Problem.quoted(words.since(begin)) + ".",
                        "Nothing to do until they meet again; then take that word out.");
            }
        }
    }

    private boolean alternating() {
        int begin = words.mark();
        if (!words.take("alternating", "alternates", "alternate", "interleaved", "interleaving")) {
            return false;
        }
        if (words.take("with")) {
            words.take("the");
            int other = words.mark();
            words.toBreak();
            return parse.add(new Fact.Alternating(words.since(other)));
        }
        return rhythms.everyNth(2, begin);
    }

    private boolean start() {
        int begin = words.mark();
        boolean clear = words.take(STARTS) || words.takeAll("first meeting") || words.takeAll("as of");
        if (!clear && !words.take("from") && !words.takeAll("next meeting") && !words.take("next")) {
            return false;
        }
        words.take(":");
        words.take("on", "from", "with");
        LocalDate day = Dates.take(words);
        if (day == null && clear) {
            throw new Unclear(
                    "After " + Problem.quoted(words.since(begin)) + " stands no day.",
                    "Write the first day with its year, for example 'starting 11 Feb 2027'.");
        }
        return day != null && parse.add(new Fact.From(day));
    }

    private boolean until() {
        if (!words.take("until", "till", "ending", "ends", "through")) {
            return false;
        }
        words.take("on");
        LocalDate day = Dates.take(words);
        return day != null && parse.add(new Fact.Until(day));
    }

    private boolean exception() {
        int begin = words.mark();
        if (!words.take("except", "excluding", "unless", "skipping")
                && !words.takeAll("but not")
                && !words.takeAll("no meeting")
                && !words.takeAll("no meetings")) {
            return false;
        }
        words.toBreak();
        return !parse.tellsWhen(begin) && parse.add(new Fact.Remark(words.since(begin), true));
    }
}
