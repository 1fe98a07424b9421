package io.guildhall.feed.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, in no chat's form yet. Its texts are plain: each form makes them harmless in its own way.
 *
 * @param things the oldest first
 * @param more how many came before these
 * @param moreUrl where all of it is
 */
public record Digest(String heading, List<Thing> things, int more, String moreUrl, String footer) {

    public Digest {
        things = List.copyOf(things);
    }

    /**
     * Who did what to what.
     *
     * @param step what became of what, where that is known
     * @param url of its page
     */
    public record Thing(String text, @Nullable String step, String url) {}

    /** The same with one thing less, for a chat that takes no more. */
    Digest shorter() {
        return new Digest(heading, things.subList(1, things.size()), more + 1, moreUrl, footer);
    }

    String moreWords() {
        return more == 1 ? "and 1 more before" : "and " + more + " more before";
    }
}
