package io.guildhall.roadmap;

import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.contract.EventContractChecks;
import io.guildhall.roadmap.decisions.DecisionExamples;
import io.guildhall.roadmap.decisions.Decisions;
import io.guildhall.roadmap.features.FeatureExamples;
import io.guildhall.roadmap.features.Features;
import io.guildhall.roadmap.goal.ProductGoalExamples;
import io.guildhall.roadmap.goal.ProductGoals;
import io.guildhall.roadmap.outcomes.Assessments;
import io.guildhall.roadmap.outcomes.OutcomeExamples;
import io.guildhall.roadmap.outcomes.Outcomes;
import java.util.List;
import java.util.stream.Stream;

/** The events of this service against their published contracts. */
class EventContractsTests extends EventContractChecks {

    @Override
    protected String prefix() {
        return "guildhall.roadmap.";
    }

    @Override
    protected List<AggregateType<?>> types() {
        return List.of(ProductGoals.TYPE, Outcomes.TYPE, Assessments.TYPE, Features.TYPE, Decisions.TYPE);
    }

    @Override
    protected List<Change<?>> examples() {
        return Stream.of(
                        ProductGoalExamples.all(),
                        OutcomeExamples.all(),
                        OutcomeExamples.assessments(),
                        FeatureExamples.all(),
                        DecisionExamples.all())
                .flatMap(List::stream)
                .toList();
    }
}
