package io.guildhall.cop.trees;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.Refusal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision tree of a community. A draft may have gaps, so that it can be saved half-finished; what is published never has
 * any.
 *
 * @param community where it belongs, also in {@code scopes} for whoever may see it
 * @param open whether the community is; a draft is for its members anyway
 * @param owner who answers for it
 * @param revision counts what it has said, from 1; a run names the one that it went through
 */
public record DecisionTree(
        @About("Id of the community") CommunityId community,
        @About("Whether everybody may see the community") boolean open,
        @About("What it is called") String title,

        @About("What it is for, in one line; null where nobody has written that") @Nullable
        String summary,

        TreeStatus status,
        @About("Id of the person who answers for it") PersonId owner,
        @About("Counts what it has said, from 1") int revision,

        @About("Id of the first question; null while nobody has chosen one") @Nullable
        NodeId start,

        @About("Its questions and ends") List<Node> nodes,
        Visibility visibility,

        @About("Id of the community, for whoever may see it")
        List<String> scopes) {

    public DecisionTree {
        nodes = List.copyOf(nodes);
        scopes = List.copyOf(scopes);
    }

    /**
     * What a tree says.
     *
     * @param title 1 to 200 characters
     * @param summary one line for lists; null where nobody has written one
     */
    public record Content(String title, @Nullable String summary, Graph graph) {

        public Content {
            title = Wording.required("title", title, Wording.LINE);
            summary = Wording.optional("summary", summary, Wording.LINE);
        }
    }

    /** Somebody begins to make it. */
    static Change<DecisionTree> draft(CommunityId community, boolean open, Content content, PersonId owner) {
        DecisionTree tree = new DecisionTree(
                community,
                open,
                content.title(),
                content.summary(),
                TreeStatus.DRAFT,
                owner,
                1,
                content.graph().start(),
                content.graph().nodes(),
                Visibility.TEAM,
                List.of(community.value()));
        return Change.of(tree, new TreeDrafted(tree.title, tree.summary));
    }

    public Graph graph() {
        return new Graph(start, nodes);
    }

    public boolean isOwnedBy(String person) {
        return owner.value().equals(person);
    }

    /** It says something else; the same changes nothing. */
    Change<DecisionTree> revise(Content content) {
        refuseUnless(status != TreeStatus.ARCHIVED, "change it");
        if (content.equals(new Content(title, summary, graph()))) {
            return Change.none(this);
        }
        if (status == TreeStatus.PUBLISHED) {
            refuseGaps(content.graph());
        }
        DecisionTree revised = new DecisionTree(
                community,
                open,
                content.title(),
                content.summary(),
                status,
                owner,
                revision + 1,
                content.graph().start(),
                content.graph().nodes(),
                visibility,
                scopes);
        return Change.of(revised, new TreeRevised(revised.title, revised.revision));
    }

    /**
     * Whoever sees the community runs it from now on.
     *
     * @throws Refusal 422 {@code tree-has-gaps} with all of them
     */
    Change<DecisionTree> publish() {
        if (status == TreeStatus.PUBLISHED) {
            return Change.none(this);
        }
        refuseUnless(status == TreeStatus.DRAFT, "publish it");
        refuseGaps(graph());
        return Change.of(
                with(TreeStatus.PUBLISHED, owner, open ? Visibility.ORGANIZATION : Visibility.TEAM),
                new TreePublished(title, revision));
    }

    /** Nobody begins it any more; it stays readable for those who saw it before. */
    Change<DecisionTree> archive(@Nullable String reason) {
        if (status == TreeStatus.ARCHIVED) {
            return Change.none(this);
        }
        String said = Wording.optional("reason", reason, Wording.PARAGRAPH);
        return of(TreeStatus.ARCHIVED, visibility, new TreeArchived(said, status));
    }

    /** It is worked on again, as a draft. */
    Change<DecisionTree> reopen() {
        return status == TreeStatus.ARCHIVED
                ? of(TreeStatus.DRAFT, Visibility.TEAM, new TreeReopened())
                : Change.none(this);
    }

    /** Somebody else answers for it from now on. */
    Change<DecisionTree> own(PersonId newOwner) {
        refuseUnless(status != TreeStatus.ARCHIVED, "hand it over");
        return newOwner.equals(owner)
                ? Change.none(this)
                : Change.of(with(status, newOwner, visibility), new TreeOwned(newOwner, owner));
    }

    private static void refuseGaps(Graph graph) {
        List<Gap> gaps = graph.gaps();
        if (!gaps.isEmpty()) {
            throw Refusal.invalid(
                            "tree-has-gaps",
                            "Not every way through this tree leads to an end; close the gaps, then publish it.")
                    .with("gaps", gaps);
        }
    }

    private void refuseUnless(boolean fits, String deed) {
        if (!fits) {
            throw Refusal.conflict(
                    "tree-" + status.name().toLowerCase(Locale.ROOT),
                    "The tree is " + status + "; you cannot " + deed + " now.");
        }
    }

    private Change<DecisionTree> of(TreeStatus next, Visibility seenBy, DomainEvent event) {
        return Change.of(with(next, owner, seenBy), event);
    }

    private DecisionTree with(TreeStatus next, PersonId answering, Visibility seenBy) {
        return new DecisionTree(
                community, open, title, summary, next, answering, revision, start, nodes, seenBy, scopes);
    }
}
