package io.guildhall.cop.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Removes files that were given and then used by no text, and what a crash has left of one. Every instance does it; who
 * comes second finds nothing to do.
 */
@Component
class ForgetFiles implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ForgetFiles.class);
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofHours(1);
    /** However slow a store is, a file has arrived in it by then. */
    private static final Duration ARRIVED = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    private final Files files;
    private final FileProperties properties;
    private final Clock clock;
    private @Nullable ScheduledExecutorService timer;

    ForgetFiles(Files files, FileProperties properties, Clock clock) {
        this.files = files;
        this.properties = properties;
        this.clock = clock;
    }

    /** One pass; what fails is tried again by the next. */
    void sweep() {
        try {
            Instant now = clock.instant();
            files.forget(now.minus(properties.forgetAfter()), AT_ONCE);
            files.forgetArrivals(now.minus(ARRIVED));
        } catch (RuntimeException e) {
            log.warn("Unused files wait for the next sweep: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "forget-files");
            thread.setDaemon(true);
            return thread;
        });
        var unused =
                started.scheduleWithFixedDelay(this::sweep, FIRST.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
