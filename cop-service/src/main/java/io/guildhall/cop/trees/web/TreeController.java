package io.guildhall.cop.trees.web;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.trees.Answer;
import io.guildhall.cop.trees.CountRuns;
import io.guildhall.cop.trees.DecisionTree;
import io.guildhall.cop.trees.Graph;
import io.guildhall.cop.trees.KeepTree;
import io.guildhall.cop.trees.MakeTree;
import io.guildhall.cop.trees.Node;
import io.guildhall.cop.trees.NodeId;
import io.guildhall.cop.trees.TreeId;
import io.guildhall.cop.trees.TreeStatus;
import io.guildhall.cop.trees.Trees;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Decision trees over HTTP. */
@RestController
@RequestMapping("/api/cop")
class TreeController implements ShowsCurrent {

    private final Trees trees;
    private final MakeTree make;
    private final KeepTree keep;
    private final CountRuns count;
    private final TreeView.Views views;

    TreeController(Trees trees, MakeTree make, KeepTree keep, CountRuns count, TreeView.Views views) {
        this.trees = trees;
        this.make = make;
        this.keep = keep;
        this.count = count;
        this.views = views;
    }

    /**
     * @param text what one answers, at most 200 characters; left out while nobody has written it
     * @param to id of the node that it leads to; left out while that is open
     */
    record AnswerRequest(@Nullable String text, @Nullable String to) {}

    /**
     * A question with answers, or an end with an outcome.
     *
     * @param id 1 to 40 letters, digits and hyphens
     * @param question at most 200 characters
     * @param help how to find the answer, at most 4,000 characters
     * @param answers at most 8
     * @param outcome what to do, at most 200 characters
     * @param advice how to do it, Markdown of at most 4,000 characters
     */
    record NodeRequest(
            String id,
            @Nullable String question,
            @Nullable String help,
            @Nullable List<AnswerRequest> answers,
            @Nullable String outcome,
            @Nullable String advice) {}

    /**
     * A title is enough; a draft may have gaps.
     *
     * @param start id of the first question; left out while nobody has chosen one
     * @param nodes at most 60
     */
    record TreeRequest(
            String title,
            @Nullable String summary,
            @Nullable String start,
            @Nullable List<NodeRequest> nodes) {}

    record ReasonRequest(@Nullable String reason) {}

    record OwnerRequest(PersonId person) {

        OwnerRequest {
            Objects.requireNonNull(person);
        }
    }

    /**
     * How often an end was reached.
     *
     * @param present whether the tree has this end still
     */
    record EndCount(String node, String outcome, long runs, boolean present) {}

    /**
     * How often the ends were reached, without names and days.
     *
     * @param runs those that have come to an end, counted five at a time; 0 while there are fewer
     * @param fewerThanFive whether there are too few to say anything
     * @param ends none while there are too few
     */
    record CountsView(long runs, boolean fewerThanFive, List<EndCount> ends) {}

    /**
     * The trees of a community by title; drafts for its members alone.
     *
     * @param status none for all that are not archived
     */
    @GetMapping("/communities/{id}/trees")
    Page<TreeView.TreeSummary> listTrees(
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable List<TreeStatus> status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return views.summaries(
                trees.page(id, Objects.requireNonNullElse(status, List.of()), caller.actor(), cursor, limit));
    }

    /**
     * The published trees of all communities that the caller may see, by title.
     *
     * @param q words of the title; left out for all
     */
    @GetMapping("/trees")
    Page<TreeView.TreeSummary> listPublishedTrees(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return views.summaries(trees.published(q, caller.actor(), cursor, limit));
    }

    @PostMapping("/communities/{id}/trees")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TreeView> draftTree(@PathVariable CommunityId id, @RequestBody TreeRequest body, Caller caller) {
        Stored<DecisionTree> stored = make.draft(id, content(body), caller.command());
        return Replies.created("/api/cop/trees/" + stored.id(), stored, views.of(stored, caller.actor()));
    }

    @GetMapping("/trees/{id}")
    ResponseEntity<TreeView> getTree(@PathVariable TreeId id, Caller caller) {
        return reply(trees.get(id, caller.actor()), caller);
    }

    /**
     * Says what the tree says now, as a whole. A draft is saved with its gaps, which the answer names; a published tree is
     * refused with them: 422 {@code tree-has-gaps}.
     */
    @IfMatch
    @PutMapping("/trees/{id}")
    ResponseEntity<TreeView> editTree(@PathVariable TreeId id, @RequestBody TreeRequest body, Caller caller) {
        return reply(make.edit(id, content(body), caller.command()), caller);
    }

    /** Refused with all gaps while there are any: 422 {@code tree-has-gaps}. */
    @IfMatch
    @PostMapping("/trees/{id}/publish")
    ResponseEntity<TreeView> publishTree(@PathVariable TreeId id, Caller caller) {
        return reply(make.publish(id, caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/trees/{id}/archive")
    ResponseEntity<TreeView> archiveTree(@PathVariable TreeId id, @RequestBody ReasonRequest body, Caller caller) {
        return reply(keep.archive(id, body.reason(), caller.command()), caller);
    }

    /** It is worked on again, as a draft. */
    @IfMatch
    @PostMapping("/trees/{id}/reopen")
    ResponseEntity<TreeView> reopenTree(@PathVariable TreeId id, Caller caller) {
        return reply(keep.reopen(id, caller.command()), caller);
    }

    /** Makes somebody answer for it. */
    @IfMatch
    @PostMapping("/trees/{id}/owner")
    ResponseEntity<TreeView> ownTree(@PathVariable TreeId id, @RequestBody OwnerRequest body, Caller caller) {
        return reply(keep.own(id, body.person(), caller.command()), caller);
    }

    @GetMapping("/trees/{id}/counts")
    CountsView getTreeCounts(@PathVariable TreeId id, Caller caller) {
        CountRuns.Counts counts = count.counts(id, caller.actor());
        return new CountsView(
                counts.runs(),
                counts.runs() == 0,
                counts.ends().stream()
                        .map(end -> new EndCount(end.node().value(), end.outcome(), end.runs(), end.present()))
                        .toList());
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(trees.get(new TreeId(id), caller.actor()), caller.actor());
    }

    private ResponseEntity<TreeView> reply(Stored<DecisionTree> stored, Caller caller) {
        return Replies.found(stored, views.of(stored, caller.actor()));
    }

    private static DecisionTree.Content content(TreeRequest body) {
        return new DecisionTree.Content(
                body.title(),
                body.summary(),
                new Graph(
                        id(body.start()),
                        Objects.requireNonNullElse(body.nodes(), List.<NodeRequest>of()).stream()
                                .filter(Objects::nonNull)
                                .map(TreeController::node)
                                .toList()));
    }

    private static Node node(NodeRequest body) {
        return new Node(
                new NodeId(body.id()),
                body.question(),
                body.help(),
                Objects.requireNonNullElse(body.answers(), List.<AnswerRequest>of()).stream()
                        .filter(Objects::nonNull)
                        .map(answer -> new Answer(answer.text(), id(answer.to())))
                        .toList(),
                body.outcome(),
                body.advice());
    }

    private static @Nullable NodeId id(@Nullable String id) {
        return id == null || id.isBlank() ? null : new NodeId(id);
    }
}
