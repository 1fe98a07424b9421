package io.guildhall.cop.trees;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decision trees as the contracts show them. */
public final class TreeExamples {

    static final CommunityId COMMUNITY = new CommunityId("community-1");
    static final PersonId PRIYA = new PersonId("person-priya");
    static final PersonId AMARA = new PersonId("person-amara");
    static final TreeId ID = new TreeId("tree-1");
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private TreeExamples() {}

    static Answer answer(@Nullable String text, @Nullable String to) {
        return new Answer(text, to == null ? null : new NodeId(to));
    }

    static Node question(String id, Answer... answers) {
        return new Node(new NodeId(id), "What of " + id + "?", null, List.of(answers), null, null);
    }

    static Node end(String id) {
        return new Node(new NodeId(id), null, null, List.of(), "Do " + id, "With **care**.");
    }

    static Graph graph(@Nullable String start, Node... nodes) {
        return new Graph(start == null ? null : new NodeId(start), List.of(nodes));
    }

    /** Two questions, of which the second leads back, and two ends. */
    static Graph whole() {
        return graph(
                "talked",
                new Node(
                        new NodeId("talked"),
                        "Have the two teams talked?",
                        "A ticket does not count.",
                        List.of(answer("No", "talk"), answer("Yes", "agreed")),
                        null,
                        null),
                question("agreed", answer("Yes", "escalate"), answer("Ask again", "talked")),
                end("talk"),
                end("escalate"));
    }

    static DecisionTree.Content content(Graph graph) {
        return new DecisionTree.Content("Escalate or not", "For an impediment that has grown old", graph);
    }

    static Change<DecisionTree> drafted(Graph graph) {
        return DecisionTree.draft(COMMUNITY, true, content(graph), PRIYA);
    }

    static DecisionTree published() {
        return drafted(whole()).state().publish().state();
    }

    static Walk begun() {
        return Walk.begin(ID, published(), AMARA, NOON);
    }

    static Walk finished() {
        return begun().answer(0, 0, NOON);
    }

    static Attachment to(String impediment) {
        return new Attachment(Attachment.Kind.IMPEDIMENT, impediment, "No test environment", AMARA, NOON);
    }

    static Change<TreeRun> shown() {
        End end = finished().end();
        if (end == null) {
            throw new IllegalStateException("It has come to an end");
        }
        return TreeRun.show(finished(), end, to("impediment-1"), Visibility.ORGANIZATION);
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        return List.of(
                drafted(Graph.EMPTY),
                drafted(Graph.EMPTY).state().revise(content(whole())),
                drafted(whole()).state().publish(),
                published().archive("Everybody knows by now"),
                published().archive(null).state().reopen(),
                published().own(AMARA),
                shown(),
                shown().state().detach(Attachment.Kind.IMPEDIMENT, "impediment-1", NOON));
    }
}
