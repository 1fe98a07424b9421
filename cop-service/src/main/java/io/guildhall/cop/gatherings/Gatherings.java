package io.guildhall.cop.gatherings;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** What was written down of gatherings; those of which nothing was are in the community's schedule only. */
@Component
public class Gatherings {

    private static final String BY_COMMUNITY = "by_community";

    /** Of one community; who has more open actions than that has another problem. */
    private static final int MOST_WITH_OPEN_ACTIONS = 200;

    public static final AggregateType<Gathering> TYPE = AggregateType.of(
            "gathering",
            "cop.gatherings",
            "gatherings",
            Gathering.class,
            List.of(
                    GatheringPrepared.class,
                    GatheringFacilitatorNamed.class,
                    GatheringNoted.class,
                    GatheringActionAgreed.class,
                    GatheringActionDone.class,
                    GatheringActionReopened.class,
                    GatheringHeld.class),
            Index.on(BY_COMMUNITY, "state.community", "state.on"));

    private final AggregateStore<Gathering> store;

    Gatherings(AggregateStores stores) {
        this.store = stores.open(TYPE);
    }

    public Optional<Stored<Gathering>> find(GatheringId id) {
        return store.find(id.value());
    }

    public List<Stored<Gathering>> findAll(Collection<GatheringId> ids) {
        return store.findAll(ids.stream().map(GatheringId::value).toList());
    }

    /** Earlier gatherings with something still to do, the oldest first. */
    public List<Stored<Gathering>> withOpenActionsBefore(CommunityId community, LocalDate on) {
        return store
                .list(
                        BY_COMMUNITY,
                        and(
                                eq("state.community", community.value()),
                                lt("state.on", on.toString()),
                                elemMatch("state.actions", eq("done", false))),
                        MOST_WITH_OPEN_ACTIONS)
                .stream()
                .sorted(Comparator.comparing(found -> found.state().on()))
                .toList();
    }

    /** The last ones that took place, the latest first. */
    List<Gathering> lastHeld(CommunityId community, int most) {
        Bson held = and(eq("state.community", community.value()), gte("state.attended", 1));
        return store.page(new Query(BY_COMMUNITY, held, "on", true, null, most)).items().stream()
                .map(Stored::state)
                .toList();
    }

    /**
     * Changes what is written down of a gathering, or begins it.
     *
     * @param blank what it is as long as nothing is written down: version 0
     * @throws Refusal 412 when somebody has written since the version the caller has seen
     */
    Stored<Gathering> change(
            GatheringId id,
            Gathering blank,
            CommandContext context,
            Function<Gathering, Change<Gathering>> transition) {
        Function<Gathering, Change<Gathering>> now = gathering -> transition.apply(gathering.like(blank));
        return store.createOrUpdate(id.value(), context, () -> now.apply(blank), now);
    }
}
