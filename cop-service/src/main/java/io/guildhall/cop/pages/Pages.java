package io.guildhall.cop.pages;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

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
import java.util.List;
import java.util.Optional;
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
            Index.on(BY_MADE, "state.makes"));

    /**
     * What a list is narrowed to.
     *
     * @param status none for all that are not archived
     * @param before only those that are to be looked at again before this day; null for all
     */
    public record Filter(
            Collection<PageStatus> status, @Nullable LocalDate before) {}

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
        List<Bson> conditions = new ArrayList<>();
        conditions.add(eq("state.community", community.value()));
        conditions.add(communities.visibleTo(actor));
        Collection<PageStatus> wanted = filter.status().isEmpty()
                ? List.of(PageStatus.PROPOSED, PageStatus.DRAFT, PageStatus.IN_REVIEW, PageStatus.PUBLISHED)
                : filter.status();
        conditions.add(in("state.status", wanted.stream().map(PageStatus::name).toList()));
        if (filter.before() == null) {
            return store.page(new Query(BY_COMMUNITY, and(conditions), "title", false, cursor, limit));
        }
        conditions.add(lt("state.reviewBy", filter.before().toString()));
        return store.page(new Query(BY_REVIEW, and(conditions), "reviewBy", false, cursor, limit));
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
