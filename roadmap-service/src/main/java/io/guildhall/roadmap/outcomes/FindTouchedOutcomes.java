package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.replica.Replicated;
import io.guildhall.roadmap.features.Dependencies;
import io.guildhall.roadmap.features.Dependency;
import io.guildhall.roadmap.features.Feature;
import io.guildhall.roadmap.features.Features;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.UnitId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which outcomes may stand otherwise because of a dependency or an impediment; a few too many do no harm. */
@Component
public class FindTouchedOutcomes {

    private final Features features;
    private final Assessments assessments;

    FindTouchedOutcomes(Features features, Assessments assessments) {
        this.features = features;
        this.assessments = assessments;
    }

    /** The outcome of the feature that waits for it; of no feature, those that still name it. */
    public Collection<OutcomeId> by(Replicated<Dependency> dependency) {
        FeatureId feature = dependency.state().feature();
        return feature == null ? assessments.naming(dependency.id()) : outcomes(features.findAll(List.of(feature)));
    }

    /**
     * The outcomes of the features it names, those that still name it, and, where it is above the team and names no
     * feature, those of the teams it affects and of the features that wait for them.
     */
    public Collection<OutcomeId> by(Replicated<Impediment> impediment, Dependencies dependencies) {
        Impediment state = impediment.state();
        Set<OutcomeId> touched = new LinkedHashSet<>(assessments.naming(impediment.id()));
        touched.addAll(outcomes(features.findAll(state.features())));
        if (state.open() && state.features().isEmpty() && state.level().aboveTeam()) {
            Set<UnitId> teams = new HashSet<>(state.affectedTeams());
            teams.add(state.team());
            touched.addAll(outcomes(features.linkedOf(teams)));
            touched.addAll(outcomes(features.findAll(dependencies.producedBy(teams).stream()
                    .filter(dependency -> dependency.state().pending())
                    .map(dependency -> dependency.state().feature())
                    .filter(Objects::nonNull)
                    .toList())));
        }
        return touched;
    }

    private static Set<OutcomeId> outcomes(List<Stored<Feature>> features) {
        Set<OutcomeId> outcomes = new LinkedHashSet<>();
        for (Stored<Feature> feature : features) {
            if (feature.state().outcome() != null) {
                outcomes.add(feature.state().outcome());
            }
        }
        return outcomes;
    }
}
