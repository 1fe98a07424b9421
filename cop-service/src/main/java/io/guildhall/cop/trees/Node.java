package io.guildhall.cop.trees;

import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Refusal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A question with its answers, or an end with its outcome; which of both, the outcome says.
 *
 * @param question at most 200 characters; null for an end, or while nobody has written it
 * @param help how to find the answer, at most 4,000 characters
 * @param answers at most 8; none for an end
 * @param outcome what to do, at most 200 characters; null for a question
 * @param advice how to do it, Markdown of at most 4,000 characters
 */
public record Node(
        @About("Its id within the tree") NodeId id,

        @About("What is asked; null for an end") @Nullable String question,
        @About("How to find the answer") @Nullable String help,
        @About("Where each answer leads") List<Answer> answers,

        @About("What to do; null for a question") @Nullable String outcome,

        @About("How to do it, as Markdown") @Nullable String advice) {

    static final int MOST_ANSWERS = 8;

    public Node {
        question = Wording.optional("question", question, Wording.LINE);
        help = Wording.optional("help", help, Wording.PARAGRAPH);
        answers = List.copyOf(answers);
        outcome = Wording.optional("outcome", outcome, Wording.LINE);
        advice = Wording.optional("advice", advice, Wording.PARAGRAPH);
        if (answers.size() > MOST_ANSWERS) {
            throw Refusal.invalid(
                            "answers-too-many",
                            "A question has at most " + MOST_ANSWERS + " answers; ask '" + id + "' in two steps.")
                    .with("field", "answers")
                    .with("node", id.value());
        }
        if (outcome != null && (question != null || !answers.isEmpty())) {
            throw Refusal.invalid(
                            "question-and-end",
                            "'" + id + "' is a question and an end in one; let an answer lead to an end of its own.")
                    .with("field", "outcome")
                    .with("node", id.value());
        }
    }

    Node withAdvice(UnaryOperator<String> changed) {
        return advice == null ? this : new Node(id, question, help, answers, outcome, changed.apply(advice));
    }

    boolean isEnd() {
        return outcome != null;
    }

    /** As many characters as people have written into it. */
    int characters() {
        int sum = length(question) + length(help) + length(outcome) + length(advice);
        for (Answer answer : answers) {
            sum += length(answer.text());
        }
        return sum;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
