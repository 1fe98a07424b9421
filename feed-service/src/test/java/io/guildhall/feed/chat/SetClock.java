package io.guildhall.feed.chat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock of a business in Berlin that shows what a test sets. */
final class SetClock extends Clock {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private volatile Instant now;

    SetClock(String local) {
        now = moment(local);
    }

    /** @param local like 2026-11-27T10:00 */
    void set(String local) {
        now = moment(local);
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return BERLIN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
