package io.guildhall.cop.markdown;

import java.util.List;

/**
 * A text as it is shown.
 *
 * @param html what may be put into a page as it is
 * @param contents its headings of the levels 1 to 4, as they stand in the HTML
 */
public record Rendered(String html, List<Heading> contents) {

    /**
     * An entry of the table of contents.
     *
     * @param level 1 to 4
     * @param id of the element in the HTML, unique there; the same as long as this heading and those like it before
     *     stay
     * @param text without markup; no HTML
     */
    public record Heading(int level, String id, String text) {}
}
