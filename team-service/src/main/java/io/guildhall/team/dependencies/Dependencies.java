package io.guildhall.team.dependencies;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;

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
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.team.organization.Teams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The store of dependencies. */
@Component
public class Dependencies {

    public static final AggregateType<Dependency> TYPE = AggregateType.of(
            "dependency",
            "team.dependencies",
            "dependencies",
            Dependency.class,
            List.of(
                    DependencyProposed.class,
                    DependencyCommitted.class,
                    DependencyCountered.class,
                    DependencyDeclined.class,
                    DependencySlipped.class,
                    DependencyDelivered.class,
                    DependencyAccepted.class,
                    DependencyWithdrawn.class,
                    NeededByMoved.class,
                    DependencyDescribed.class,
                    DependencyHandedOver.class),
            Index.on("by_needed", "state.neededBy"),
            Index.on("by_scope", "state.scopes", "state.neededBy"),
            Index.on("by_feature", "state.feature"));

    private static final List<String> OPEN = List.of("PROPOSED", "COUNTERED", "COMMITTED", "DELIVERED", "DECLINED");

    /**
     * What a list is narrowed to; null means all.
     *
     * @param team a team, or a unit above teams for all of them; {@code needsAnswerFrom} likewise
     */
    public record Filter(
            @Nullable String team,
            @Nullable Side role,
            @Nullable DependencyStatus status,
            @Nullable String feature,
            @Nullable Boolean broken,
            @Nullable String needsAnswerFrom) {}

    private final AggregateStore<Dependency> store;
    private final Access access;
    private final Teams teams;

    Dependencies(AggregateStores stores, Access access, Teams teams) {
        this.store = stores.open(TYPE);
        this.access = access;
        this.teams = teams;
    }

    public Stored<Dependency> get(String id, Actor actor) {
        Stored<Dependency> found = store.get(id);
        if (!access.sees(actor, found.state().visibility(), found.state().scopes(), null)) {
            throw Refusal.notFound("dependency", id);
        }
        return found;
    }

    public Page<Stored<Dependency>> page(
            Filter filter, Actor actor, LocalDate today, @Nullable String cursor, int limit) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(access.visibleTo(actor, "state."));
        String index = "by_needed";
        if (filter.feature() != null) {
            conditions.add(eq("state.feature", filter.feature()));
            index = "by_feature";
        }
        if (filter.team() != null) {
            conditions.add(side(teams.idsOf(filter.team()), filter.role()));
            index = "by_scope";
        }
        if (filter.status() != null) {
            conditions.add(eq("state.status", filter.status().name()));
        }
        if (filter.needsAnswerFrom() != null) {
            conditions.add(answerDueFrom(teams.idsOf(filter.needsAnswerFrom())));
            index = "by_scope";
        }
        if (filter.broken() != null) {
            conditions.add(filter.broken() ? mayBeBroken(today) : nor(mayBeBroken(today)));
        }
        return store.page(new Query(index, and(conditions), "neededBy", false, cursor, limit));
    }

    /** Everything still open that concerns these teams, at most 2000. */
    public List<Stored<Dependency>> openOf(Collection<String> teams, Actor actor) {
        return store.list(
                "by_scope",
                and(in("state.scopes", teams), in("state.status", OPEN), access.visibleTo(actor, "state.")),
                2000);
    }

    List<Stored<Dependency>> ofFeature(String feature) {
        return store.list("by_feature", eq("state.feature", feature), 500);
    }

    Optional<Stored<Dependency>> find(String id) {
        return store.find(id);
    }

    Stored<Dependency> add(String id, CommandContext context, Change<Dependency> proposed) {
        return store.create(id, context, proposed);
    }

    Stored<Dependency> change(String id, CommandContext context, Function<Dependency, Change<Dependency>> transition) {
        return store.update(id, context, transition);
    }

    private static Bson side(List<String> teams, @Nullable Side role) {
        if (role == Side.CONSUMER) {
            return and(in("state.scopes", teams), in("state.consumer", teams));
        }
        return role == Side.PRODUCER
                ? and(in("state.scopes", teams), in("state.producer", teams))
                : in("state.scopes", teams);
    }

    private static Bson answerDueFrom(List<String> teams) {
        return and(
                in("state.scopes", teams),
                or(
                        and(eq("state.status", "PROPOSED"), in("state.producer", teams)),
                        and(
                                eq("state.status", "COUNTERED"),
                                eq("state.counterOffer.by", "CONSUMER"),
                                in("state.producer", teams)),
                        and(
                                eq("state.status", "COUNTERED"),
                                eq("state.counterOffer.by", "PRODUCER"),
                                in("state.consumer", teams)),
                        and(eq("state.status", "DELIVERED"), in("state.consumer", teams))));
    }

    /** Committed, and either past or later than needed; the store compares the two days of one document. */
    private static Bson mayBeBroken(LocalDate today) {
        Bson late = new Document("$expr", new Document("$gt", List.of("$state.committedBy", "$state.neededBy")));
        return and(
                eq("state.status", "COMMITTED"),
                or(lt("state.committedBy", today.toString()), and(gt("state.neededBy", ""), late)));
    }
}
