package io.guildhall.roadmap.outcomes;

import io.guildhall.roadmap.features.Dependency;
import io.guildhall.roadmap.features.Feature;
import io.guildhall.roadmap.shared.DependencyId;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.ImpedimentId;
import io.guildhall.roadmap.shared.OutcomeId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that is known of an outcome at one moment.
 *
 * @param features those linked to it
 * @param dependencies those of these features
 * @param impediments those that name one of these features, or none but one of their teams
 */
record Evidence(
        OutcomeId id,
        Outcome outcome,
        Map<FeatureId, Feature> features,
        Map<DependencyId, Dependency> dependencies,
        Map<ImpedimentId, Impediment> impediments) {

    /** In one order, whatever order they were read in. */
    Evidence {
        features = ordered(features, FeatureId::value);
        dependencies = ordered(dependencies, DependencyId::value);
        impediments = ordered(impediments, ImpedimentId::value);
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map, Function<K, String> text) {
        SortedMap<K, V> sorted = new TreeMap<>(Comparator.comparing(text));
        sorted.putAll(map);
        return sorted;
    }

    /** The features somebody still has to finish. */
    List<Map.Entry<FeatureId, Feature>> openFeatures() {
        return features.entrySet().stream()
                .filter(entry -> entry.getValue().status().open())
                .toList();
    }

    List<Map.Entry<DependencyId, Dependency>> dependenciesOf(FeatureId feature) {
        return dependencies.entrySet().stream()
                .filter(entry -> feature.equals(entry.getValue().feature()))
                .toList();
    }
}
