package io.guildhall.cop.markdown;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/** Adds to safe HTML what no author has to write: directions, boxes that scroll, and what external links are. */
final class Finish extends HtmlStreamEventReceiverWrapper {

    /** Each has the direction of what is written in it. */
    private static final Set<String> DIRECTED = Set.of(
            "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dt", "dd", "summary", "caption");

    Finish(HtmlStreamEventReceiver underlying) {
        super(underlying);
    }

    @Override
    public void openTag(String elementName, List<String> attributes) {
        if (elementName.equals("table")) {
            super.openTag("div", List.of("class", "table-scroll", "tabindex", "0"));
        }
        if (elementName.equals("pre")) {
            attributes.addAll(List.of("tabindex", "0"));
        }
        if (DIRECTED.contains(elementName) && SafeHtml.value(attributes, "dir").isEmpty()) {
            attributes.addAll(List.of("dir", "auto"));
        }
        if (elementName.equals("a") && Targets.isExternal(SafeHtml.value(attributes, "href"))) {
            attributes.addAll(List.of("rel", "noopener noreferrer nofollow"));
        }
        super.openTag(elementName, attributes);
    }

    @Override
    public void closeTag(String elementName) {
        super.closeTag(elementName);
        if (elementName.equals("table")) {
            super.closeTag("div");
        }
    }

    @Override
    public void close() {}
}
