package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.UnitId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes over what a tracker says of a feature. Importing the same again records nothing; needs, plans and a team that
 * people have added meanwhile stay. Whoever imports has been asked for a role before.
 */
@Component
public class ImportFeature {

    private final Features features;
    private final LinkedOutcomes outcomes;
    private final Organization organization;

    ImportFeature(Features features, LinkedOutcomes outcomes, Organization organization) {
        this.features = features;
        this.outcomes = outcomes;
        this.organization = organization;
    }

    /** What importing a row comes to. */
    public enum Effect {
        CREATED,
        REVISED,
        UNCHANGED
    }

    public record Imported(FeatureId id, Effect effect) {}

    /** The team that owns what was imported from there before. */
    public Optional<UnitId> teamOf(Origin origin) {
        return features.find(origin.featureId()).map(known -> known.state().team());
    }

    /** What {@link #take} would come to, with nothing written. */
    public Effect preview(Origin origin, FeatureDraft draft, CommandContext context) {
        Optional<Stored<Feature>> known = features.find(origin.featureId());
        if (known.isEmpty()) {
            Feature.plan(draft, null, origin, organization.calendar(), context.at());
            return Effect.CREATED;
        }
        return known.get()
                        .state()
                        .reviseFrom(origin, draft, organization.calendar(), context.at())
                        .events()
                        .isEmpty()
                ? Effect.UNCHANGED
                : Effect.REVISED;
    }

    /**
     * Plans the feature, or revises it by what differs.
     *
     * @param context without an expected version, so that a lost race is run again
     */
    public Imported take(Origin origin, FeatureDraft draft, CommandContext context) {
        FeatureId id = origin.featureId();
        Optional<Stored<Feature>> known = features.find(id);
        if (known.isEmpty()) {
            try {
                features.add(id, context, Feature.plan(draft, null, origin, organization.calendar(), context.at()));
                return new Imported(id, Effect.CREATED);
            } catch (Refusal refusal) {
                if (refusal.status() != 409) {
                    throw refusal;
                }
                // Another import has been faster: revise what it made.
            }
        }
        long before = features.find(id).map(Stored::version).orElse(0L);
        Stored<Feature> revised = features.change(
                id, context, feature -> feature.reviseFrom(origin, draft, organization.calendar(), context.at()));
        if (revised.version() == before) {
            return new Imported(id, Effect.UNCHANGED);
        }
        if (revised.state().outcome() != null) {
            outcomes.changed(revised.state().outcome(), revised.asCause(context));
        }
        return new Imported(id, Effect.REVISED);
    }
}
