package io.guildhall.cop.markdown;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/**
 * Lets through what is listed here and nothing else, wherever it comes from; of ids, styles and form fields only those
 * that carry the mark of {@link OwnAttributes}.
 */
final class SafeHtml {

    private static final String ELEMENTS = """
            a abbr b bdi blockquote br caption cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins
            kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u
            ul var wbr""";

    private static final Pattern LANGUAGE = Pattern.compile("language-[\\w+#.-]{1,40}");
    private static final Pattern DIRECTION = Pattern.compile("ltr|rtl|auto");
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern SPAN = Pattern.compile("\\d{1,2}");
    private static final Pattern PIXELS = Pattern.compile("\\d{1,4}");

    private final String mark;
    private final Set<String> ids = new HashSet<>();

    SafeHtml(String mark) {
        this.mark = mark;
    }

    /** @return of what was let through and has an id, element and id: {@code h1#h-title} */
    Set<String> deliver(String html, HtmlStreamEventReceiver to) {
        HtmlSanitizer.sanitize(html, policy().apply(to), ForeignImages::new);
        return ids;
    }

    private PolicyFactory policy() {
        HtmlPolicyBuilder policy = new HtmlPolicyBuilder()
                .allowElements(ELEMENTS.split("\\s"))
                .allowUrlProtocols(Targets.SCHEMES)
                .withPostprocessor(Finish::new);
        allowWhatAuthorsWrite(policy);
        allowWhatIsMarked(policy);
        return policy.toFactory();
    }

    private static void allowWhatAuthorsWrite(HtmlPolicyBuilder policy) {
        AttributePolicy link = (element, attribute, value) -> Targets.isAllowed(value) ? Targets.within(value) : null;
        AttributePolicy image = (element, attribute, value) -> Targets.isOwnImage(value) ? value : null;
        policy.allowAttributes("href").matching(link).onElements("a");
        policy.allowAttributes("src").matching(image).onElements("img");
        policy.allowAttributes("alt").onElements("img");
        policy.allowAttributes("width", "height").matching(PIXELS).onElements("img");
        policy.allowAttributes("align").matching(ALIGNMENT).onElements("td", "th");
        policy.allowAttributes("colspan", "rowspan").matching(SPAN).onElements("td", "th");
        policy.allowAttributes("start").matching(NUMBER).onElements("ol");
        policy.allowAttributes("open").onElements("details");
        policy.allowAttributes("title").globally();
        policy.allowAttributes("dir").matching(DIRECTION).globally();
    }

    private void allowWhatIsMarked(HtmlPolicyBuilder policy) {
        AttributePolicy marked = (element, attribute, value) -> withoutMark(value);
        AttributePolicy id = (element, attribute, value) -> noted(element, withoutMark(value));
        AttributePolicy style = (element, attribute, value) ->
                element.equals("code") && LANGUAGE.matcher(value).matches() ? value : withoutMark(value);
        policy.allowAttributes("id").matching(id).globally();
        policy.allowAttributes("class").matching(style).globally();
        policy.allowAttributes("aria-label").matching(marked).onElements("input", "a");
        policy.allowAttributes("type").matching(marked).onElements("input");
        policy.allowAttributes("checked", "disabled").onElements("input");
        policy.allowElements((name, attributes) -> value(attributes, "type").isEmpty() ? null : name, "input");
    }

    private @Nullable String withoutMark(String value) {
        return value.startsWith(mark) ? value.substring(mark.length()) : null;
    }

    private @Nullable String noted(String element, @Nullable String id) {
        if (id != null) {
            ids.add(element + "#" + id);
        }
        return id;
    }

    /** @param attributes names and values in turn */
    static String value(List<String> attributes, String name) {
        for (Iterator<String> each = attributes.iterator(); each.hasNext(); each.next()) {
            if (each.next().equals(name)) {
                return each.next();
            }
        }
        return "";
    }
}
