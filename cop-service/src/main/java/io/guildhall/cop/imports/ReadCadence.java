package io.guildhall.cop.imports;

import io.guildhall.cop.schedule.Cadence;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.imports.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands when people say they meet. What may be meant in more than one way is not guessed. */
final class ReadCadence {

    private static final int LONGEST = 500;
    private static final int FURTHEST_YEARS = 5;
    private static final Pattern RULE =
            Pattern.compile("\\s*(?:RRULE:)?([A-Z]+=[A-Z0-9,+-]+(?:;[A-Z]+=[A-Z0-9,+-]+)*)\\s*");

    private final LocalDate today;

    /** @param today where counting begins if nobody said where */
    ReadCadence(LocalDate today) {
        this.today = today;
    }

    Reading read(MeetingTimes times) {
        try {
            requireShort(times.day());
            requireShort(times.time());
            requireShort(times.zone());
            requireShort(times.frequency());
            return understood(times);
        } catch (Unclear unclear) {
            return new Reading.NotUnderstood(unclear.why());
        } catch (Refusal refusal) {
            return new Reading.NotUnderstood(new Problem(String.valueOf(refusal.getMessage()), Composition.EXAMPLES));
        }
    }

    private Reading understood(MeetingTimes times) {
        Matcher ready = RULE.matcher(times.frequency().toUpperCase(Locale.ROOT));
        boolean isRule = ready.matches();
        Composition said =
                new Composition(Phrases.read(times.day()), isRule ? List.of() : Phrases.read(times.frequency()));
        String rule = isRule ? said.narrowed(ready.group(1)) : said.rule();
        TimeOfDay time = TimeOfDay.read(times.time());
        ZoneNames.Found zone = zone(times.zone(), time.rest());
        LocalDate start = said.start();
        Cadence cadence = first(rule, start == null ? today : start, time, zone);
        String counted = isRule ? Composition.countedBy(rule) : said.counted();
        return new Reading.Understood(
                cadence,
                zone.taken(),
                start != null || counted == null ? null : counted(counted, said.alternatesWith(), cadence.first()),
                said.notes(),
                start == null ? said.alternatesWith() : null);
    }

    /** The first day from one on that the rule names. */
    private static Cadence first(String rule, LocalDate from, TimeOfDay time, ZoneNames.Found zone) {
        for (LocalDate day = from; day.isBefore(from.plusYears(FURTHEST_YEARS)); day = day.plusDays(1)) {
            try {
                return new Cadence(rule, day, time.at(), zone.zone(), time.minutes());
            } catch (Refusal refusal) {
                if (!refusal.type().equals("first-day-not-in-rule")) {
                    throw refusal;
                }
            }
        }
        throw new Unclear(
                "It names no day from " + Dates.shown(from) + " on.", "Correct its last day, or leave it out.");
    }

    private static Problem counted(String said, @Nullable String alternatesWith, LocalDate first) {
        return alternatesWith == null
                ? new Problem(
                        Problem.quoted(said) + " does not say from when.",
                        "It is counted from " + Dates.shown(first) + "; if that is wrong, write "
                                + Problem.quoted(said + " starting") + " with the first day.")
                : new Problem(
                        "It alternates with " + Problem.quoted(alternatesWith) + ", which is not known here.",
                        "It is counted from " + Dates.shown(first)
                                + "; if that is the other one's week, write 'starting' with the first day.");
    }

    private static ZoneNames.Found zone(String zone, String behindTime) {
        if (!zone.isBlank() && !behindTime.isEmpty()) {
            throw new Unclear(
                    Problem.quoted(behindTime) + " behind the time is not understood.", "Write only the time there.");
        }
        return ZoneNames.find(zone.isBlank() ? behindTime : zone);
    }

    private static void requireShort(String text) {
        if (text.length() > LONGEST) {
            throw new Unclear("A text of " + text.length() + " characters is not understood.", Composition.EXAMPLES);
        }
    }
}
