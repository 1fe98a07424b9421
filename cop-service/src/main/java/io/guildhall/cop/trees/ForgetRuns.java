package io.guildhall.cop.trees;

import io.guildhall.platform.schedule.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Forgets what nobody but its runner has seen, also where no tree is run any more. Every instance does it; who comes second
 * finds nothing to do.
 */
@Component
class ForgetRuns extends Sweep {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final CountRuns counts;
    private final Clock clock;

    ForgetRuns(CountRuns counts, Clock clock) {
        super("forget-runs", FIRST, EVERY);
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    protected void sweep() {
        counts.forget(clock.instant());
    }
}
