package io.guildhall.cop.search;

import java.util.List;

/** A piece of a page with what was found in it, as plain text: nothing of a page can become markup on the way. */
public record Fragment(List<Part> parts) {

    public Fragment {
        parts = List.copyOf(parts);
    }

    /** @param hit whether this is what was looked for */
    public record Part(String text, boolean hit) {}
}
