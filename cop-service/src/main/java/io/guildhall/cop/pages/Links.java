package io.guildhall.cop.pages;

import io.guildhall.cop.markdown.Markdown;
import java.util.List;

/** Where texts lead inside the portal. */
final class Links {

    private static final int LONGEST = 300;

    private Links() {}

    /** The paths that a text leads to. */
    static List<String> of(Content content, Markdown markdown) {
        return inside(markdown.linksOf(content.text()));
    }

    /** The paths among some destinations, without what follows {@code ?} or {@code #}, each once. */
    static List<String> inside(List<String> destinations) {
        return destinations.stream()
                .filter(one -> one.startsWith("/") && !one.startsWith("//") && !one.startsWith("/api/"))
                .map(Links::path)
                .filter(path -> path.length() <= LONGEST)
                .distinct()
                .toList();
    }

    private static String path(String destination) {
        int end = destination.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = destination.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return destination.substring(0, end);
    }
}
