package io.guildhall.cop.trees;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Forgets what nobody but its runner has seen, also where no tree is run any more. Every instance does it; who comes second
 * finds nothing to do.
 */
@Component
class ForgetRuns implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ForgetRuns.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final CountRuns counts;
    private final Clock clock;
    private @Nullable ScheduledExecutorService timer;

    ForgetRuns(CountRuns counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** One pass; what fails is tried again by the next. */
    void sweep() {
        try {
            counts.forget(clock.instant());
        } catch (RuntimeException e) {
            log.warn("Old runs wait for the next sweep: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "forget-runs");
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
