package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.schedule.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Does what is due although nothing happens: looks at outcomes that a day has made late, and ends overrides that have
 * expired. Every instance does it; who comes second finds nothing to do.
 */
@Component
class DueSweep extends Sweep {

    private static final Logger log = LoggerFactory.getLogger(DueSweep.class);

    private final AssessmentDues dues;
    private final AssessOutcome assess;
    private final OverrideAssessment overrides;
    private final Clock clock;

    DueSweep(
            AssessmentDues dues,
            AssessOutcome assess,
            OverrideAssessment overrides,
            Clock clock,
            @Value("${guildhall.roadmap.due-sweep}") Duration every) {
        super("due-sweep", every, every);
        this.dues = dues;
        this.assess = assess;
        this.overrides = overrides;
        this.clock = clock;
    }

    @Override
    protected void sweep() {
        overrides.endExpired();
        dues.dueAt(clock.instant()).forEach(this::look);
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
}
