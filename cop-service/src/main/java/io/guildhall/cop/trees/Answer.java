package io.guildhall.cop.trees;

import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.About;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers to a question.
 *
 * @param text at most 200 characters; null while nobody has written it
 * @param to the node that it leads to; null while that is open
 */
public record Answer(
        @About("What one answers; null while nobody has written it") @Nullable
        String text,

        @About("Id of the node that it leads to; null while that is open") @Nullable
        NodeId to) {

    public Answer {
        text = Wording.optional("answer", text, Wording.LINE);
    }
}
