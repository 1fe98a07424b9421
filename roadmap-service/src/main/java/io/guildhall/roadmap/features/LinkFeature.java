package io.guildhall.roadmap.features;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Cause;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.OutcomeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which outcome features are built for. */
@Component
public class LinkFeature {

    /** As many features are linked at once. */
    public static final int MOST = 100;

    private final Features features;
    private final LinkedOutcomes outcomes;
    private final Access access;

    LinkFeature(Features features, LinkedOutcomes outcomes, Access access) {
        this.features = features;
        this.outcomes = outcomes;
        this.access = access;
    }

    /** @param outcome null makes it work without an outcome */
    public Stored<Feature> link(FeatureId id, @Nullable OutcomeId outcome, CommandContext context) {
        Map<OutcomeId, Cause> touched = new LinkedHashMap<>();
        Stored<Feature> linked = link(id, outcome, scopes(outcome, context), context, touched);
        touched.forEach(outcomes::changed);
        return linked;
    }

    /**
     * Links many at once; which are linked already stay so. It stops at the first that is refused, and may be sent again.
     *
     * @throws Refusal 422 for more than {@value #MOST}
     */
    public List<Stored<Feature>> linkAll(
            Collection<FeatureId> ids, @Nullable OutcomeId outcome, CommandContext context) {
        if (ids.size() > MOST) {
            throw Refusal.invalid(
                    "too-many-features", "Link at most " + MOST + " features at once; send the rest after.");
        }
        Collection<String> scopes = scopes(outcome, context);
        Map<OutcomeId, Cause> touched = new LinkedHashMap<>();
        List<Stored<Feature>> linked = new ArrayList<>();
        try {
            for (FeatureId id : new LinkedHashSet<>(ids)) {
                linked.add(link(id, outcome, scopes, context, touched));
            }
        } finally {
            touched.forEach(outcomes::changed);
        }
        return linked;
    }

    private Collection<String> scopes(@Nullable OutcomeId outcome, CommandContext context) {
        return outcome == null ? List.of() : outcomes.scopesOf(outcome, context.actor());
    }

    /** Whoever is in charge of the other outcome only may not take its features away. */
    private void requireTaking(Feature feature, OutcomeId former, CommandContext context) {
        List<String> targets = new ArrayList<>(outcomes.scopesIfVisible(former, context.actor()));
        targets.add(Features.home(feature.team()));
        access.require(context.actor(), "LinkFeature", targets);
    }

    private Stored<Feature> link(
            FeatureId id,
            @Nullable OutcomeId outcome,
            Collection<String> outcomeScopes,
            CommandContext context,
            Map<OutcomeId, Cause> touched) {
        Stored<Feature> seen = features.get(id, context.actor());
        List<String> targets = new ArrayList<>(outcomeScopes);
        targets.add(Features.home(seen.state().team()));
        access.require(context.actor(), "LinkFeature", targets);
        OutcomeId former = seen.state().outcome();
        if (former != null && !former.equals(outcome)) {
            requireTaking(seen.state(), former, context);
        }
        Stored<Feature> linked =
                features.change(id, context, feature -> outcome == null ? feature.unlink() : feature.link(outcome));
        for (Feature state : List.of(seen.state(), linked.state())) {
            if (state.outcome() != null) {
                touched.put(state.outcome(), linked.asCause(context));
            }
        }
        return linked;
    }
}
