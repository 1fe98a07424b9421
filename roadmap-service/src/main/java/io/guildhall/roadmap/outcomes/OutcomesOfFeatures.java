package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Cause;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.features.LinkedOutcomes;
import io.guildhall.roadmap.shared.OutcomeId;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells features of the outcomes they are built for. */
@Component
class OutcomesOfFeatures implements LinkedOutcomes {

    private static final Logger log = LoggerFactory.getLogger(OutcomesOfFeatures.class);

    private final Outcomes outcomes;
    private final AssessOutcome assess;

    OutcomesOfFeatures(Outcomes outcomes, AssessOutcome assess) {
        this.outcomes = outcomes;
        this.assess = assess;
    }

    @Override
    public Collection<String> scopesOf(OutcomeId outcome, Actor actor) {
        return outcomes.visible(outcome, actor)
                .map(found -> List.of(Outcomes.home(found.state().area())))
                .orElseThrow(() -> Refusal.invalid(
                                "unknown-outcome", "There is no outcome '" + outcome + "'; choose one of the roadmap.")
                        .with("field", "outcome"));
    }

    @Override
    public Collection<String> scopesIfVisible(OutcomeId outcome, Actor actor) {
        return outcomes.visible(outcome, actor)
                .map(found -> List.of(Outcomes.home(found.state().area())))
                .orElse(List.of());
    }

    @Override
    public void changed(OutcomeId outcome, Cause cause) {
        try {
            assess.assess(outcome, cause);
        } catch (RuntimeException e) {
            log.warn("Outcome {} is assessed when the event arrives: {}", outcome, e.toString());
        }
    }
}
