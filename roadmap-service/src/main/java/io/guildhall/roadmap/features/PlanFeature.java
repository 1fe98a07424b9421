package io.guildhall.roadmap.features;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.OutcomeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a feature on the roadmap. */
@Component
public class PlanFeature {

    private final Features features;
    private final LinkedOutcomes outcomes;
    private final Organization organization;
    private final Access access;

    PlanFeature(Features features, LinkedOutcomes outcomes, Organization organization, Access access) {
        this.features = features;
        this.outcomes = outcomes;
        this.organization = organization;
        this.access = access;
    }

    /** @param outcome what it is built for; null is work without an outcome */
    public Stored<Feature> plan(FeatureDraft draft, @Nullable OutcomeId outcome, CommandContext context) {
        organization.requireTeam(draft.team());
        draft.needs().forEach(need -> organization.requireTeam(need.team()));
        access.require(context.actor(), "PlanFeature", Features.home(draft.team()));
        if (outcome != null) {
            outcomes.scopesOf(outcome, context.actor());
        }
        Stored<Feature> planned = features.add(
                new FeatureId(context.newId("feature")),
                context,
                Feature.plan(draft, outcome, null, organization.calendar(), context.at()));
        if (outcome != null) {
            outcomes.changed(outcome, planned.asCause(context));
        }
        return planned;
    }
}
