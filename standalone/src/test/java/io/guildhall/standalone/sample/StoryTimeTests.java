package io.guildhall.standalone.sample;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class StoryTimeTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

    private final StoryTime time = new StoryTime();
    private final Clock clock = time.over(Clock.system(ZONE));

    @Test
    void isTheSystemsBeforeAndAfterTheStory() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, SECONDS));
        time.moveTo(ago(80));
        assertThat(clock.instant()).isCloseTo(ago(80), within(5, SECONDS));
        assertThat(clock.getZone()).isEqualTo(ZONE);
        time.end();
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, SECONDS));
    }

    @Test
    void goesOnlyForwardAndNeverIntoTheFuture() {
        time.moveTo(ago(10));
        time.moveTo(ago(20));
        assertThat(clock.instant()).isCloseTo(ago(10), within(5, SECONDS));
        time.moveTo(ago(-1));
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, SECONDS));
    }

    private static Instant ago(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }
}
