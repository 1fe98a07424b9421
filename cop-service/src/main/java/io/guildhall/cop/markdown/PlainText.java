package io.guildhall.cop.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.HtmlStreamEventReceiver;

/** Hears HTML and keeps its text, a line for each block. */
final class PlainText implements HtmlStreamEventReceiver {

    private static final Set<String> WITHIN_LINES = Set.of(
            "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "img", "input", "ins", "kbd", "mark", "q",
            "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr");

    /** Tried at the beginning of a run of spaces only: at each of them it would look at all that follow. */
    private static final Pattern BETWEEN_LINES = Pattern.compile("(?<![ \\t])[ \\t]*+\\n\\s*+");

    private final StringBuilder text = new StringBuilder();
    private boolean inNote;

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String elementName, List<String> attributes) {
        breakLine(elementName);
        if (elementName.equals("img")) {
            text(SafeHtml.value(attributes, "alt"));
        }
        inNote |= elementName.equals("a") && SafeHtml.value(attributes, "href").startsWith("#" + OwnAttributes.NOTE);
    }

    @Override
    public void closeTag(String elementName) {
        breakLine(elementName);
        inNote &= !elementName.equals("a");
    }

    /** The number of a footnote is no part of the word that it follows. */
    @Override
    public void text(String part) {
        if (!inNote) {
            text.append(part);
        }
    }

    private void breakLine(String elementName) {
        if (!WITHIN_LINES.contains(elementName)) {
            text.append('\n');
        }
    }

    @Override
    public String toString() {
        return BETWEEN_LINES.matcher(text).replaceAll("\n").strip();
    }
}
