package io.guildhall.roadmap.outcomes.kafka;

import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.Replicated;
import io.guildhall.roadmap.features.Dependencies;
import io.guildhall.roadmap.features.Dependency;
import io.guildhall.roadmap.outcomes.AssessOutcome;
import io.guildhall.roadmap.outcomes.FindTouchedOutcomes;
import io.guildhall.roadmap.outcomes.Impediment;
import io.guildhall.roadmap.outcomes.Impediments;
import io.guildhall.roadmap.shared.OutcomeId;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Assesses outcomes when something they depend on has happened: in team-service, or here. The roadmap's own features and
 * outcomes are read from the log as well, so that what a crash left undone after a write is done when the event arrives.
 */
@Configuration(proxyBeanMethods = false)
class AssessmentReactions {

    private final AssessOutcome assess;
    private final FindTouchedOutcomes touched;

    AssessmentReactions(AssessOutcome assess, FindTouchedOutcomes touched) {
        this.assess = assess;
        this.touched = touched;
    }

    @Bean
    Dependencies dependencies(Consumers consumers) {
        return new Dependencies(consumers.replicate(
                Dependencies.TOPIC,
                1,
                Dependency.class,
                (Replicated<Dependency> dependency, IncomingEvent event) ->
                        touched.by(dependency).forEach(outcome -> assess.assess(outcome, event.asCause())),
                Index.on(Dependencies.BY_FEATURE, "state.feature"),
                Index.on(Dependencies.BY_PRODUCER, "state.producer")));
    }

    @Bean
    Impediments impediments(Consumers consumers, Dependencies dependencies) {
        Impediments impediments = new Impediments(consumers.replicate(
                Impediments.TOPIC,
                1,
                Impediment.class,
                (Replicated<Impediment> impediment, IncomingEvent event) -> touched.by(impediment, dependencies)
                        .forEach(outcome -> assess.assess(outcome, event.asCause())),
                Index.on(Impediments.BY_STATUS, "state.status", "state.features")));
        consumers.hear("assessment", "roadmap.features", this::featureChanged);
        consumers.hear("assessment", "roadmap.outcomes", this::outcomeChanged);
        return impediments;
    }

    private void featureChanged(IncomingEvent event) {
        for (String link : List.of("outcome", "formerOutcome")) {
            if (event.state().path(link).isString()) {
                assess.assess(new OutcomeId(event.state().path(link).stringValue()), event.asCause());
            }
        }
    }

    private void outcomeChanged(IncomingEvent event) {
        assess.assess(new OutcomeId(event.subject()), event.asCause());
    }
}
