package io.guildhall.platform.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again for what is to be done, on every instance; doing it twice has to change nothing. What fails is
 * logged, and tried again by the next pass.
 */
public abstract class Sweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final String name;
    private final Duration first;
    private final Duration every;
    private @Nullable ScheduledExecutorService timer;

    /**
     * @param name of its thread
     * @param first how long after the start the first pass begins
     * @param every how long after the end of a pass the next one begins
     */
    protected Sweep(String name, Duration first, Duration every) {
        this.name = name;
        this.first = first;
        this.every = every;
    }

    /** One pass. */
    protected abstract void sweep();

    private void attempt() {
        try {
            sweep();
        } catch (RuntimeException e) {
            log.warn("What {} left undone waits for its next pass: {}", name, e.toString());
        }
    }

    @Override
    public final synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        var unused = started.scheduleWithFixedDelay(
                this::attempt, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public final synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return timer != null;
    }
}
