package io.guildhall.roadmap.decisions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

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
import io.guildhall.roadmap.shared.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision log. */
@Component
public class Decisions {

    public static final AggregateType<Decision> TYPE = AggregateType.of(
            "decision",
            "roadmap.decisions",
            "decisions",
            Decision.class,
            List.of(DecisionRecorded.class, DecisionAccepted.class, DecisionVetoed.class, DecisionSuperseded.class),
            Index.on("by_time", "-state.at"),
            Index.on("by_concern", "state.concerns.id", "-state.at"));

    /**
     * What the log is narrowed to; null means all.
     *
     * @param concerns the id of something it is about
     * @param text words that question, choice or reason contain
     */
    public record Filter(
            @Nullable String concerns,
            @Nullable DecisionStatus status,
            @Nullable String text) {}

    private final AggregateStore<Decision> store;
    private final Access access;

    Decisions(AggregateStores stores, Access access) {
        this.store = stores.open(TYPE);
        this.access = access;
    }

    /** What this actor may see; anything else is answered like something that does not exist. */
    public Stored<Decision> get(DecisionId id, Actor actor) {
        Stored<Decision> found = store.get(id.value());
        if (!access.sees(actor, found.state().visibility(), scopes(found.state()), null)) {
            throw Refusal.notFound("decision", id.value());
        }
        return found;
    }

    /** The newest first. */
    public Page<Stored<Decision>> page(Filter filter, Actor actor, @Nullable String cursor, int limit) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(access.visibleTo(actor, "state."));
        String index = "by_time";
        if (filter.status() != null) {
            conditions.add(eq("state.status", filter.status().name()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add(Filters.or(
                    Search.in("state.question", filter.text()),
                    Search.in("state.choice", filter.text()),
                    Search.in("state.why", filter.text())));
        }
        if (filter.concerns() != null) {
            conditions.add(eq("state.concerns.id", filter.concerns()));
            index = "by_concern";
        }
        return store.page(new Query(index, and(conditions), "at", true, cursor, limit));
    }

    Stored<Decision> add(DecisionId id, CommandContext context, Change<Decision> recorded) {
        return store.create(id.value(), context, recorded);
    }

    /** Adds what may be there already; then it stays as it is. */
    Stored<Decision> addOnce(DecisionId id, CommandContext context, Change<Decision> recorded) {
        return store.find(id.value()).orElseGet(() -> {
            try {
                return store.create(id.value(), context, recorded);
            } catch (Refusal refusal) {
                return store.find(id.value()).orElseThrow(() -> refusal);
            }
        });
    }

    Stored<Decision> change(DecisionId id, CommandContext context, Function<Decision, Change<Decision>> transition) {
        return store.update(id.value(), context, transition);
    }

    static List<String> scopes(Decision decision) {
        return decision.scopes().stream().map(UnitId::value).toList();
    }

    /** Where a role is needed to judge a decision: the units it holds in, or the product. */
    public static List<String> home(Decision decision) {
        return decision.scopes().isEmpty() ? List.of(Access.ROOT) : scopes(decision);
    }
}
