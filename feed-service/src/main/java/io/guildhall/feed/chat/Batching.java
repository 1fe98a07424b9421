package io.guildhall.feed.chat;

import io.guildhall.feed.chat.Channel.Progress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When a channel is told what waits for it: soon, but a burst at once; three messages a day at most, and what comes after
 * them in one on the next business morning.
 */
final class Batching {

    static final int MOST_A_DAY = 3;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Duration quiet;
    private final Duration longest;
    private final ZoneId zone;

    Batching(Duration quiet, Duration longest, ZoneId zone) {
        this.quiet = quiet;
        this.longest = longest;
        this.zone = zone;
    }

    /**
     * What waits to be told.
     *
     * @param happened when the oldest of it did
     * @param noticed when the oldest of it was seen here
     * @param newest when the newest of it was
     */
    record Waiting(Instant happened, Instant noticed, Instant newest) {

        Waiting and(Instant noticedNow) {
            return new Waiting(happened, noticed, noticedNow);
        }
    }

    /** The moment from which on it is told. */
    Instant due(Waiting waiting, Progress progress, Instant now) {
        Instant burst = earlier(waiting.newest().plus(quiet), waiting.noticed().plus(longest));
        LocalDate told = progress.day();
        if (told == null || progress.sent() < MOST_A_DAY) {
            return burst;
        }
        boolean cameOnThatDay = !dayOf(waiting.happened()).isAfter(told);
        boolean isThatDay = !dayOf(now).isAfter(told);
        return cameOnThatDay || isThatDay ? later(burst, morningAfter(told)) : burst;
    }

    LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private Instant morningAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (WEEKEND.contains(next.getDayOfWeek())) {
            next = next.plusDays(1);
        }
        return next.atTime(MORNING).atZone(zone).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
