package io.guildhall.feed.log;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deletes entries that are older than they are kept, once an hour and on every instance: doing it twice changes nothing. */
@Component
final class LogRetention implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogRetention.class);

    private final EventLog events;
    private final LogProperties properties;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService timer;

    LogRetention(EventLog events, LogProperties properties, Clock clock) {
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    private void forget() {
        try {
            long forgotten = events.forget(clock.instant().minus(properties.kept()));
            if (forgotten > 0) {
                log.info(
                        "{} entries of the event log were older than {} and are deleted", forgotten, properties.kept());
            }
        } catch (RuntimeException e) {
            log.warn("Old entries of the event log stay for now: {}", e.toString());
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "log-retention");
            thread.setDaemon(true);
            return thread;
        });
        var unused = started.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
        timer = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
