package io.guildhall.roadmap.features;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Filters;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Search;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.UnitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The store of features. */
@Component
public class Features {

    public static final AggregateType<Feature> TYPE = AggregateType.of(
            "feature",
            "roadmap.features",
            "features",
            Feature.class,
            List.of(
                    FeaturePlanned.class,
                    FeatureDescribed.class,
                    FeatureReassigned.class,
                    FeatureProceeded.class,
                    FeatureRescheduled.class,
                    FeatureLinked.class,
                    FeatureUnlinked.class,
                    FeatureNeedAdded.class,
                    FeatureNeedDropped.class),
            Index.on("by_title", "state.title"),
            Index.on("by_outcome", "state.outcome", "state.title"),
            Index.on("by_team", "state.team", "state.title"),
            Index.on("by_sprint", "state.plannedSprint"));

    /** An outcome with more features than this is none. */
    static final int MOST_OF_ONE_OUTCOME = 1000;

    private static final int MOST_BY_SPRINT = 20_000;

    /**
     * What a list of features is narrowed to; null means all.
     *
     * @param unlinked only work without an outcome
     * @param text words that title or key contain
     */
    public record Filter(
            @Nullable UnitId team,
            @Nullable OutcomeId outcome,
            boolean unlinked,
            @Nullable String text,
            @Nullable FeatureStatus status) {}

    /**
     * How much work serves an outcome.
     *
     * @param open features that are planned or in progress
     * @param withoutOutcome those of them that serve none
     */
    public record Share(long open, long withoutOutcome) {}

    final AggregateStore<Feature> store;
    private final Access access;

    Features(AggregateStores stores, Access access) {
        this.store = stores.open(TYPE);
        this.access = access;
    }

    public Optional<Stored<Feature>> find(FeatureId id) {
        return store.find(id.value());
    }

    /** What this actor may see; anything else is answered like something that does not exist. */
    public Stored<Feature> get(FeatureId id, Actor actor) {
        Stored<Feature> found = store.get(id.value());
        Feature feature = found.state();
        if (!access.sees(actor, feature.visibility(), scopes(feature), null)) {
            throw Refusal.notFound("feature", id.value());
        }
        return found;
    }

    public Page<Stored<Feature>> page(Filter filter, Actor actor, @Nullable String cursor, int limit) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(access.visibleTo(actor, "state."));
        String index = "by_title";
        if (filter.status() != null) {
            conditions.add(eq("state.status", filter.status().name()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add(Filters.or(Search.in("state.title", filter.text()), Search.in("state.key", filter.text())));
        }
        if (filter.team() != null) {
            conditions.add(eq("state.team", filter.team().value()));
            index = "by_team";
        }
        if (filter.unlinked()) {
            conditions.add(eq("state.outcome", null));
            index = "by_outcome";
        }
        if (filter.outcome() != null) {
            conditions.add(eq("state.outcome", filter.outcome().value()));
            index = "by_outcome";
        }
        return store.page(new Query(index, and(conditions), "title", false, cursor, limit));
    }

    /** All features that are built for an outcome, whoever may see them. */
    public List<Stored<Feature>> of(OutcomeId outcome) {
        return store.list("by_outcome", eq("state.outcome", outcome.value()), MOST_OF_ONE_OUTCOME);
    }

    public List<Stored<Feature>> findAll(Collection<FeatureId> ids) {
        return store.findAll(ids.stream().map(FeatureId::value).distinct().toList());
    }

    /** Features of these teams that serve an outcome. */
    public List<Stored<Feature>> linkedOf(Collection<UnitId> teams) {
        return store.list(
                "by_team",
                and(in("state.team", teams.stream().map(UnitId::value).toList()), ne("state.outcome", null)),
                MOST_OF_ONE_OUTCOME);
    }

    /** Features whose day follows from the sprint calendar. */
    List<Stored<Feature>> plannedBySprint() {
        return store.list("by_sprint", Filters.gt("state.plannedSprint", 0), MOST_BY_SPRINT);
    }

    public Share share(Actor actor) {
        Bson open = and(
                in("state.status", FeatureStatus.PLANNED.name(), FeatureStatus.IN_PROGRESS.name()),
                access.visibleTo(actor, "state."));
        return new Share(
                store.count("by_title", open), store.count("by_outcome", and(eq("state.outcome", null), open)));
    }

    Stored<Feature> add(FeatureId id, CommandContext context, Change<Feature> planned) {
        return store.create(id.value(), context, planned);
    }

    Stored<Feature> change(FeatureId id, CommandContext context, Function<Feature, Change<Feature>> transition) {
        return store.update(id.value(), context, transition);
    }

    /** The units a feature concerns; one without a team concerns the product. */
    public static List<String> scopes(Feature feature) {
        return feature.scopes().stream().map(UnitId::value).toList();
    }

    /** Where a role is needed to change a feature: its own team, or the product while it has none. */
    public static String home(@Nullable UnitId team) {
        return team == null ? Access.ROOT : team.value();
    }
}
