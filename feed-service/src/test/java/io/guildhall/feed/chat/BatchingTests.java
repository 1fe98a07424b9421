package io.guildhall.feed.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.feed.chat.Batching.Waiting;
import io.guildhall.feed.chat.Channel.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a channel is told what waits for it, for a business in Berlin. */
class BatchingTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = at("2026-11-25T10:00");

    private final Batching batching = new Batching(Duration.ofSeconds(30), Duration.ofMinutes(5), BERLIN);

    @Test
    void oneThingIsToldWhenNothingElseHasComeForAWhile() {
        assertThat(due(START, 0, null, 0)).isEqualTo(START.plusSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({"10, 40", "29, 59", "269, 299", "271, 300", "600, 300"})
    void aBurstIsToldAtOnceAndNoLaterThanFiveMinutesAfterItBegan(long newest, long due) {
        assertThat(due(START, newest, null, 0)).isEqualTo(START.plusSeconds(due));
    }

    /** 2026-11-25 is a Wednesday; winter time began on Sunday 2026-10-25, summer time begins on Sunday 2027-03-28. */
    @ParameterizedTest
    @CsvSource({
        // sent, on the day, when something comes, when it is told
        "0, 2026-11-25, 2026-11-25T10:00, 2026-11-25T10:00:30",
        "2, 2026-11-25, 2026-11-25T10:00, 2026-11-25T10:00:30",
        "3, 2026-11-24, 2026-11-25T00:05, 2026-11-25T00:05:30",
        "3, 2026-11-25, 2026-11-25T10:00, 2026-11-26T09:00",
        "3, 2026-11-25, 2026-11-25T23:59, 2026-11-26T09:00",
        "4, 2026-11-25, 2026-11-25T10:00, 2026-11-26T09:00",
        "3, 2026-11-27, 2026-11-27T16:00, 2026-11-30T09:00",
        "3, 2026-11-28, 2026-11-28T16:00, 2026-11-30T09:00",
        "3, 2026-11-29, 2026-11-29T16:00, 2026-11-30T09:00",
        "1, 2026-11-28, 2026-11-28T16:00, 2026-11-28T16:00:30",
        "3, 2026-12-31, 2026-12-31T16:00, 2027-01-01T09:00",
        "3, 2026-10-23, 2026-10-23T16:00, 2026-10-26T09:00",
        "3, 2027-03-26, 2027-03-26T16:00, 2027-03-29T09:00",
    })
    void threeADayAndTheRestOnTheNextBusinessMorning(int sent, LocalDate day, String comes, String told) {
        assertThat(due(at(comes), 0, day, sent)).isEqualTo(at(told));
    }

    @Test
    void whatWaitsForTheMorningWaitsAlsoOnceANewDayHasBegun() {
        Instant evening = at("2026-11-25T20:00");
        Instant afterMidnight = at("2026-11-26T00:10");
        Waiting waiting = new Waiting(evening, evening, evening).and(afterMidnight);
        assertThat(batching.due(waiting, progress(LocalDate.parse("2026-11-25"), 3), afterMidnight))
                .isEqualTo(at("2026-11-26T09:00"));
    }

    @Test
    void whatCameWhileNobodyLookedIsToldSoon() {
        Instant longAgo = at("2026-11-20T10:00");
        Waiting waiting = new Waiting(longAgo, START, START);
        assertThat(batching.due(waiting, progress(LocalDate.parse("2026-11-20"), 3), START))
                .isEqualTo(START.plusSeconds(30));
    }

    @Test
    void theDayIsTheBusinesss() {
        assertThat(batching.dayOf(Instant.parse("2026-11-25T23:30:00Z"))).isEqualTo("2026-11-26");
    }

    private Instant due(Instant noticed, long newest, @Nullable LocalDate day, int sent) {
        Waiting waiting = new Waiting(noticed, noticed, noticed).and(noticed.plusSeconds(newest));
        return batching.due(waiting, progress(day, sent), noticed);
    }

    private static Progress progress(@Nullable LocalDate day, int sent) {
        return new Progress(0, day, sent, 0, null, null, null, null, null);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
