package io.guildhall.broken.feature;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

public final class ReadsTheSystemsTime {

    Instant instant() {
        return Instant.now();
    }

    LocalDate date() {
        return LocalDate.now(ZoneId.of("UTC"));
    }

    ZonedDateTime zoned() {
        return ZonedDateTime.now(ZoneId.of("UTC"));
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    LocalDate fine(Clock clock) {
        return LocalDate.now(clock);
    }
}
