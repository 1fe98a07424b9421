package io.guildhall.cop.markdown;

import java.util.ArrayList;
import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/** An image that is not ours becomes a link to it, or within a link the words for it. */
final class ForeignImages extends HtmlStreamEventReceiverWrapper {

    /** Names and values; the sanitizer compares each with each. */
    private static final int MOST_ATTRIBUTES = 2 * 30;

    private boolean inLink;

    ForeignImages(HtmlStreamEventReceiver underlying) {
        super(underlying);
    }

    @Override
    public void openTag(String elementName, List<String> attributes) {
        if (attributes.size() > MOST_ATTRIBUTES) {
            attributes.subList(MOST_ATTRIBUTES, attributes.size()).clear();
        }
        String source = SafeHtml.value(attributes, "src");
        if (elementName.equals("img") && !Targets.isOwnImage(source)) {
            link(source, SafeHtml.value(attributes, "alt"));
        } else {
            inLink |= elementName.equals("a");
            super.openTag(elementName, attributes);
        }
    }

    @Override
    public void closeTag(String elementName) {
        inLink &= !elementName.equals("a");
        super.closeTag(elementName);
    }

    private void link(String source, String description) {
        String words = description.isBlank() && Targets.isAllowed(source) ? source : description;
        if (inLink) {
            super.text(words);
        } else {
            super.openTag("a", new ArrayList<>(List.of("href", source)));
            super.text(words);
            super.closeTag("a");
        }
    }

    @Override
    public void close() {}
}
