package io.guildhall.cop.files;

import io.guildhall.platform.schedule.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Removes files that were given and then used by no text, and what a crash has left of one. Every instance does it; who
 * comes second finds nothing to do.
 */
@Component
class ForgetFiles extends Sweep {

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofHours(1);
    /** However slow a store is, a file has arrived in it by then. */
    private static final Duration ARRIVED = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    private final Files files;
    private final FileProperties properties;
    private final Clock clock;

    ForgetFiles(Files files, FileProperties properties, Clock clock) {
        super("forget-files", FIRST, EVERY);
        this.files = files;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    protected void sweep() {
        Instant now = clock.instant();
        files.forget(now.minus(properties.forgetAfter()), AT_ONCE);
        files.forgetArrivals(now.minus(ARRIVED));
    }
}
