package io.guildhall.cop.trees.web;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.Ref;
import io.guildhall.cop.trees.Answer;
import io.guildhall.cop.trees.DecisionTree;
import io.guildhall.cop.trees.Gap;
import io.guildhall.cop.trees.KeepTree;
import io.guildhall.cop.trees.Node;
import io.guildhall.cop.trees.NodeId;
import io.guildhall.cop.trees.TreeStatus;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A decision tree as it is read.
 *
 * @param owner who answers for it
 * @param revision counts what it has said; a run names the one that it went through
 * @param start id of the first question; null while nobody has chosen one
 * @param gaps what keeps it from being published
 * @param can the use cases that the reader may carry out now
 */
record TreeView(
        String id,
        long version,
        Ref community,
        String title,
        @Nullable String summary,
        TreeStatus status,
        Ref owner,
        int revision,
        @Nullable NodeId start,
        List<NodeView> nodes,
        List<Gap> gaps,
        List<String> can) {

    /**
     * A question with answers, or an end with an outcome.
     *
     * @param advice Markdown
     * @param html the advice, safe to be shown
     */
    record NodeView(
            NodeId id,
            @Nullable String question,
            @Nullable String help,
            List<Answer> answers,
            @Nullable String outcome,
            @Nullable String advice,
            @Nullable String html) {}

    /** A tree in a list. */
    record TreeSummary(
            String id,
            Ref community,
            String title,
            @Nullable String summary,
            TreeStatus status,
            Ref owner,
            int revision,
            int questions,
            int ends) {}

    /** Makes views for one reader. */
    @Component
    static class Views {

        private final Communities communities;
        private final KeepTree keep;
        private final Markdown markdown;
        private final People people;

        Views(Communities communities, KeepTree keep, Markdown markdown, People people) {
            this.communities = communities;
            this.keep = keep;
            this.markdown = markdown;
            this.people = people;
        }

        TreeView of(Stored<DecisionTree> stored, Actor reader) {
            DecisionTree tree = stored.state();
            Stored<Community> community = communities.get(tree.community(), reader);
            return new TreeView(
                    stored.id(),
                    stored.version(),
                    new Ref(community.id(), community.state().name()),
                    tree.title(),
                    tree.summary(),
                    tree.status(),
                    people.ref(tree.owner()),
                    tree.revision(),
                    tree.start(),
                    tree.nodes().stream().map(this::node).toList(),
                    tree.graph().gaps(),
                    can(tree, community, reader));
        }

        Page<TreeSummary> summaries(Page<Stored<DecisionTree>> trees) {
            Map<String, String> names = communities.names(trees.items().stream()
                    .map(tree -> tree.state().community().value())
                    .collect(Collectors.toSet()));
            return trees.map(tree -> summary(tree, names));
        }

        private TreeSummary summary(Stored<DecisionTree> stored, Map<String, String> names) {
            DecisionTree tree = stored.state();
            int ends = (int)
                    tree.nodes().stream().filter(node -> node.outcome() != null).count();
            String community = tree.community().value();
            return new TreeSummary(
                    stored.id(),
                    new Ref(community, names.getOrDefault(community, community)),
                    tree.title(),
                    tree.summary(),
                    tree.status(),
                    people.ref(tree.owner()),
                    tree.revision(),
                    tree.nodes().size() - ends,
                    ends);
        }

        private NodeView node(Node node) {
            String advice = node.advice();
            return new NodeView(
                    node.id(),
                    node.question(),
                    node.help(),
                    node.answers(),
                    node.outcome(),
                    advice,
                    advice == null ? null : markdown.render(advice).html());
        }

        private List<String> can(DecisionTree tree, Stored<Community> community, Actor reader) {
            List<String> can = new ArrayList<>();
            boolean owns = tree.isOwnedBy(reader.id());
            TreeStatus status = tree.status();
            boolean archived = status == TreeStatus.ARCHIVED;
            offer(can, "RunTree", status == TreeStatus.PUBLISHED);
            offer(can, "EditTree", !archived && (owns || communities.may(reader, "EditTree", community)));
            offer(
                    can,
                    "PublishTree",
                    status == TreeStatus.DRAFT && (owns || communities.may(reader, "PublishTree", community)));
            offer(can, "HandOverTree", !archived && (owns || communities.may(reader, "HandOverTree", community)));
            offer(can, "TakeTree", !archived && !owns && keep.mayTake(tree, community, reader));
            offer(can, "ArchiveTree", owns || communities.may(reader, "ArchiveTree", community));
            return can;
        }

        private static void offer(List<String> can, String useCase, boolean possible) {
            if (possible) {
                can.add(useCase);
            }
        }
    }
}
