package io.guildhall.cop.changes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
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
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people propose to change in pages. */
@Component
public class ProposedChanges {

    private static final String BY_PAGE = "by_page";
    private static final String BY_COMMUNITY = "by_community";
    private static final String BY_STATUS = "by_status";

    /** Open ones that one person may answer; more than anybody does. */
    private static final int MOST_OPEN = 500;

    public static final AggregateType<ProposedChange> TYPE = AggregateType.of(
            "proposed change",
            "cop.page-changes",
            "proposed_changes",
            ProposedChange.class,
            List.of(ChangeProposed.class, ChangeTaken.class, ChangeDeclined.class, ChangeWithdrawn.class),
            Index.on(BY_PAGE, "state.page", "state.at"),
            Index.on(BY_COMMUNITY, "state.community", "state.status", "state.at"),
            Index.on(BY_STATUS, "state.status", "state.at"));

    private final AggregateStore<ProposedChange> store;
    private final Communities communities;
    private final Pages pages;

    ProposedChanges(AggregateStores stores, Communities communities, Pages pages) {
        this.store = stores.open(TYPE);
        this.communities = communities;
        this.pages = pages;
    }

    /**
     * What this actor may see; anything else is answered like something that does not exist. One's own stays one's own where
     * the page is a draft again, which others do not see.
     */
    public Stored<ProposedChange> get(ChangeId id, Actor actor) {
        Stored<ProposedChange> found = store.get(id.value());
        ProposedChange change = found.state();
        if (!communities.sees(actor, change.visibility(), change.community()) || !isShown(change, actor)) {
            throw Refusal.notFound(TYPE.name(), id.value());
        }
        return found;
    }

    private boolean isShown(ProposedChange change, Actor actor) {
        return change.isBy(actor.id()) || pages.isSeenBy(actor, change.page());
    }

    /** Those of a page, the newest first; one's own where one does not see the page. */
    public Page<Stored<ProposedChange>> page(PageId page, Actor actor, @Nullable String cursor, int limit) {
        Bson visible = communities.visibleTo(actor);
        Bson shown = pages.isSeenBy(actor, page) ? visible : and(visible, eq("state.by", actor.id()));
        return store.page(new Query(BY_PAGE, and(eq("state.page", page.value()), shown), "at", true, cursor, limit));
    }

    /** What waits for an answer in a community, the oldest first. */
    public Page<Stored<ProposedChange>> waiting(
            CommunityId community, Actor actor, @Nullable String cursor, int limit) {
        communities.get(community, actor);
        Bson filter = and(
                eq("state.community", community.value()),
                eq("state.status", ChangeStatus.OPEN.name()),
                communities.visibleTo(actor));
        Page<Stored<ProposedChange>> found = store.page(new Query(BY_COMMUNITY, filter, "at", false, cursor, limit));
        return new Page<>(
                found.items().stream()
                        .filter(change -> isShown(change.state(), actor))
                        .toList(),
                found.next());
    }

    /** What waits for an answer on one of these pages. */
    List<Stored<ProposedChange>> openOn(Collection<PageId> wanted, Actor actor) {
        return open(BY_PAGE, in("state.page", wanted.stream().map(PageId::value).toList()), actor);
    }

    /** What waits for an answer in one of these communities. */
    List<Stored<ProposedChange>> openIn(Collection<CommunityId> wanted, Actor actor) {
        return open(
                BY_COMMUNITY,
                in("state.community", wanted.stream().map(CommunityId::value).toList()),
                actor);
    }

    private List<Stored<ProposedChange>> open(String index, Bson where, Actor actor) {
        Bson filter = and(where, eq("state.status", ChangeStatus.OPEN.name()), communities.visibleTo(actor));
        return store.list(index, filter, MOST_OPEN);
    }

    /** How many others of a person wait for an answer. */
    long countOpen(PersonId by, ChangeId other) {
        return store.count(
                BY_STATUS,
                and(
                        eq("state.status", ChangeStatus.OPEN.name()),
                        eq("state.by", by.value()),
                        ne("_id", other.value())));
    }

    Stored<ProposedChange> add(ChangeId id, CommandContext context, Change<ProposedChange> proposed) {
        return store.create(id.value(), context, proposed);
    }

    Stored<ProposedChange> change(
            ChangeId id, CommandContext context, Function<ProposedChange, Change<ProposedChange>> transition) {
        return store.update(id.value(), context, transition);
    }
}
