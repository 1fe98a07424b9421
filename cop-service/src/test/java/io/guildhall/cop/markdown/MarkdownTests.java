package io.guildhall.cop.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.cop.markdown.Rendered.Heading;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    private final Markdown markdown = new Markdown();

    @Test
    void showsATableInABoxThatScrolls() {
        Document page = page("| Team | Age |\n|:-----|----:|\n| Payments | ~~5~~ 10 |");

        Element box = page.expectFirst("div.table-scroll");
        assertThat(box.attr("tabindex")).isEqualTo("0");
        assertThat(box.select("> table > thead th").eachText()).containsExactly("Team", "Age");
        assertThat(box.select("td").eachAttr("align")).containsExactly("left", "right");
        assertThat(box.expectFirst("td del").text()).isEqualTo("5");
    }

    @Test
    void showsATableOfRawHtmlInABoxToo() {
        assertThat(page("<table><tr><td colspan=2>a</table>").select("div.table-scroll > table td[colspan=2]"))
                .hasSize(1);
    }

    @Test
    void showsTasksAsBoxesThatNobodyCanTick() {
        Document page = page("- [x] written\n- [ ] read\n\n<input type=checkbox>");

        assertThat(page.select("input")).hasSize(2).allMatch(box -> box.hasAttr("disabled"));
        assertThat(page.select("li > input[type=checkbox][checked]").eachAttr("aria-label"))
                .containsExactly("Done");
        assertThat(page.select("li > input[type=checkbox]:not([checked])").eachAttr("aria-label"))
                .containsExactly("To do");
    }

    @Test
    void leadsFromATextToItsFootnoteAndBack() {
        Document page = page("One[^a] two[^b] three[^a].\n\n[^a]: First\n[^b]: Second");

        assertThat(page.select("section.footnotes li").eachText()).hasSize(2);
        for (Element link : page.select("sup.footnote-ref > a, a.footnote-backref")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.outerHtml())
                    .isNotNull();
        }
        assertThat(page.select("a.footnote-backref").eachAttr("aria-label"))
                .containsExactly("Back to reference 1", "Back to reference 1-2", "Back to reference 2");
    }

    @Test
    void givesFootnotesIdsOfTheirOwnWhateverTheirLabels() {
        String text = "[^a] [^a] [^a-2] [^root] [^é]\n\n# note 1\n\n[^a]: 1\n\n[^a-2]: 2\n\n[^root]: 3\n\n[^é]: 4";

        assertThat(page(text).select("[id]").eachAttr("id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("h-note_\\d+|h-note-1"));
    }

    @ParameterizedTest
    @CsvSource({"NOTE, Note", "TIP, Tip", "IMPORTANT, Important", "WARNING, Warning", "CAUTION, Caution", "note, Note"})
    void letsAnAdmonitionStandOut(String kind, String title) {
        Document page = page("> [!" + kind + "]\n> Take *care*.\n>\n> - always");

        Element admonition = page.expectFirst("div.admonition-" + title.toLowerCase(Locale.ROOT));
        assertThat(admonition.expectFirst("> p.admonition-title").text()).isEqualTo(title);
        assertThat(admonition.select("> p").eachText()).containsExactly(title, "Take care.");
        assertThat(admonition.select("> ul > li").eachText()).containsExactly("always");
        assertThat(page.select("blockquote")).isEmpty();
    }

    @Test
    void letsAnAdmonitionBeginWithAnotherBlockAndStandInAList() {
        assertThat(page("- > [!TIP]\n  > ```sql\n  > select 1\n  > ```").select("li > div.admonition-tip > pre"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> [!NOTE] with a title\n> x",
                "> [!NOTE]",
                "> [!NOTE]x\n> y",
                "> [!OTHER]\n> x",
                "> x\n> [!NOTE]",
                "> `[!NOTE]`\n> x",
                "> **[!NOTE]**\n> x",
                "[!NOTE]\nx"
            })
    void takesNothingElseForAnAdmonition(String text) {
        assertThat(page(text).select(".admonition")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"java, language-java", "c++, language-c++", "objective-c title=x, language-objective-c", "'', ''"})
    void keepsTheLanguageOfCode(String info, String style) {
        Element code = page("```" + info + "\na < b;\n\n  c\n```").expectFirst("pre[tabindex=0] > code");

        assertThat(code.className()).isEqualTo(style);
        assertThat(code.wholeText()).isEqualTo("a < b;\n\n  c\n");
    }

    @Test
    void listsHeadingsOfFourLevelsWithTheIdsThatTheyHave() {
        Rendered rendered = markdown.render("""
                # Pair *programming*: `how`?
                ## Why
                ### Why
                #### ![two people](/api/cop/files/1) at [work](/x)
                ##### Details
                Why
                ---
                """);

        assertThat(rendered.contents())
                .containsExactly(
                        new Heading(1, "h-pair-programming-how", "Pair programming: how?"),
                        new Heading(2, "h-why", "Why"),
                        new Heading(3, "h-why-2", "Why"),
                        new Heading(4, "h-two-people-at-work", "two people at work"),
                        new Heading(2, "h-why-3", "Why"));
        assertThat(Jsoup.parse(rendered.html()).select("h1,h2,h3,h4").eachAttr("id"))
                .isEqualTo(rendered.contents().stream().map(Heading::id).toList());
        assertThat(Jsoup.parse(rendered.html()).expectFirst("h5").id()).isEqualTo("h-details");
    }

    @ParameterizedTest
    @CsvSource({
        "Über uns, h-über-uns",
        "日本語の見出し, h-日本語の見出し",
        "हिन्दी में, h-हिन्दी-में",
        "שלום עולם, h-שלום-עולם",
        "🎉 !!!, h-section",
        "snake_case & more, h-snake-case-more",
        "'<b>Bold</b> text', h-bold-text"
    })
    void makesIdsOfAllScripts(String heading, String id) {
        assertThat(markdown.render("# " + heading).contents())
                .extracting(Heading::id)
                .containsExactly(id);
    }

    @Test
    void findsAnIdForEachOfHeadingsThatAreNamedLikeTheIdsOfOthers() {
        assertThat(markdown.render("# a\n# a 2\n# a\n# a\n# a 2").contents())
                .extracting(Heading::id)
                .containsExactly("h-a", "h-a-2", "h-a-3", "h-a-4", "h-a-2-2");
    }

    @Test
    void listsNoHeadingThatIsNotInThePage() {
        Rendered rendered =
                markdown.render("# in\n\n<!--\n\n# out\n\n-->\n\n<div title='\n\n# swallowed\n\n'>\n\n[^x]: # unused");

        assertThat(rendered.contents()).extracting(Heading::text).containsExactly("in");
    }

    @Test
    void rendersTheSameTextAlwaysTheSame() {
        String text = "# a\n\n- [x] b[^1]\n\n> [!TIP]\n> c\n\n[^1]: d\n\n<div title='\n\n# e\n\n'>";

        assertThat(markdown.render(text)).isEqualTo(new Markdown().render(text));
        assertThat(markdown.render(text).html()).doesNotContain("own-");
    }

    @Test
    void letsEachBlockHaveTheDirectionOfItsText() {
        Document page = page("""
                # שלום

                مرحبا

                > اقتباس

                - عنصر

                | أ |
                |---|
                | ب |

                <p dir="rtl">as the author says</p>
                """);

        assertThat(page.select("h1, p:not([dir=rtl]), li, th, td, blockquote").eachAttr("dir"))
                .hasSize(7)
                .containsOnly("auto");
        assertThat(page.select("p[dir=rtl]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/impediments/1",
                "/communities/1?tab=pages#h-x",
                "playbook",
                "../other#h-x",
                "?page=2",
                "#h-why",
                "mailto:po@example.com",
                "tel:+4912345"
            })
    void leadsWithinThePortalAndToPeople(String target) {
        Element link = page("[x](" + target + ")").expectFirst("a");

        assertThat(link.attr("href")).isEqualTo(target);
        assertThat(link.hasAttr("rel")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](https://example.com/a?b=c&d=e)",
                "<https://example.com/a?b=c&d=e>",
                "https://example.com/a?b=c&d=e",
                "[x]\n\n[x]: https://example.com/a?b=c&d=e",
                "<a href='https://example.com/a?b=c&amp;d=e' target=_blank>x</a>"
            })
    void leadsElsewhereWithoutSayingWhence(String text) {
        Element link = page(text).expectFirst("a");

        assertThat(link.attr("href")).isEqualTo("https://example.com/a?b=c&d=e");
        assertThat(link.attr("rel")).isEqualTo("noopener noreferrer nofollow");
        assertThat(link.hasAttr("target")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "//example.com",
                "ftp://example.com",
                "java&Tab;script:x",
                "<java script:x>",
                "https:example.com"
            })
    void leadsNowhereElse(String target) {
        assertThat(page("[*words*](" + target + ")").select("a[href]")).isEmpty();
        assertThat(page("[*words*](" + target + ")").text()).contains("words");
    }

    @Test
    void leadsToAHeadingByItsNameAloneToo() {
        assertThat(page("[x](#why)\n\n# Why").expectFirst("a").attr("href")).isEqualTo("#h-why");
    }

    @Test
    void showsImagesOfOurOwn() {
        Element image = page("![A *board*](/api/cop/files/a-1.png \"Ours\")").expectFirst("img");

        assertThat(image.attr("src")).isEqualTo("/api/cop/files/a-1.png");
        assertThat(image.attr("alt")).isEqualTo("A board");
        assertThat(image.attr("title")).isEqualTo("Ours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![A board](https://example.com/a.png)",
                "<img src=https://example.com/a.png alt='A board'>",
                "![A board][x]\n\n[x]: https://example.com/a.png"
            })
    void linksToImagesOfOthersRatherThanTellThemWhoReads(String text) {
        Document page = page(text);

        assertThat(page.select("img")).isEmpty();
        Element link = page.expectFirst("a");
        assertThat(link.attr("href")).isEqualTo("https://example.com/a.png");
        assertThat(link.text()).isEqualTo("A board");
        assertThat(link.attr("rel")).isEqualTo("noopener noreferrer nofollow");
    }

    @Test
    void namesAnImageOfOthersByItsAddressWhenNobodyDescribedIt() {
        assertThat(page("![](https://example.com/a.png)").expectFirst("a").text())
                .isEqualTo("https://example.com/a.png");
        assertThat(page("![](data:image/png;base64,AAAA)").text()).isEmpty();
    }

    @Test
    void letsAnImageOfOthersThatIsALinkLeadWhereTheLinkDoes() {
        Document page = page("[![build](https://example.com/badge.svg)](https://ci.example.com/)");

        assertThat(page.select("a").eachAttr("href")).containsExactly("https://ci.example.com/");
        assertThat(page.expectFirst("a").text()).isEqualTo("build");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cop/../../logout",
                "/api/cop/%2e%2e/x",
                "/api/team/x",
                "/api/cop//example.com",
                "/api/cop/a?b=c",
                "a.png"
            })
    void takesNoOtherPathForAnImage(String source) {
        assertThat(page("![x](" + source + ")").select("img")).isEmpty();
    }

    @Test
    void keepsHtmlThatIsOnlyText() {
        String text = "<kbd>Ctrl</kbd> H<sub>2</sub>O <abbr title=\"Scrum Master\">SM</abbr> <mark>x</mark>";

        assertThat(markdown.render(text).html()).isEqualTo("<p dir=\"auto\">" + text + "</p>\n");
    }

    @Test
    void rendersMarkdownWithinDetails() {
        Document page = page("<details>\n<summary>Why</summary>\n\n- *because*\n\n</details>\n\nafter");

        assertThat(page.expectFirst("details > summary").text()).isEqualTo("Why");
        assertThat(page.select("details > ul em").eachText()).containsExactly("because");
        assertThat(page.select("details ~ p").eachText()).containsExactly("after");
    }

    @Test
    void readsATextWithoutItsMarkup() {
        String text = """
                # Pair *programming*

                Two people, ![one keyboard](/api/cop/files/1), [see](/x "title").[^1]
                Line<br>break, &amp; <kbd>Ctrl</kbd><script>alert(1)</script>

                | a | b |
                |---|---|
                | c | ![d](https://example.com/d.png) |

                > [!TIP]
                > Often

                - [x] done

                ```java
                int x = 1 < 2;
                ```

                <details><summary>More</summary>
                hidden
                </details>

                [^1]: The *note*
                """;

        assertThat(markdown.textOf(text)).isEqualTo("""
                Pair programming
                Two people, one keyboard, see.
                Line
                break, & Ctrl
                a
                b
                c
                d
                Tip
                Often
                done
                int x = 1 < 2;
                More
                hidden
                The note""");
    }

    @Test
    void findsAllLinksAndImagesOnceInTheirOrder() {
        String text = """
                [a](/playbooks/1) ![b](/api/cop/files/2 "t") [a again](/playbooks/1) [c][ref] <https://example.com>
                [![d](/d)](/e) `[no](/code)` [unknown] [empty]() me@example.com

                | [table](/t) |
                |-------------|

                [^1]

                [^1]: [note](/n)

                [ref]: /ref
                [unused]: /unused
                """;

        assertThat(markdown.linksOf(text))
                .containsExactly(
                        "/playbooks/1",
                        "/api/cop/files/2",
                        "/ref",
                        "https://example.com",
                        "/e",
                        "/d",
                        "mailto:me@example.com",
                        "/t",
                        "/n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u200b", "\u0000"})
    void rendersNothingAsNothing(String text) {
        assertThat(markdown.render(text).contents()).isEqualTo(List.of());
        assertThat(page(text).text().replaceAll("[\u200b\ufffd]", "")).isBlank();
        assertThat(markdown.linksOf(text)).isEmpty();
    }

    private Document page(String text) {
        return Jsoup.parse(markdown.render(text).html());
    }
}
