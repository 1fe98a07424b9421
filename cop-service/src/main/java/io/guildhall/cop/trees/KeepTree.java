package io.guildhall.cop.trees;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody answers for a tree, hands it over, or puts it away. */
@Component
public class KeepTree {

    private static final String HAND_OVER_TREE = "HandOverTree";
    private static final String TAKE_TREE = "TakeTree";
    private static final String ARCHIVE_TREE = "ArchiveTree";

    private final Trees trees;
    private final Communities communities;
    private final People people;

    KeepTree(Trees trees, Communities communities, People people) {
        this.trees = trees;
        this.communities = communities;
        this.people = people;
    }

    /** Makes somebody answer for it: its owner or a lead says whom; where its owner has left, any member takes it. */
    public Stored<DecisionTree> own(TreeId id, PersonId owner, CommandContext context) {
        DecisionTree seen = trees.get(id, context.actor()).state();
        Stored<Community> community = communities.get(seen.community(), context.actor());
        boolean taken = owner.value().equals(context.by()) && mayTake(seen, community, context.actor());
        if (!taken && !seen.isOwnedBy(context.by())) {
            communities.require(context.actor(), HAND_OVER_TREE, community);
        }
        people.require(owner);
        return trees.change(id, context, tree -> tree.own(owner));
    }

    /** Whether somebody may make a tree theirs because who answered for it has left. */
    public boolean mayTake(DecisionTree tree, Stored<Community> community, Actor actor) {
        return people.hasLeft(tree.owner()) && communities.may(actor, TAKE_TREE, community);
    }

    public Stored<DecisionTree> archive(TreeId id, @Nullable String reason, CommandContext context) {
        require(id, context);
        return trees.change(id, context, tree -> tree.archive(reason));
    }

    public Stored<DecisionTree> reopen(TreeId id, CommandContext context) {
        require(id, context);
        return trees.change(id, context, DecisionTree::reopen);
    }

    private void require(TreeId id, CommandContext context) {
        DecisionTree seen = trees.get(id, context.actor()).state();
        if (!seen.isOwnedBy(context.by())) {
            communities.require(context.actor(), ARCHIVE_TREE, communities.get(seen.community(), context.actor()));
        }
    }
}
