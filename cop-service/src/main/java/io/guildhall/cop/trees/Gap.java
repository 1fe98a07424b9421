package io.guildhall.cop.trees;

import org.jspecify.annotations.Nullable;

/**
 * What a tree lacks before it can be published.
 *
 * @param node where; null for the tree as a whole
 * @param todo what to do about it
 */
public record Gap(@Nullable NodeId node, Kind kind, String todo) {

    /** The names are stable: clients tell gaps apart by them. */
    public enum Kind {
        NO_START,
        /** It begins with an end, so it asks nothing. */
        NO_QUESTION,
        /** A node without a question or an outcome, or an answer without a text. */
        NO_WORDS,
        NO_ANSWERS,
        /** An answer to nothing, or to a node that is not there. */
        LEADS_NOWHERE,
        /** Two answers that cannot be told apart. */
        SAME_ANSWERS,
        /** No end can be reached from here, because all ways stop before. */
        DEAD_END,
        /** One goes round for ever. */
        LOOP_WITHOUT_EXIT,
        UNREACHABLE
    }
}
