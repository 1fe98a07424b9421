package io.guildhall.cop.trees;

import io.guildhall.cop.communities.Community;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** Puts a tree that was written before into a community, published, unless it is there. */
@Component
public class InstallTree {

    private final Trees trees;

    InstallTree(Trees trees) {
        this.trees = trees;
    }

    /**
     * Whoever installs it answers for it. Whether they may is asked before.
     *
     * @param id what the tree is known by, so that it is there once
     * @return whether it was not there yet
     */
    public boolean install(
            Stored<Community> community, TreeId id, DecisionTree.Content content, CommandContext context) {
        if (trees.find(id).isPresent()) {
            return false;
        }
        try {
            trees.add(
                    id,
                    CommandContext.of(context.actor(), context.at()),
                    DecisionTree.draft(
                                    new CommunityId(community.id()),
                                    community.state().openToAll(),
                                    content,
                                    new PersonId(context.by()))
                            .then(DecisionTree::publish));
            return true;
        } catch (Refusal raced) {
            if (trees.find(id).isEmpty()) {
                throw raced;
            }
            return false;
        }
    }
}
