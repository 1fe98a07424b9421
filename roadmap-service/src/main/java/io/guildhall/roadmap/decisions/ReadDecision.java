package io.guildhall.roadmap.decisions;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Cause;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.roadmap.shared.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Enters in the log what was decided elsewhere: one entry for each event, however often it is delivered. */
@Component
public class ReadDecision {

    private static final Actor SERVICE = Actor.service("roadmap-service");

    private final Decisions decisions;
    private final SupersedeDecision supersede;
    private final Clock clock;

    ReadDecision(Decisions decisions, SupersedeDecision supersede, Clock clock) {
        this.decisions = decisions;
        this.supersede = supersede;
        this.clock = clock;
    }

    /**
     * @param by who decided
     * @param at when
     */
    public void read(Source source, DecisionDraft draft, PersonId by, Instant at, Cause cause) {
        decisions.addOnce(Decision.idOf(source), context(cause), Decision.read(source, draft, by, at));
    }

    /** Makes the successor of a superseded decision, should whoever superseded it have died before. */
    public void superseded(DecisionId former, DecisionSuperseded event, PersonId by, Instant at, Cause cause) {
        supersede.ensure(former, SupersedeDecision.draft(event), by, at, context(cause));
    }

    private CommandContext context(Cause cause) {
        return CommandContext.because(SERVICE, clock.instant().truncatedTo(ChronoUnit.MILLIS), cause);
    }
}
