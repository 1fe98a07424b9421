package io.guildhall.cop.communities;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.Stored;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who belongs to which community. */
@Component
public class Memberships {

    /** More than anybody keeps up with. */
    static final int MOST_OF_ONE = 200;

    private static final String BY_PERSON = "by_person";
    private static final String BY_COMMUNITY = "by_community";

    public static final AggregateType<Membership> TYPE = AggregateType.of(
            "membership",
            "cop.memberships",
            "memberships",
            Membership.class,
            List.of(CommunityJoined.class, CommunityLeft.class),
            Index.on(BY_PERSON, "state.person"),
            Index.on(BY_COMMUNITY, "state.scope", "state.from"));

    private final AggregateStore<Membership> store;

    Memberships(AggregateStores stores) {
        this.store = stores.open(TYPE);
    }

    public boolean isMember(CommunityId community, PersonId person) {
        return store.find(Membership.idOf(community, person))
                .filter(found -> found.state().lasts())
                .isPresent();
    }

    /** Whether the person belongs to it or once did. */
    boolean wasMember(CommunityId community, PersonId person) {
        return store.find(Membership.idOf(community, person)).isPresent();
    }

    public long count(CommunityId community) {
        return store.count(BY_COMMUNITY, presentOf(community));
    }

    /** The longest there first. */
    public Page<Stored<Membership>> page(CommunityId community, @Nullable String cursor, int limit) {
        return store.page(new Query(BY_COMMUNITY, presentOf(community), "from", false, cursor, limit));
    }

    /** The communities a person belongs to. */
    List<String> of(PersonId person) {
        return store
                .list(BY_PERSON, and(eq("state.person", person.value()), eq("state.to", null)), MOST_OF_ONE)
                .stream()
                .map(found -> found.state().scope().value())
                .toList();
    }

    void join(CommunityId community, PersonId person, LocalDate today, CommandContext context) {
        store.createOrUpdate(
                Membership.idOf(community, person),
                unversioned(context),
                () -> Membership.begin(community, person, today),
                membership -> membership.joinAgain(today));
    }

    void leave(CommunityId community, PersonId person, LocalDate today, CommandContext context) {
        String id = Membership.idOf(community, person);
        if (store.find(id).isPresent()) {
            store.update(id, unversioned(context), membership -> membership.leave(today));
        }
    }

    /** Joining twice is joining once, so neither a version nor a key is needed. */
    private static CommandContext unversioned(CommandContext context) {
        return new CommandContext(context.actor(), context.at(), null, null, null, context.cause());
    }

    private static Bson presentOf(CommunityId community) {
        return and(eq("state.scope", community.value()), eq("state.to", null));
    }
}
