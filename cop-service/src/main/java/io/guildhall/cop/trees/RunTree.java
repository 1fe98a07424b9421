package io.guildhall.cop.trees;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Somebody answers the questions of a tree. Nobody else hears of it, until they attach what came of it to something; how
 * often an end was reached is counted without names.
 */
@Component
public class RunTree {

    private static final String RUN_TREE = "RunTree";

    private final Trees trees;
    private final Walks walks;
    private final TreeRuns runs;
    private final CountRuns counts;
    private final Communities communities;
    private final Clock clock;

    RunTree(Trees trees, Walks walks, TreeRuns runs, CountRuns counts, Communities communities, Clock clock) {
        this.trees = trees;
        this.walks = walks;
        this.runs = runs;
        this.counts = counts;
        this.communities = communities;
        this.clock = clock;
    }

    /**
     * A run as it is now.
     *
     * @param question what is asked; null at an end
     * @param end null while questions are open
     * @param about what it is or was attached to; none while it belongs to its runner alone
     * @param mine whether the reader ran it
     */
    public record State(
            RunId id,
            TreeId tree,
            String title,
            int revision,
            List<Step> steps,
            @Nullable Node question,
            @Nullable End end,
            List<Attachment> about,
            boolean mine) {}

    /** Begins at the first question. */
    public State start(TreeId id, CommandContext context) {
        DecisionTree tree = trees.get(id, context.actor()).state();
        communities.require(context.actor(), RUN_TREE, communities.get(tree.community(), context.actor()));
        RunId run = new RunId(context.newId("tree-run"));
        return own(run, walks.create(run, context, Walk.begin(id, tree, new PersonId(context.by()), context.at())));
    }

    /**
     * @param step counts the questions of this run, from 0; the same answer to the same step again changes nothing
     * @param choice counts the answers to the question, from 0
     */
    public State answer(RunId id, int step, int choice, CommandContext context) {
        refuseUnseen(id, context.actor(), context.at());
        Walk walk = walks.change(id, context, before -> before.answer(step, choice, context.at()));
        counts.count(id, walk);
        return walk.attached() ? get(id, context.actor()) : own(id, walk);
    }

    /** Asks the question of an earlier step again. */
    public State back(RunId id, int step, CommandContext context) {
        refuseUnseen(id, context.actor(), context.at());
        Walk walk = walks.change(id, context, before -> before.back(step, context.at()));
        return walk.attached() ? get(id, context.actor()) : own(id, walk);
    }

    public State get(RunId id, Actor actor) {
        Optional<Stored<TreeRun>> shown = runs.find(id, actor);
        if (shown.isPresent()) {
            return of(shown.get(), actor);
        }
        Instant now = clock.instant();
        refuseUnseen(id, actor, now);
        return own(id, walks.get(id, actor, now));
    }

    /**
     * Whoever ran it shows it to all who see the tree, as something that it was about.
     *
     * @param title what that is called; null where not everybody who sees the tree may know
     */
    public State attach(
            RunId id, Attachment.Kind kind, String subject, @Nullable String title, CommandContext context) {
        if (kind == Attachment.Kind.UNKNOWN) {
            throw Refusal.invalid("kind-unknown", "Choose what kind of thing it is from what there is.")
                    .with("field", "kind");
        }
        Attachment to = new Attachment(
                kind,
                Wording.required("id", subject, Wording.LINE),
                Wording.optional("title", title, Wording.LINE),
                new PersonId(context.by()),
                context.at());
        Optional<Stored<TreeRun>> shown = runs.find(id, context.actor());
        return of(shown.isPresent() ? again(id, shown.get(), to, context) : first(id, to, context), context.actor());
    }

    /** Whoever attached it takes it away again: others see that it was attached, and no longer what it says. */
    public State detach(RunId id, Attachment.Kind kind, String subject, CommandContext context) {
        Stored<TreeRun> shown =
                runs.find(id, context.actor()).orElseThrow(() -> Refusal.notFound(TreeRuns.TYPE.name(), id.value()));
        if (!shown.state().isOf(context.by())) {
            throw Refusal.forbidden("Only whoever attached the run takes it away; ask them.");
        }
        return of(runs.change(id, context, run -> run.detach(kind, subject, context.at())), context.actor());
    }

    public List<State> about(Attachment.Kind kind, String subject, Actor actor) {
        return runs.about(kind, subject, actor).stream()
                .map(run -> of(run, actor))
                .toList();
    }

    /** First it is made to stay as it is, then it is shown: whatever a crash leaves between can be attached again. */
    private Stored<TreeRun> first(RunId id, Attachment to, CommandContext context) {
        Visibility visibility = refuseUnseen(id, context.actor(), context.at());
        Walk walk = walks.change(id, context, Walk::freeze);
        End end = walk.end();
        if (end == null) {
            throw new IllegalStateException("Run " + id + " was attached before its end");
        }
        return runs.show(id, context, TreeRun.show(walk, end, to, visibility), run -> run.attach(to));
    }

    private Stored<TreeRun> again(RunId id, Stored<TreeRun> shown, Attachment to, CommandContext context) {
        if (!shown.state().isOf(context.by())) {
            throw Refusal.forbidden("Only whoever ran the tree attaches the run; run it yourself, and attach that.");
        }
        return runs.change(id, context, run -> run.attach(to));
    }

    /** Who sees the tree of a run; whoever does not see it any more does not go on. */
    private Visibility refuseUnseen(RunId id, Actor actor, Instant now) {
        return trees.get(walks.get(id, actor, now).tree(), actor).state().visibility();
    }

    private static State own(RunId id, Walk walk) {
        return new State(
                id,
                walk.tree(),
                walk.title(),
                walk.revision(),
                walk.steps(),
                walk.question(),
                walk.end(),
                List.of(),
                true);
    }

    private static State of(Stored<TreeRun> stored, Actor reader) {
        TreeRun run = stored.state();
        boolean mine = run.isOf(reader.id());
        boolean said = mine || run.isAttached();
        return new State(
                new RunId(stored.id()),
                run.tree(),
                run.title(),
                run.revision(),
                said ? run.steps() : List.of(),
                null,
                said ? run.end() : null,
                run.about(),
                mine);
    }
}
