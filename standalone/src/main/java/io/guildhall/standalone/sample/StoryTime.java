package io.guildhall.standalone.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * The time of the services while the sample is told: it starts in the past, is moved on from moment to moment, and is the
 * system's again when the story is over. Only a start that has to fill the product lays it over the services' clocks.
 */
public final class StoryTime {

    private final InstantSource system = InstantSource.system();
    private volatile Duration behind = Duration.ZERO;

    public Instant now() {
        return system.instant().minus(behind);
    }

    /** A service's clock: its zone stays, its time is the story's. */
    public Clock over(Clock clock) {
        return new Told(clock.getZone());
    }

    /** Goes on to a moment in the past, or to the system's time. In a story that has begun it never goes back. */
    void moveTo(Instant moment) {
        Instant present = system.instant();
        if (!moment.isBefore(present)) {
            end();
        } else if (behind.isZero() || moment.isAfter(now())) {
            behind = Duration.between(moment, present);
        }
    }

    /** From here on it is the system's time. */
    public void end() {
        behind = Duration.ZERO;
    }

    private final class Told extends Clock {

        private final ZoneId zone;

        private Told(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Told(other);
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
