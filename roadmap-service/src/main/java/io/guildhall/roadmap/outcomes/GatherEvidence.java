package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.replica.Replicated;
import io.guildhall.roadmap.features.Dependencies;
import io.guildhall.roadmap.features.Dependency;
import io.guildhall.roadmap.features.Feature;
import io.guildhall.roadmap.features.Features;
import io.guildhall.roadmap.shared.DependencyId;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.ImpedimentId;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.UnitId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads all that is known of an outcome: four queries, whatever their answers. */
@Component
class GatherEvidence {

    private final Outcomes outcomes;
    private final Features features;
    private final ObjectProvider<Dependencies> dependencies;
    private final ObjectProvider<Impediments> impediments;

    /** The replicas come later, because what follows from them is an assessment. */
    GatherEvidence(
            Outcomes outcomes,
            Features features,
            ObjectProvider<Dependencies> dependencies,
            ObjectProvider<Impediments> impediments) {
        this.outcomes = outcomes;
        this.features = features;
        this.dependencies = dependencies;
        this.impediments = impediments;
    }

    /** Empty when there is no such outcome. */
    Optional<Evidence> of(OutcomeId id) {
        return outcomes.find(id).map(outcome -> of(id, outcome.state()));
    }

    private Evidence of(OutcomeId id, Outcome outcome) {
        Map<FeatureId, Feature> linked = new LinkedHashMap<>();
        for (Stored<Feature> feature : features.of(id)) {
            linked.put(new FeatureId(feature.id()), feature.state());
        }
        List<FeatureId> open = linked.entrySet().stream()
                .filter(feature -> feature.getValue().status().open())
                .map(Map.Entry::getKey)
                .toList();
        Map<DependencyId, Dependency> needed = new LinkedHashMap<>();
        Map<ImpedimentId, Impediment> around = new LinkedHashMap<>();
        if (!open.isEmpty()) {
            for (Replicated<Dependency> dependency : dependencies.getObject().of(open)) {
                needed.put(new DependencyId(dependency.id()), dependency.state());
            }
            for (Replicated<Impediment> impediment : impediments.getObject().openAround(open, teams(linked, needed))) {
                around.put(new ImpedimentId(impediment.id()), impediment.state());
            }
        }
        return new Evidence(id, outcome, linked, needed, around);
    }

    private static Set<UnitId> teams(Map<FeatureId, Feature> features, Map<DependencyId, Dependency> dependencies) {
        Set<UnitId> teams = new HashSet<>();
        features.values().stream()
                .filter(feature -> feature.status().open() && feature.team() != null)
                .forEach(feature -> teams.add(feature.team()));
        dependencies.values().stream()
                .filter(Dependency::pending)
                .forEach(dependency -> teams.add(dependency.producer()));
        return teams;
    }
}
