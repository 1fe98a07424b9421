package io.guildhall.roadmap.features;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.UnitId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes what is said of a feature: as a whole, its day, or whom it needs. */
@Component
public class ReviseFeature {

    private final Features features;
    private final LinkedOutcomes outcomes;
    private final Organization organization;
    private final Access access;

    ReviseFeature(Features features, LinkedOutcomes outcomes, Organization organization, Access access) {
        this.features = features;
        this.outcomes = outcomes;
        this.organization = organization;
        this.access = access;
    }

    /** Says it anew; both the team it leaves and the one it goes to are asked for a role. */
    public Stored<Feature> revise(FeatureId id, FeatureDraft draft, CommandContext context) {
        Stored<Feature> seen = features.get(id, context.actor());
        organization.requireTeam(draft.team());
        draft.needs().forEach(need -> organization.requireTeam(need.team()));
        access.require(
                context.actor(), "ReviseFeature", Features.home(seen.state().team()));
        access.require(context.actor(), "ReviseFeature", Features.home(draft.team()));
        return change(id, context, feature -> feature.revise(draft, organization.calendar(), context.at()));
    }

    /** Moves it to another sprint or day; the commitments that break by this are flagged where they were made. */
    public Stored<Feature> reschedule(FeatureId id, Timing timing, @Nullable String reason, CommandContext context) {
        Stored<Feature> seen = features.get(id, context.actor());
        access.require(
                context.actor(), "RescheduleFeature", Features.home(seen.state().team()));
        return change(
                id, context, feature -> feature.reschedule(timing, reason, organization.calendar(), context.at()));
    }

    /** Names a team it cannot do without; that team is asked by a dependency. */
    public Stored<Feature> addNeed(FeatureId id, UnitId team, @Nullable String note, CommandContext context) {
        Stored<Feature> seen = features.get(id, context.actor());
        organization.requireTeam(team);
        access.require(context.actor(), "AddNeed", Features.home(seen.state().team()));
        return change(id, context, feature -> feature.addNeed(team, note, context.at()));
    }

    private Stored<Feature> change(
            FeatureId id, CommandContext context, Function<Feature, Change<Feature>> transition) {
        Stored<Feature> changed = features.change(id, context, transition);
        if (changed.state().outcome() != null) {
            outcomes.changed(changed.state().outcome(), changed.asCause(context));
        }
        return changed;
    }
}
