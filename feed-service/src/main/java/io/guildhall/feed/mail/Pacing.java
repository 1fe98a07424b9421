package io.guildhall.feed.mail;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When what is to be answered is mailed: soon, but not at once, not often, and not on a free day. */
@Component
final class Pacing {

    /** More than anybody's communities change on a day; who moves a date to and fro fills no mailbox with it. */
    static final int MOST_INVITATIONS = 20;

    private final MailProperties properties;
    private final ZoneId zone;

    Pacing(MailProperties properties, Clock clock) {
        this.properties = properties;
        this.zone = clock.getZone();
    }

    /** A mail that may be sent at a moment, and what it is about. */
    record Due(Instant at, List<Matter> matters) {

        Due {
            matters = List.copyOf(matters);
        }
    }

    /**
     * The next mail to somebody.
     *
     * @param waiting at least one matter
     * @param sent when they were sent mails
     */
    Due next(List<Matter> waiting, List<Instant> sent, Instant now) {
        LocalDate today = day(now);
        if (isFull(today, sent)) {
            return new Due(morningAfter(today), waiting);
        }
        List<Matter> free = waiting.stream()
                .filter(one -> !heldUntil(one, sent).isAfter(now))
                .toList();
        if (free.isEmpty()) {
            Instant first = waiting.stream()
                    .map(one -> heldUntil(one, sent))
                    .min(Comparator.naturalOrder())
                    .orElse(now);
            return new Due(first, waiting);
        }
        Instant first = free.get(0).at();
        Instant last = free.get(0).at();
        for (Matter one : free) {
            first = one.at().isBefore(first) ? one.at() : first;
            last = one.at().isAfter(last) ? one.at() : last;
        }
        Instant quiet = last.plus(properties.quiet());
        Instant latest = first.plus(properties.latest());
        return new Due(quiet.isBefore(latest) ? quiet : latest, free);
    }

    /**
     * The gathering that is to be told next, if it has not been changed for a moment: one mail tells of one, the nearest by
     * its day first. After the last of a day they wait for the next day, and are told as they are then.
     *
     * @param sent when invitations were sent
     */
    Optional<Matter> invitation(List<Matter> waiting, List<Instant> sent, Instant now) {
        if (on(day(now), sent) >= MOST_INVITATIONS) {
            return Optional.empty();
        }
        return waiting.stream()
                .filter(one -> !one.at().plus(properties.quiet()).isAfter(now))
                .min(Comparator.comparing(Pacing::dayOf).thenComparing(Matter::id));
    }

    /** Its id ends with the day that its rhythm names. */
    private static String dayOf(Matter gathering) {
        String id = gathering.subject();
        return id.substring(Math.max(0, id.length() - LocalDate.EPOCH.toString().length()));
    }

    /** What came after the last mail of a day waits for the next business morning, everything else for nothing. */
    private Instant heldUntil(Matter matter, List<Instant> sent) {
        LocalDate found = day(matter.at());
        return isFull(found, sent) ? morningAfter(found) : Instant.MIN;
    }

    private boolean isFull(LocalDate day, List<Instant> sent) {
        return on(day, sent) >= properties.mostADay();
    }

    private long on(LocalDate day, List<Instant> sent) {
        return sent.stream().filter(at -> day(at).equals(day)).count();
    }

    private Instant morningAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        LocalDate business = isFree(next) ? next.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : next;
        return business.atTime(properties.morning()).atZone(zone).toInstant();
    }

    /** The business day whose morning has come, for as long as it is that day. */
    Optional<LocalDate> businessDay(Instant now) {
        LocalDate today = day(now);
        boolean hasCome = !now.atZone(zone).toLocalTime().isBefore(properties.morning());
        return hasCome && !isFree(today) ? Optional.of(today) : Optional.empty();
    }

    /** The Monday whose digest is due, for a day: who was not reached by then has a week that is old. */
    Optional<LocalDate> week(Instant now) {
        LocalDate monday = day(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant due = begin(monday);
        boolean isDue = !now.isBefore(due) && now.isBefore(begin(monday.plusDays(1)));
        return isDue ? Optional.of(monday) : Optional.empty();
    }

    private static boolean isFree(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** When the digest of a week is due. */
    Instant begin(LocalDate monday) {
        return monday.atTime(properties.digest()).atZone(zone).toInstant();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
