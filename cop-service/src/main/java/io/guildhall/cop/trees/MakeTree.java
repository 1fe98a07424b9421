package io.guildhall.cop.trees;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** Members begin decision trees; their owner or the leads work on them and publish them. */
@Component
public class MakeTree {

    private static final String DRAFT_TREE = "DraftTree";
    private static final String EDIT_TREE = "EditTree";
    private static final String PUBLISH_TREE = "PublishTree";

    private final Trees trees;
    private final Communities communities;
    private final Markdown markdown;

    MakeTree(Trees trees, Communities communities, Markdown markdown) {
        this.trees = trees;
        this.communities = communities;
        this.markdown = markdown;
    }

    public Stored<DecisionTree> draft(CommunityId id, DecisionTree.Content content, CommandContext context) {
        Stored<Community> community = communities.get(id, context.actor());
        communities.require(context.actor(), DRAFT_TREE, community);
        community.state().refuseArchived();
        refuseUnreadable(content);
        return trees.add(
                new TreeId(context.newId("tree")),
                context,
                DecisionTree.draft(id, community.state().openToAll(), content, new PersonId(context.by())));
    }

    public Stored<DecisionTree> edit(TreeId id, DecisionTree.Content content, CommandContext context) {
        require(id, EDIT_TREE, context);
        refuseUnreadable(content);
        return trees.change(id, context, tree -> tree.revise(content));
    }

    public Stored<DecisionTree> publish(TreeId id, CommandContext context) {
        require(id, PUBLISH_TREE, context);
        return trees.change(id, context, DecisionTree::publish);
    }

    private void require(TreeId id, String useCase, CommandContext context) {
        DecisionTree seen = trees.get(id, context.actor()).state();
        if (!seen.isOwnedBy(context.by())) {
            communities.require(context.actor(), useCase, communities.get(seen.community(), context.actor()));
        }
    }

    /** What cannot be rendered is refused when it is written, not when it is read. */
    private void refuseUnreadable(DecisionTree.Content content) {
        for (Node node : content.graph().nodes()) {
            String advice = node.advice();
            if (advice != null) {
                markdown.linksOf(advice);
            }
        }
    }
}
