package io.guildhall.cop.trees;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;

import io.guildhall.cop.communities.Communities;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The runs that were attached to something. */
@Component
public class TreeRuns {

    private static final String BY_SUBJECT = "by_subject";

    /** Runs about one thing; more than anybody reads. */
    private static final int MOST_ABOUT_ONE = 100;

    public static final AggregateType<TreeRun> TYPE = AggregateType.of(
            "run",
            "cop.tree-runs",
            "tree_runs",
            TreeRun.class,
            List.of(TreeRunAttached.class, TreeRunDetached.class),
            Index.on(BY_SUBJECT, "state.about.id"));

    private final AggregateStore<TreeRun> store;
    private final Communities communities;

    TreeRuns(AggregateStores stores, Communities communities) {
        this.store = stores.open(TYPE);
        this.communities = communities;
    }

    /**
     * None while it belongs to its runner alone.
     *
     * @throws Refusal 404 when this actor may not see it
     */
    Optional<Stored<TreeRun>> find(RunId id, Actor actor) {
        Optional<Stored<TreeRun>> found = store.find(id.value());
        found.map(Stored::state).ifPresent(run -> {
            if (!communities.sees(actor, run.visibility(), run.community())) {
                throw Refusal.notFound(TYPE.name(), id.value());
            }
        });
        return found;
    }

    /** What is attached to something, as far as this actor may see it. */
    public List<Stored<TreeRun>> about(Attachment.Kind kind, String id, Actor actor) {
        return store.list(
                BY_SUBJECT,
                and(
                        eq("state.about.id", id),
                        elemMatch("state.about", and(eq("kind", kind.name()), eq("id", id))),
                        communities.visibleTo(actor)),
                MOST_ABOUT_ONE);
    }

    /** Shows a run, or, where it is shown already, changes it. */
    Stored<TreeRun> show(
            RunId id, CommandContext context, Change<TreeRun> shown, Function<TreeRun, Change<TreeRun>> transition) {
        return store.createOrUpdate(id.value(), context, () -> shown, transition);
    }

    Stored<TreeRun> change(RunId id, CommandContext context, Function<TreeRun, Change<TreeRun>> transition) {
        return store.update(id.value(), context, transition);
    }
}
