package io.guildhall.cop.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser would make of the texts in hostile.txt; the lists here say again what may be in a page. */
class HostileTextTests {

    private static final Set<String> ELEMENTS = Set.of(
            ("a abbr b bdi blockquote br caption cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img"
                            + " input ins kbd li mark ol p pre q s samp section small span strong sub summary sup table"
                            + " tbody td tfoot th thead tr u ul var wbr")
                    .split(" "));

    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("id", "h-\\S+"),
            Map.entry(
                    "class",
                    "language-[\\w+#.-]+|table-scroll|footnotes|footnote-ref|footnote-backref|admonition-title"
                            + "|admonition admonition-(note|tip|important|warning|caution)"),
            Map.entry("title", ".*"),
            Map.entry("dir", "ltr|rtl|auto"),
            Map.entry("a href", "(?i)https?://[^/\\\\].*|mailto:.*|tel:.*|(?![/\\\\]{2})[^:\\\\]*([/?#][^\\\\]*)?"),
            Map.entry("a rel", "noopener noreferrer nofollow"),
            Map.entry("a aria-label", "Back to reference [\\d-]+"),
            Map.entry("img src", "/api/cop/files/(?!.*\\.\\.)[\\w.-]+"),
            Map.entry("img alt", ".*"),
            Map.entry("img width", "\\d{1,4}"),
            Map.entry("img height", "\\d{1,4}"),
            Map.entry("input type", "checkbox"),
            Map.entry("input disabled", ""),
            Map.entry("input checked", ""),
            Map.entry("input aria-label", "Done|To do"),
            Map.entry("td align", "left|center|right"),
            Map.entry("th align", "left|center|right"),
            Map.entry("td colspan", "\\d{1,2}"),
            Map.entry("td rowspan", "\\d{1,2}"),
            Map.entry("ol start", "\\d+"),
            Map.entry("details open", ".*"),
            Map.entry("div tabindex", "0"),
            Map.entry("pre tabindex", "0"));

    private final Markdown markdown = new Markdown();

    static List<String> hostileTexts() throws IOException {
        try (InputStream file = HostileTextTests.class.getResourceAsStream("/markdown/hostile.txt")) {
            String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.stripTrailing().split("\n%%%%\n")).skip(1).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void doesNothingToItsReaders(String text) {
        assertThat(violations(markdown.render(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> %s",
                "- %s",
                "- [ ] %s",
                "# %s",
                "> [!TIP]\n> %s",
                "**%s**",
                "[%s](/x)",
                "![%s](/api/cop/files/x)",
                "![%s](https://evil.example/x.png)",
                "[x](/y \"%s\")",
                "[x](%s)",
                "![x](%s)",
                "<%s>",
                "`%s`",
                "```%s\n```",
                "[^1]\n\n[^1]: %s",
                "[%s]\n\n[%s]: %s",
                "|a|\n|-|\n|%s|",
                "<details><summary>%s</summary>\n\n%s\n\n</details>",
                "<div title='%s'>\n\n# x\n\n'>",
                "<div title=\"\n\n%s\n\n\">",
                "<table><tr><td>%s",
                "<p id=\"%s\" class=\"%s\">",
                "<a href=\"%s\">x</a>",
                "<img src='%s' alt='%s'>",
                "<svg>%s",
                "<math><mtext>%s",
                "<noscript>%s",
                "<!--%s",
                "<style>%s",
                "<template>%s",
                "<select>%s",
                "<pre>\n\n%s\n\n</pre>",
                "%s\n===",
                "~~%s~~",
                "%s%s",
                "%s\n\n%s"
            })
    void doesNothingToItsReadersWhereverItStands(String place) throws IOException {
        for (String text : hostileTexts()) {
            String placed = place.replace("%s", text);

            assertThat(violations(markdown.render(placed))).as(placed).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void isFoundByItsWordsOnly(String text) {
        assertThat(markdown.textOf(text))
                .doesNotContain("own-", "language-")
                .satisfies(found -> assertThat(markdown.render(found))
                        .satisfies(page -> assertThat(violations(page)).isEmpty()));
    }

    @Test
    void areManyAndTheCheckFindsThemWhenNothingIsDoneAboutThem() throws IOException {
        List<String> texts = hostileTexts();

        assertThat(texts).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        assertThat(texts.stream()
                        .filter(text ->
                                !violations(new Rendered(text, List.of())).isEmpty()))
                .hasSizeGreaterThan(200);
    }

    private static List<String> violations(Rendered page) {
        Document document = Jsoup.parse("<div id=h-page>" + page.html() + "</div><div id=h-after></div>");
        List<String> violations = new ArrayList<>();
        document.body().getAllElements().stream().skip(1).forEach(element -> inspect(element, violations));
        document.body().forEachNode(node -> {
            // The sanitizer parts double braces by an empty comment, for the sake of template languages.
            if (node instanceof Comment comment ? !comment.getData().isBlank() : node instanceof DataNode) {
                violations.add(node.outerHtml());
            }
        });
        if (document.body().childNodeSize() != 2) {
            violations.add("left its place");
        }
        if (!shapeOf(Jsoup.parse(document.outerHtml())).equals(shapeOf(document))) {
            violations.add("is something else when written and read again");
        }
        List<String> ids = document.body().select("[id]").eachAttr("id");
        if (Set.copyOf(ids).size() != ids.size()) {
            violations.add("an id twice: " + ids);
        }
        List<String> headings = document.select("h1[id],h2[id],h3[id],h4[id]").eachAttr("id");
        List<String> contents =
                page.contents().stream().map(Rendered.Heading::id).toList();
        if (!contents.equals(headings)) {
            violations.add("contents: " + contents + " but " + headings);
        }
        return violations;
    }

    private static void inspect(Element element, List<String> violations) {
        String name = element.normalName();
        if (!ELEMENTS.contains(name) || !element.tag().namespace().equals("http://www.w3.org/1999/xhtml")) {
            violations.add("<" + name + ">");
        }
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            String allowed = ATTRIBUTES.getOrDefault(name + " " + key, ATTRIBUTES.getOrDefault(key, "(?!)"));
            if (!Pattern.compile(allowed, Pattern.DOTALL)
                    .matcher(seenByBrowsers(attribute))
                    .matches()) {
                violations.add("<" + name + " " + attribute.html() + ">");
            }
        }
        if (name.equals("input") && !element.hasAttr("disabled")) {
            violations.add("a field to fill in");
        }
        if (element.attr("href").matches("(?i)https?:.*") && element.attr("rel").isEmpty()) {
            violations.add("an external link that tells where it was found");
        }
    }

    /** Browsers leave these out of addresses. */
    private static String seenByBrowsers(Attribute attribute) {
        boolean address = Set.of("href", "src").contains(attribute.getKey());
        return address ? attribute.getValue().replaceAll("^[\\x00-\\x20]+|[\\t\\r\\n]", "") : attribute.getValue();
    }

    private static List<String> shapeOf(Document document) {
        return document.body().getAllElements().stream()
                .map(element -> element.normalName() + element.attributes().html())
                .toList();
    }
}
