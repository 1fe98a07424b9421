package io.guildhall.cop.communities;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Visibility;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The communities, and who may see and lead which. */
@Component
public class Communities {

    private static final String BY_NAME = "by_name";

    /** More than anybody leads. */
    private static final int MOST_LED = 500;

    public static final AggregateType<Community> TYPE = AggregateType.of(
            "community",
            "cop.communities",
            "communities",
            Community.class,
            List.of(
                    CommunityFounded.class,
                    CommunityRevised.class,
                    CommunityHandedOver.class,
                    CommunityCoLeadAdded.class,
                    CommunityCoLeadEnded.class,
                    CommunityQuestionAdded.class,
                    CommunityQuestionRemoved.class,
                    CadenceSet.class,
                    CadenceEnded.class,
                    GatheringMoved.class,
                    GatheringCancelled.class,
                    GatheringRestored.class,
                    CommunityArchived.class,
                    CommunityReopened.class),
            Index.on(BY_NAME, "state.name"));

    /**
     * What the list is narrowed to.
     *
     * @param mine only those the reader belongs to or leads
     * @param archived those that have ended, instead of those that go on
     * @param text words that name or purpose contain; null for all
     */
    public record Filter(
            boolean mine, boolean archived, @Nullable String text) {}

    private final AggregateStore<Community> store;
    private final Memberships memberships;
    private final Access access;

    Communities(AggregateStores stores, Memberships memberships, Access access) {
        this.store = stores.open(TYPE);
        this.memberships = memberships;
        this.access = access;
    }

    /** What this actor may see; anything else is answered like something that does not exist. */
    public Stored<Community> get(CommunityId id, Actor actor) {
        Stored<Community> found = store.get(id.value());
        if (!sees(actor, id, found.state())) {
            throw Refusal.notFound(TYPE.name(), id.value());
        }
        return found;
    }

    /** Whether an actor sees the community; none of its words says that there is one they do not see. */
    public boolean isSeenBy(Actor actor, CommunityId id) {
        return store.find(id.value())
                .filter(found -> sees(actor, id, found.state()))
                .isPresent();
    }

    /** Whatever the reader may see: for those who have asked already. */
    public Optional<Stored<Community>> find(CommunityId id) {
        return store.find(id.value());
    }

    /** By name. */
    public Page<Stored<Community>> page(Filter filter, Actor actor, @Nullable String cursor, int limit) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(filter.mine() ? theirs(actor) : or(openToAll(), theirs(actor)));
        conditions.add(eq("state.archived", filter.archived()));
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add(or(Search.in("state.name", filter.text()), Search.in("state.purpose", filter.text())));
        }
        return store.page(new Query(BY_NAME, and(conditions), "name", false, cursor, limit));
    }

    /**
     * The condition that leaves only what this actor may see of what communities hold. The documents carry
     * {@code visibility} and, in {@code scopes}, their community.
     */
    public Bson visibleTo(Actor actor) {
        access.requireKnown(actor);
        return or(openToAll(), in("state.scopes", idsOf(actor)));
    }

    /** Those an actor belongs to. */
    public List<String> idsOf(Actor actor) {
        return actor.person() == null ? List.of() : memberships.of(new PersonId(actor.person()));
    }

    /** Those an actor belongs to that have not ended. */
    public List<Stored<Community>> goingOnOf(Actor actor) {
        return store.findAll(idsOf(actor)).stream()
                .filter(community -> !community.state().archived())
                .toList();
    }

    /** What they are called, whoever asks; those that do not exist are left out. */
    public Map<String, String> names(Collection<String> ids) {
        return store.findAll(ids).stream()
                .collect(Collectors.toMap(Stored::id, found -> found.state().name()));
    }

    /** Those of some communities that have not ended, whoever asks. */
    public Set<String> goingOn(Collection<CommunityId> ids) {
        return store.findAll(ids.stream().map(CommunityId::value).distinct().toList()).stream()
                .filter(found -> !found.state().archived())
                .map(Stored::id)
                .collect(Collectors.toSet());
    }

    /** Those that an actor leads, alone or with others. */
    public List<Stored<Community>> ledBy(Actor actor) {
        return store.list(BY_NAME, isLedBy(actor), MOST_LED);
    }

    /** Whether an actor sees something of a community that is for everybody or for its members. */
    public boolean sees(Actor actor, Visibility visibility, CommunityId community) {
        return actor.known()
                && (visibility == Visibility.ORGANIZATION
                        || (visibility == Visibility.TEAM && isMember(actor, community)));
    }

    /** Whether the actor leads it or belongs to it, where that is enough, or holds another role that may. */
    public boolean may(Actor actor, String useCase, Stored<Community> community) {
        Set<String> allowed = access.table().getOrDefault(useCase, Set.of());
        return community.state().rolesOf(actor.id()).stream().anyMatch(role -> allowed.contains(role.name()))
                || (allowed.contains(Membership.ROLE) && isMember(actor, new CommunityId(community.id())))
                || access.may(actor, useCase, List.of(Access.ROOT));
    }

    /** @throws Refusal 403 that says who may */
    public void require(Actor actor, String useCase, Stored<Community> community) {
        if (!may(actor, useCase, community)) {
            access.require(actor, useCase, Access.ROOT);
        }
    }

    public boolean isMember(PersonId person, CommunityId id) {
        return memberships.isMember(id, person);
    }

    public boolean isMember(Actor actor, CommunityId id) {
        return actor.person() != null && isMember(new PersonId(actor.person()), id);
    }

    Stored<Community> add(CommunityId id, CommandContext context, Change<Community> founded) {
        return store.create(id.value(), context, founded);
    }

    Stored<Community> change(
            CommunityId id, CommandContext context, Function<Community, Change<Community>> transition) {
        return store.update(id.value(), context, transition);
    }

    private boolean sees(Actor actor, CommunityId id, Community community) {
        return actor.known() && (community.openToAll() || community.isLedBy(actor.id()) || isMember(actor, id));
    }

    private static Bson openToAll() {
        return eq("state.visibility", Visibility.ORGANIZATION.name());
    }

    private Bson theirs(Actor actor) {
        return or(in("_id", idsOf(actor)), isLedBy(actor));
    }

    private static Bson isLedBy(Actor actor) {
        return elemMatch("state.assignments", and(eq("person", actor.id()), eq("to", null)));
    }
}
