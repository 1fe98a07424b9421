package io.guildhall.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.feed.outgoing.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How seldom an endpoint that fails is tried, and how often one that does not. */
class RestTests {

    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");

    private final Rest rest = new Rest(Duration.ofSeconds(1));

    @Test
    void triesAfterASecondThenTwiceAsLateAndNoLaterThanAMinuteInTheFirstHour() {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            rest.failed(1, outcome(0, null), START, START);
            pauses.add(rest.untilNext(START).toSeconds());
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void triesEveryFiveMinutesAfterAnHour() {
        Instant later = START.plus(Duration.ofMinutes(61));
        rest.failed(1, outcome(0, null), START, later);
        rest.failed(1, outcome(0, null), START, later);
        assertThat(rest.untilNext(later)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        rest.failed(1, outcome(503, Duration.ofMinutes(7)), START, START);
        assertThat(rest.untilNext(START)).isEqualTo(Duration.ofMinutes(7));
        assertThat(Rest.backoff(Duration.ofSeconds(5), Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(60));
        assertThat(Rest.backoff(Duration.ofSeconds(100), Duration.ofSeconds(1)))
                .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(120));
    }

    @Test
    void triesTheOldestAgainUnlessThatWasAnswered() {
        List<Parcel> heads = List.of(parcel(3), parcel(7), parcel(9));
        assertThat(rest.choose(heads).position()).isEqualTo(3);
        rest.failed(3, outcome(0, null), START, START);
        assertThat(rest.choose(heads).position()).isEqualTo(3);
        rest.failed(3, outcome(500, null), START, START);
        assertThat(rest.choose(heads).position()).isEqualTo(7);
        rest.failed(9, outcome(500, null), START, START);
        assertThat(rest.choose(heads).position()).isEqualTo(3);
    }

    @Test
    void letsNoMoreThanTheRateGoInAnySecond() {
        Pace pace = new Pace(3);
        long second = TimeUnit.SECONDS.toNanos(1);
        for (long now : List.of(0L, second / 2, second / 2)) {
            assertThat(pace.nanosToWait(now)).isZero();
            pace.went(now);
        }
        assertThat(pace.nanosToWait(second / 2)).isEqualTo(second / 2);
        assertThat(pace.nanosToWait(second)).isZero();
        pace.went(second);
        assertThat(pace.nanosToWait(second)).isEqualTo(second / 2);
    }

    private static Outcome outcome(int status, @Nullable Duration retryAfter) {
        return new Outcome(new Attempt(START, status, 1, "It failed.", List.of(), ""), retryAfter);
    }

    private static Parcel parcel(long position) {
        return Parcel.stored(
                new Delivery(
                        "w",
                        position,
                        "t/s@" + position,
                        "t",
                        "t.v1",
                        "s" + position,
                        START,
                        Delivery.State.WAITING,
                        START,
                        0,
                        START,
                        null,
                        List.of()),
                START);
    }
}
