package io.guildhall.cop.pages;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.shared.CommunityId;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pages of all playbooks. */
@Component
public class Pages {

    private static final String BY_COMMUNITY = "by_community";
    private static final String BY_REVIEW = "by_review";
    private static final String BY_LINK = "by_link";
    private static final String BY_TREATED = "by_treated";
    private static final String BY_MADE = "by_made";
    private static final String BY_OWNER = "by_owner";
    private static final String BY_AUTHOR = "by_author";

    /** Pages that lead to one thing; more than anybody reads. */
    private static final int MOST_BACKLINKS = 100;

    /** Pages that help with something; the same. */
    private static final int MOST_HELPFUL = 100;

    public static final AggregateType<PlaybookPage> TYPE = AggregateType.of(
            "page",
            "cop.pages",
            "pages",
            PlaybookPage.class,
            List.of(
                    PageDrafted.class,
                    PageProposed.class,
                    PageWritten.class,
                    PagePurposeSet.class,
                    PageSubmitted.class,
                    PageSentBack.class,
                    PagePublished.class,
                    PageConfirmed.class,
                    PageOwned.class,
                    PageAuthorsNamed.class,
                    PageArchived.class,
                    PageReopened.class),
            Index.on(BY_COMMUNITY, "state.community", "state.title"),
            Index.on(BY_REVIEW, "state.community", "state.reviewBy"),
            Index.on(BY_LINK, "state.links"),
            Index.on(BY_TREATED, "state.treats"),
            Index.on(BY_MADE, "state.makes"),
            Index.on(BY_OWNER, "state.owner", "state.reviewBy"),
            Index.on(BY_AUTHOR, "state.authors", "state.reviewBy"));

    /**
     * What a list is narrowed to.
     *
     * @param status none for all that are not archived
     * @param before only those that are to be looked at again before this day; null for all
     * @param sentBack only those that a reviewer has sent back
     */
    public record Filter(
            Collection<PageStatus> status, @Nullable LocalDate before, boolean sentBack) {

        public Filter(Collection<PageStatus> status, @Nullable LocalDate before) {
            this(status, before, false);
        }
    }

    private final AggregateStore<PlaybookPage> store;
    private final Communities communities;
    private final List<Consumer<Stored<PlaybookPage>>> listeners = new CopyOnWriteArrayList<>();

    Pages(AggregateStores stores, Communities communities) {
        this.store = stores.open(TYPE);
        this.communities = communities;
    }

    /** What this actor may see; anything else is answered like something that does not exist. */
    public Stored<PlaybookPage> get(PageId id, Actor actor) {
        Stored<PlaybookPage> found = store.get(id.value());
        if (!communities.sees(actor, found.state().visibility(), found.state().community())) {
            throw Refusal.notFound(TYPE.name(), id.value());
        }
        return found;
    }

    /** Whether there is such a page and this actor may see it. */
    public boolean isSeenBy(Actor actor, PageId id) {
        return find(id).filter(found -> communities.sees(
                        actor, found.state().visibility(), found.state().community()))
                .isPresent();
    }

    public Optional<Stored<PlaybookPage>> find(PageId id) {
        return store.find(id.value());
    }

    /** Many at once, in no order; those that do not exist are left out. */
    public List<Stored<PlaybookPage>> findAll(Collection<PageId> ids) {
        return store.findAll(ids.stream().map(PageId::value).toList());
    }

    /** Tells of each page that was written here, as it is now, before whoever wrote it is answered. */
    public void whenWritten(Consumer<Stored<PlaybookPage>> listener) {
        listeners.add(listener);
    }

    /** Those of a community by title, or by the day on which they are to be looked at where that is asked for. */
    public Page<Stored<PlaybookPage>> page(
            CommunityId community, Filter filter, Actor actor, @Nullable String cursor, int limit) {
        communities.get(community, actor);
        Bson wanted = and(eq("state.community", community.value()), matching(filter, actor));
        return filter.before() == null
                ? store.page(new Query(BY_COMMUNITY, wanted, "title", false, cursor, limit))
                : store.page(new Query(BY_REVIEW, wanted, "reviewBy", false, cursor, limit));
    }

    /**
     * Those that somebody owns or writes with their owner, in the same order and at most so many; communities that have ended
     * are left out.
     */
    public List<Stored<PlaybookPage>> writtenBy(Actor actor, Filter filter, int most) {
        Map<String, Stored<PlaybookPage>> found = new HashMap<>();
        Bson wanted = matching(filter, actor);
        String sort = filter.before() == null ? "title" : "reviewBy";
        first(BY_OWNER, and(eq("state.owner", actor.id()), wanted), sort, most)
                .forEach(page -> found.put(page.id(), page));
        first(BY_AUTHOR, and(eq("state.authors", actor.id()), wanted), sort, most)
                .forEach(page -> found.put(page.id(), page));
        Set<String> goingOn = communities.goingOn(
                found.values().stream().map(page -> page.state().community()).toList());
        Comparator<Stored<PlaybookPage>> byTitle =
                Comparator.comparing(page -> page.state().title());
        Comparator<Stored<PlaybookPage>> byReview =
                Comparator.comparing(page -> page.state().reviewBy(), Comparator.nullsLast(Comparator.naturalOrder()));
        return found.values().stream()
                .filter(page -> goingOn.contains(page.state().community().value()))
                .sorted(filter.before() == null ? byTitle : byReview.thenComparing(byTitle))
                .limit(most)
                .toList();
    }

    private List<Stored<PlaybookPage>> first(String index, Bson wanted, String sort, int most) {
        List<Stored<PlaybookPage>> found = new ArrayList<>();
        String cursor = null;
        do {
            Page<Stored<PlaybookPage>> some = store.page(new Query(index, wanted, sort, false, cursor, Query.MOST));
            found.addAll(some.items());
            cursor = some.next();
        } while (cursor != null && found.size() < most);
        return found;
    }

    private Bson matching(Filter filter, Actor actor) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(communities.visibleTo(actor));
        Collection<PageStatus> wanted = filter.status().isEmpty()
                ? List.of(PageStatus.PROPOSED, PageStatus.DRAFT, PageStatus.IN_REVIEW, PageStatus.PUBLISHED)
                : filter.status();
        conditions.add(in("state.status", wanted.stream().map(PageStatus::name).toList()));
        if (filter.before() != null) {
            conditions.add(lt("state.reviewBy", filter.before().toString()));
        }
        if (filter.sentBack()) {
            conditions.add(ne("state.remark", null));
        }
        return and(conditions);
    }

    /** Each of those, a page of the list at a time. */
    public void forEach(CommunityId community, Filter filter, Actor actor, Consumer<Stored<PlaybookPage>> consumer) {
        String cursor = null;
        do {
            Page<Stored<PlaybookPage>> some = page(community, filter, actor, cursor, Query.MOST);
            some.items().forEach(consumer);
            cursor = some.next();
        } while (cursor != null);
    }

    /** The pages that lead to a path of the portal. */
    public List<Stored<PlaybookPage>> leadingTo(String path, Actor actor) {
        return store.list(BY_LINK, and(eq("state.links", path), communities.visibleTo(actor)), MOST_BACKLINKS);
    }

    /** Published pages that help with one of these rules, by title. */
    public List<Stored<PlaybookPage>> treating(Collection<String> rules, Actor actor) {
        return published(BY_TREATED, in("state.treats", rules), actor);
    }

    /** Published templates of which something is made, by title. */
    public List<Stored<PlaybookPage>> making(Makes makes, Actor actor) {
        return published(BY_MADE, eq("state.makes", makes.name()), actor);
    }

    private List<Stored<PlaybookPage>> published(String index, Bson condition, Actor actor) {
        Bson filter = and(condition, eq("state.status", PageStatus.PUBLISHED.name()), communities.visibleTo(actor));
        return store.list(index, filter, MOST_HELPFUL).stream()
                .sorted(Comparator.comparing(page -> page.state().title()))
                .toList();
    }

    Stored<PlaybookPage> add(PageId id, CommandContext context, Change<PlaybookPage> begun) {
        return told(store.create(id.value(), context, begun));
    }

    Stored<PlaybookPage> change(
            PageId id, CommandContext context, Function<PlaybookPage, Change<PlaybookPage>> transition) {
        return told(store.update(id.value(), context, transition));
    }

    private Stored<PlaybookPage> told(Stored<PlaybookPage> page) {
        listeners.forEach(listener -> listener.accept(page));
        return page;
    }
}
