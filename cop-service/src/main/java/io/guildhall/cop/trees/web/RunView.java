package io.guildhall.cop.trees.web;

import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.Ref;
import io.guildhall.cop.trees.Answer;
import io.guildhall.cop.trees.Attachment;
import io.guildhall.cop.trees.End;
import io.guildhall.cop.trees.Node;
import io.guildhall.cop.trees.NodeId;
import io.guildhall.cop.trees.RunId;
import io.guildhall.cop.trees.RunTree;
import io.guildhall.cop.trees.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A run as it is read.
 *
 * @param tree as it was called
 * @param revision of the tree that is run
 * @param steps what was asked and answered, as it was worded
 * @param question what is asked now; null at an end
 * @param end null while questions are open, and for others than its runner once it is attached to nothing any more
 * @param about what it is or was attached to; none while nobody but its runner sees it
 * @param can what the reader may do with it now
 */
record RunView(
        RunId id,
        Ref tree,
        int revision,
        List<Step> steps,
        @Nullable QuestionView question,
        @Nullable EndView end,
        List<AttachmentView> about,
        List<String> can) {

    /**
     * @param step counts the questions of this run, from 0
     * @param answers in the order in which they are counted, from 0
     */
    record QuestionView(
            int step, NodeId node, String text, @Nullable String help, List<String> answers) {}

    /**
     * @param advice Markdown
     * @param html the advice, safe to be shown
     */
    record EndView(
            NodeId node,
            String outcome,
            @Nullable String advice,
            @Nullable String html) {}

    /**
     * @param title what it was called; null where that was not said
     * @param by who attached the run to it
     * @param takenAway when they took it away again; null while it is attached
     */
    record AttachmentView(
            Attachment.Kind kind,
            String id,
            @Nullable String title,
            Ref by,
            Instant at,
            @Nullable Instant takenAway) {}

    /** Makes views. */
    @Component
    static class Runs {

        private final Markdown markdown;
        private final People people;

        Runs(Markdown markdown, People people) {
            this.markdown = markdown;
            this.people = people;
        }

        RunView of(RunTree.State state) {
            return new RunView(
                    state.id(),
                    new Ref(state.tree().value(), state.title()),
                    state.revision(),
                    state.steps(),
                    question(state),
                    end(state.end()),
                    state.about().stream().map(this::attachment).toList(),
                    can(state));
        }

        private static @Nullable QuestionView question(RunTree.State state) {
            Node node = state.question();
            return node == null
                    ? null
                    : new QuestionView(
                            state.steps().size(),
                            node.id(),
                            String.valueOf(node.question()),
                            node.help(),
                            node.answers().stream()
                                    .map(Answer::text)
                                    .map(String::valueOf)
                                    .toList());
        }

        private @Nullable EndView end(@Nullable End end) {
            if (end == null) {
                return null;
            }
            String advice = end.advice();
            return new EndView(
                    end.node(),
                    end.outcome(),
                    advice,
                    advice == null ? null : markdown.render(advice).html());
        }

        private AttachmentView attachment(Attachment one) {
            return new AttachmentView(
                    one.kind(), one.id(), one.title(), people.ref(one.by()), one.at(), one.takenAway());
        }

        private static List<String> can(RunTree.State state) {
            List<String> can = new ArrayList<>();
            if (state.mine() && state.about().isEmpty()) {
                can.add("AnswerRun");
            }
            if (state.mine() && state.end() != null) {
                can.add("AttachRun");
            }
            if (state.mine() && state.about().stream().anyMatch(Attachment::holds)) {
                can.add("DetachRun");
            }
            return can;
        }
    }
}
