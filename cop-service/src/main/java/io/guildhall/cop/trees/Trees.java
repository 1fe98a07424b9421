package io.guildhall.cop.trees;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

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
import io.guildhall.platform.aggregate.Search;
import io.guildhall.platform.aggregate.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision trees of all communities. */
@Component
public class Trees {

    private static final String BY_COMMUNITY = "by_community";
    private static final String BY_STATUS = "by_status";

    public static final AggregateType<DecisionTree> TYPE = AggregateType.of(
            "tree",
            "cop.trees",
            "trees",
            DecisionTree.class,
            List.of(
                    TreeDrafted.class,
                    TreeRevised.class,
                    TreePublished.class,
                    TreeArchived.class,
                    TreeReopened.class,
                    TreeOwned.class),
            Index.on(BY_COMMUNITY, "state.community", "state.title"),
            Index.on(BY_STATUS, "state.status", "state.title"));

    private final AggregateStore<DecisionTree> store;
    private final Communities communities;

    Trees(AggregateStores stores, Communities communities) {
        this.store = stores.open(TYPE);
        this.communities = communities;
    }

    /** What this actor may see; anything else is answered like something that does not exist. */
    public Stored<DecisionTree> get(TreeId id, Actor actor) {
        Stored<DecisionTree> found = store.get(id.value());
        if (!communities.sees(actor, found.state().visibility(), found.state().community())) {
            throw Refusal.notFound(TYPE.name(), id.value());
        }
        return found;
    }

    /**
     * Those of a community by title.
     *
     * @param status none for all that are not archived
     */
    public Page<Stored<DecisionTree>> page(
            CommunityId community, Collection<TreeStatus> status, Actor actor, @Nullable String cursor, int limit) {
        communities.get(community, actor);
        Collection<TreeStatus> wanted = status.isEmpty() ? List.of(TreeStatus.DRAFT, TreeStatus.PUBLISHED) : status;
        return store.page(new Query(
                BY_COMMUNITY,
                and(
                        eq("state.community", community.value()),
                        communities.visibleTo(actor),
                        in("state.status", wanted.stream().map(TreeStatus::name).toList())),
                "title",
                false,
                cursor,
                limit));
    }

    /**
     * The published ones of all communities by title, as far as this actor may see them.
     *
     * @param text words of the title; null for all
     */
    public Page<Stored<DecisionTree>> published(
            @Nullable String text, Actor actor, @Nullable String cursor, int limit) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(eq("state.status", TreeStatus.PUBLISHED.name()));
        conditions.add(communities.visibleTo(actor));
        if (text != null && !text.isBlank()) {
            conditions.add(Search.in("state.title", text));
        }
        return store.page(new Query(BY_STATUS, and(conditions), "title", false, cursor, limit));
    }

    Optional<Stored<DecisionTree>> find(TreeId id) {
        return store.find(id.value());
    }

    Stored<DecisionTree> add(TreeId id, CommandContext context, Change<DecisionTree> begun) {
        return store.create(id.value(), context, begun);
    }

    Stored<DecisionTree> change(
            TreeId id, CommandContext context, Function<DecisionTree, Change<DecisionTree>> transition) {
        return store.update(id.value(), context, transition);
    }
}
