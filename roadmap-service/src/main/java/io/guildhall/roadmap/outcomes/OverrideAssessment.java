package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A named person says that an outcome stands otherwise than assessed, with a reason and for a time. */
@Component
public class OverrideAssessment {

    private final Outcomes outcomes;
    private final Access access;
    private final Clock clock;

    OverrideAssessment(Outcomes outcomes, Access access, Clock clock) {
        this.outcomes = outcomes;
        this.access = access;
        this.clock = clock;
    }

    /** @param until the last day it holds */
    public Stored<Outcome> override(
            OutcomeId id, Confidence state, @Nullable String reason, LocalDate until, CommandContext context) {
        require(id, context);
        PersonId by = new PersonId(context.by());
        return outcomes.change(
                id, context, outcome -> outcome.override(state, reason, until, by, context.at(), LocalDate.now(clock)));
    }

    public Stored<Outcome> end(OutcomeId id, CommandContext context) {
        require(id, context);
        return outcomes.change(id, context, Outcome::endOverride);
    }

    /** Ends every override whose last day is over; a second run finds nothing to do. */
    void endExpired() {
        LocalDate today = LocalDate.now(clock);
        CommandContext context = CommandContext.of(
                Actor.service("roadmap-service"), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        for (Stored<Outcome> outcome : outcomes.overriddenUntilBefore(today)) {
            outcomes.change(new OutcomeId(outcome.id()), context, present -> present.expireOverride(today));
        }
    }

    private void require(OutcomeId id, CommandContext context) {
        Outcome seen = outcomes.get(id, context.actor()).state();
        access.require(context.actor(), "OverrideAssessment", Outcomes.home(seen.area()));
    }
}
