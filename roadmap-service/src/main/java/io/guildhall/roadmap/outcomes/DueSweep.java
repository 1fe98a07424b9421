package io.guildhall.roadmap.outcomes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does what is due although nothing happens: looks at outcomes that a day has made late, and ends overrides that have
 * expired. Every instance does it; who comes second finds nothing to do.
 */
@Component
class DueSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DueSweep.class);

    private final AssessmentDues dues;
    private final AssessOutcome assess;
    private final OverrideAssessment overrides;
    private final Clock clock;
    private final Duration every;
    private @Nullable ScheduledExecutorService timer;

    DueSweep(
            AssessmentDues dues,
            AssessOutcome assess,
            OverrideAssessment overrides,
            Clock clock,
            @Value("${guildhall.roadmap.due-sweep}") Duration every) {
        this.dues = dues;
        this.assess = assess;
        this.overrides = overrides;
        this.clock = clock;
        this.every = every;
    }

    /** One pass; what fails is tried again by the next. */
    void sweep() {
        try {
            overrides.endExpired();
            List<AssessmentDues.Due> due = dues.dueAt(clock.instant());
            due.forEach(this::look);
        } catch (RuntimeException e) {
            log.warn("What is due waits for the next sweep: {}", e.toString());
        }
    }

    private void look(AssessmentDues.Due due) {
        try {
            Optional<Instant> again = assess.assess(due.outcome(), null);
            if (again.isPresent()) {
                dues.putOff(due, again.get());
                // Whoever looked between these two lines found something due already, and brought nothing forward.
                assess.assess(due.outcome(), null);
            }
        } catch (RuntimeException e) {
            log.warn("Outcome {} is looked at again by the next sweep: {}", due.outcome(), e.toString());
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "due-sweep");
            thread.setDaemon(true);
            return thread;
        });
        var unused =
                started.scheduleWithFixedDelay(this::sweep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
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
