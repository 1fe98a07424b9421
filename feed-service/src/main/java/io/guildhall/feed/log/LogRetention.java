package io.guildhall.feed.log;

import io.guildhall.platform.schedule.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes entries that are older than they are kept, once an hour and on every instance: doing it twice changes nothing. */
@Component
final class LogRetention extends Sweep {

    private static final Logger log = LoggerFactory.getLogger(LogRetention.class);

    private final EventLog events;
    private final LogProperties properties;
    private final Clock clock;

    LogRetention(EventLog events, LogProperties properties, Clock clock) {
        super("log-retention", Duration.ofMinutes(1), Duration.ofHours(1));
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    protected void sweep() {
        long forgotten = events.forget(clock.instant().minus(properties.kept()));
        if (forgotten > 0) {
            log.info("{} entries of the event log were older than {} and are deleted", forgotten, properties.kept());
        }
    }
}
