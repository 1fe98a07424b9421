package io.guildhall.cop.ideas;

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
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is suggested in all communities. */
@Component
public class Ideas {

    private static final String BY_STATUS = "by_status";
    private static final String BY_TITLE = "by_title";
    private static final String BY_DECISION = "by_decision";

    /** Undecided ideas of one community: more than it can ever try. */
    static final int MOST_OPEN = 200;

    public static final AggregateType<Idea> TYPE = AggregateType.of(
            "idea",
            "cop.ideas",
            "ideas",
            Idea.class,
            List.of(
                    IdeaProposed.class,
                    IdeaTrialStarted.class,
                    IdeaAdopted.class,
                    IdeaDropped.class,
                    IdeaDeclined.class,
                    IdeaWithdrawn.class),
            Index.on(BY_STATUS, "state.community", "state.status"),
            Index.on(BY_TITLE, "state.title"),
            Index.on(BY_DECISION, "state.community", "state.decidedAt"));

    private final AggregateStore<Idea> store;
    private final Communities communities;

    Ideas(AggregateStores stores, Communities communities) {
        this.store = stores.open(TYPE);
        this.communities = communities;
    }

    /** What this actor may see; anything else is answered like something that does not exist. */
    public Stored<Idea> get(IdeaId id, Actor actor) {
        Stored<Idea> found = store.get(id.value());
        if (!communities.sees(actor, found.state().visibility(), found.state().community())) {
            throw Refusal.notFound(TYPE.name(), id.value());
        }
        return found;
    }

    /** What a community has not decided yet; whether the reader sees the community is asked before. */
    List<Stored<Idea>> open(CommunityId community, Actor actor) {
        // Twice as many, because two who propose at once may both find a last place free.
        return store.list(BY_STATUS, and(isOpen(community), communities.visibleTo(actor)), 2 * MOST_OPEN);
    }

    long countOpen(CommunityId community) {
        return store.count(BY_STATUS, isOpen(community));
    }

    /** What a community has decided, the newest decision first. */
    public Page<Stored<Idea>> decided(
            CommunityId community, Collection<IdeaStatus> status, Actor actor, @Nullable String cursor, int limit) {
        communities.get(community, actor);
        Bson filter = and(eq("state.community", community.value()), is(status.stream()), communities.visibleTo(actor));
        return store.page(new Query(BY_DECISION, filter, "decidedAt", true, cursor, limit));
    }

    /** Those of all communities whose title holds some words, by title. */
    Page<Stored<Idea>> titled(String words, Actor actor, @Nullable String cursor, int limit) {
        Bson filter = and(communities.visibleTo(actor), Search.in("state.title", words));
        return store.page(new Query(BY_TITLE, filter, "title", false, cursor, limit));
    }

    Stored<Idea> add(IdeaId id, CommandContext context, Change<Idea> proposed) {
        return store.create(id.value(), context, proposed);
    }

    Stored<Idea> change(IdeaId id, CommandContext context, Function<Idea, Change<Idea>> transition) {
        return store.update(id.value(), context, transition);
    }

    private static Bson isOpen(CommunityId community) {
        return and(
                eq("state.community", community.value()),
                is(Stream.of(IdeaStatus.values()).filter(IdeaStatus::isOpen)));
    }

    private static Bson is(Stream<IdeaStatus> status) {
        return in("state.status", status.map(IdeaStatus::name).toList());
    }
}
