package io.guildhall.roadmap.outcomes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

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
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The store of outcomes. */
@Component
public class Outcomes {

    public static final AggregateType<Outcome> TYPE = AggregateType.of(
            "outcome",
            "roadmap.outcomes",
            "outcomes",
            Outcome.class,
            List.of(
                    OutcomeSet.class,
                    OutcomeRevised.class,
                    KeyResultMeasured.class,
                    OutcomeOverridden.class,
                    OverrideEnded.class),
            Index.on("by_title", "state.title"),
            Index.on("by_quarter", "state.quarter", "state.area", "state.title"),
            Index.on("by_override", "state.override.until"));

    private static final int MOST_OF_QUARTERS = 2000;
    private static final int MOST_EXPIRED = 500;

    /** What a list of outcomes is narrowed to; null means all. */
    public record Filter(
            @Nullable Quarter quarter,
            @Nullable UnitId area,
            @Nullable PersonId owner) {}

    private final AggregateStore<Outcome> store;
    private final Access access;

    Outcomes(AggregateStores stores, Access access) {
        this.store = stores.open(TYPE);
        this.access = access;
    }

    Optional<Stored<Outcome>> find(OutcomeId id) {
        return store.find(id.value());
    }

    /** What this actor may see; anything else is answered like something that does not exist. */
    public Stored<Outcome> get(OutcomeId id, Actor actor) {
        return visible(id, actor).orElseThrow(() -> Refusal.notFound("outcome", id.value()));
    }

    Optional<Stored<Outcome>> visible(OutcomeId id, Actor actor) {
        return find(id).filter(found -> access.sees(actor, found.state().visibility(), scopes(found.state()), null));
    }

    public Page<Stored<Outcome>> page(Filter filter, Actor actor, @Nullable String cursor, int limit) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(access.visibleTo(actor, "state."));
        String index = "by_title";
        if (filter.owner() != null) {
            conditions.add(eq("state.owner", filter.owner().value()));
        }
        if (filter.area() != null) {
            conditions.add(eq("state.area", filter.area().value()));
        }
        if (filter.quarter() != null) {
            conditions.add(eq("state.quarter", filter.quarter().toString()));
            index = "by_quarter";
        }
        return store.page(new Query(index, and(conditions), "title", false, cursor, limit));
    }

    /** All outcomes of some quarters that this actor may see. */
    public List<Stored<Outcome>> of(Collection<Quarter> quarters, Actor actor) {
        return store.list(
                "by_quarter",
                and(
                        in(
                                "state.quarter",
                                quarters.stream().map(Quarter::toString).toList()),
                        access.visibleTo(actor, "state.")),
                MOST_OF_QUARTERS);
    }

    /** Those with an override whose last day lies before this day. */
    List<Stored<Outcome>> overriddenUntilBefore(LocalDate day) {
        return store.list("by_override", lt("state.override.until", day.toString()), MOST_EXPIRED);
    }

    Stored<Outcome> add(OutcomeId id, CommandContext context, Change<Outcome> set) {
        return store.create(id.value(), context, set);
    }

    Stored<Outcome> change(OutcomeId id, CommandContext context, Function<Outcome, Change<Outcome>> transition) {
        return store.update(id.value(), context, transition);
    }

    /** The units an outcome concerns. */
    public static List<String> scopes(Outcome outcome) {
        return outcome.scopes().stream().map(UnitId::value).toList();
    }

    /** Where a role is needed to change an outcome: its area, or the product. */
    public static String home(@Nullable UnitId area) {
        return area == null ? Access.ROOT : area.value();
    }
}
