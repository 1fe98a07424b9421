package io.guildhall.cop.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.platform.aggregate.Refusal;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are made to take long, to need much memory or to overflow the stack. */
class BoundsTests {

    /** As long as a page may be. */
    private static final int LONG = 200_000;

    private static final int SHORT = LONG / 4;

    /** A quarter of what threads have by default. */
    private static final int SMALL_STACK = 256 * 1024;

    private static final String ORDINARY = "A *sentence* with a [link](/x) and `code`, as people write them.\n\n";

    private final Markdown markdown = new Markdown();

    static Stream<Arguments> longTexts() {
        Stream<String> repeated = Stream.of(
                ">",
                "> ",
                ">\n",
                "- ",
                "1. ",
                "- [ ] ",
                "* - + ",
                "1) 1) 1) a\n",
                "    ",
                "\t",
                "\n",
                "#",
                "# a\n",
                "a\n=\n",
                "---\n",
                "|",
                "| a\n",
                "| a |\n|---|\n",
                "a|b\n-|-\n",
                "```\n",
                "~~~",
                "*",
                "_",
                "**a ",
                "a**b",
                "*a_b",
                "***a",
                "~~a ",
                "`",
                "`a``",
                "[",
                "![",
                "[a](",
                "[a][",
                "[[a]]",
                "[](",
                "[a](<",
                "[a](b \"",
                "*[",
                "[*",
                "`[",
                "](",
                "![a](b)",
                "![a](/api/cop/x)",
                "[^",
                "[^a]: ",
                "[^a]: b\n\n",
                "[a]: b\n",
                "[a]:\n",
                "[a\n",
                "\\",
                "\\\n",
                "a  \n",
                "&",
                "&#x41;",
                "<",
                "<a ",
                "<a b=",
                "<a b='c' ",
                "<!--",
                "<?",
                "<![CDATA[",
                "</",
                "<div>",
                "<div><div>\n\n",
                "<b><i>",
                "<b><p></b>",
                "<table><tr><td>",
                "<td>",
                "<ul><li>",
                "<dl><dd>",
                "<a href=x><b>",
                "<details>",
                "<svg>",
                "<select>",
                "<style>",
                "<script>",
                "<noscript>",
                "<img src=x>",
                "<input ",
                "http://a",
                "www.a.b ",
                "a@b.c ",
                "> [!NOTE]\n",
                "> [!NOTE]\n> a\n\n",
                "\ud83d\ude00",
                "\ud83d",
                "\u200b",
                "\u202e",
                "\u0000",
                "e\u0301",
                "\ufeff",
                "\"",
                ORDINARY);
        Stream<Arguments> others = Stream.of(
                text("openers, then closers of emphasis", length -> "*a".repeat(length / 4) + "b*".repeat(length / 4)),
                text("openers, then closers of brackets", length -> "[".repeat(length / 2) + "]".repeat(length / 2)),
                text("openers, then closers of links", length -> "[".repeat(length / 5) + "](a)".repeat(length / 5)),
                text("openers, then closers of images", length -> "![".repeat(length / 6) + "](a)".repeat(length / 6)),
                text("a quote that goes on without its mark", length -> "> " + "a\n".repeat(length / 2)),
                text("ever more backticks", length -> growing(length, n -> "a" + "`".repeat(n))),
                text("ever deeper quotes", length -> growing(length, n -> ">".repeat(n) + " a\n")),
                text("ever deeper lists", length -> growing(length, n -> " ".repeat(2 * n) + "- a\n")),
                text("different references", length -> growing(length, n -> "[a" + n + "]: /b\n")),
                text("different notes", length -> growing(length, n -> "[^" + n + "]\n\n[^" + n + "]: x\n\n")),
                text("one note from everywhere", length -> "[^a]: x\n\n" + "[^a]".repeat(length / 4)),
                text(
                        "one link from everywhere",
                        length -> "[a]: /" + "b".repeat(length / 2) + "\n\n" + "[a]".repeat(length / 6)),
                text(
                        "a wide table of short rows",
                        length -> "|a".repeat(length / 8) + "\n" + "|-".repeat(length / 8) + "\nb".repeat(length / 4)),
                text("a long address", length -> "[a](http://" + "a".repeat(length) + ")"),
                text("a long path of an image", length -> "![a](/api/cop/" + "a/".repeat(length / 2) + ")"),
                text("a long name of a language", length -> "```" + "a".repeat(length) + "\nx"),
                text("a long title", length -> "<a title=\"" + "b".repeat(length) + "\">x</a>"),
                text("many attributes", length -> "<a " + "title=c ".repeat(length / 8) + ">x</a>"),
                text("spaces between two letters", length -> "a" + " ".repeat(length) + "b"),
                text("a long heading", length -> "# " + "a ".repeat(length / 2)));
        return Stream.concat(
                repeated.map(part -> text(nameOf(part), length -> part.repeat(length / part.length()))), others);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longTexts")
    void takesTimeInProportionToTheLength(String name, IntFunction<String> text) throws Exception {
        assertThat(growth(text))
                .as("of the time when the text is four times as long")
                .isLessThan(8);
    }

    @ParameterizedTest
    @CsvSource({"'> ', blockquote", "'- ', ul", "'1. ', ol"})
    void showsWhatIsNestedTooDeepAsItWasWritten(String part, String element) throws Exception {
        String html =
                onASmallStack(() -> markdown.render(part.repeat(10_000) + "a").html());

        assertThat(Jsoup.parse(html).select(element)).hasSizeBetween(20, Bounds.MOST_NESTED);
        assertThat(Jsoup.parse(html).text()).contains(part + part.strip()).endsWith("a");
    }

    @ParameterizedTest
    @CsvSource({
        "[, ](a)",
        "**a , b**",
        "*a , b*",
        "~~a , b~~",
        "<b>, </b>",
        "<div>, </div>",
        "<table><tr><td>, </table>"
    })
    void nestsNothingWithoutEnd(String start, String end) throws Exception {
        String text = start.repeat(10_000) + "x" + end.repeat(10_000);

        String html =
                onASmallStack(() -> markdown.render(text).html() + markdown.textOf(text) + markdown.linksOf(text));

        assertThat(deepest(html)).isLessThan(400);
    }

    @Test
    void rendersFiveMillionCharacters() {
        String text = ORDINARY.repeat(5_000_000 / ORDINARY.length());

        assertThat(markdown.render(text).html()).hasSizeGreaterThan(text.length());
    }

    @Test
    void rendersATableOfAThousandRows() {
        String html = markdown.render("|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n" + "|1|2|3|4|5|6|7|8|\n".repeat(1000))
                .html();

        assertThat(Jsoup.parse(html).select("tbody tr")).hasSize(1000);
    }

    @Test
    void keepsEveryCharacterThatThereIs() {
        for (int block = 0; block <= Character.MAX_CODE_POINT; block += 0x1000) {
            String text = IntStream.range(Math.max(block, 0xA0), block + 0x1000)
                    .filter(BoundsTests::isCharacter)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining("x", "x", "x"));

            assertThat(markdown.textOf(text)).isEqualTo(text);
            assertThat(Jsoup.parse(markdown.render(text).html()).wholeText().strip())
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇪🇺",
                "﷽ z̷̛̹a̶͚͛l̵̰̽g̸̱̈o̷",
                "zero\u200bwidth",
                "\u202eright to left\u202c",
                "\u2066isolated\u2069"
            })
    void keepsWhatIsUnusual(String text) {
        assertThat(Jsoup.parse(markdown.render(text).html()).wholeText().strip())
                .isEqualTo(text);
        assertThat(markdown.textOf(text)).isEqualTo(text);
    }

    @Test
    void refusesAParagraphWithoutEnd() {
        String lines = "(a\n".repeat(Bounds.MOST_LINES);

        assertThat(markdown.render(lines + "\n" + lines).html()).isNotEmpty();
        assertThat(markdown.render("a\n".repeat(10 * Bounds.MOST_LINES)).html()).isNotEmpty();
        assertThat(markdown.render("```\n" + lines + lines + "```").html()).isNotEmpty();
        refused(lines + lines, "paragraph-too-long");
        refused("> (a\n".repeat(Bounds.MOST_LINES + 2), "paragraph-too-long");
    }

    @Test
    void refusesATableThatIsMostlyLeftOut() {
        refused("|a".repeat(1000) + "\n" + "|-".repeat(1000) + "\nb".repeat(101), "tables-too-large");
    }

    @Test
    void refusesBracketsWithinBracketsWithoutEnd() {
        refused("![".repeat(20_000) + "](a)".repeat(20_000), "brackets-too-deep");
    }

    @Test
    void refusesAPageThatIsMuchLongerThanItsText() {
        refused("[a]: /" + "b".repeat(10_000) + "\n\n" + "[a] ".repeat(10_000), "page-too-long");
    }

    /** Also by whoever asks for its links before keeping it. */
    private void refused(String text, String type) {
        for (Consumer<String> use : List.<Consumer<String>>of(markdown::render, markdown::linksOf)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> use.accept(text))
                    .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type))
                    .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(422));
        }
    }

    /** The least of five, for other things go on; what is faster than an ordinary text counts as that. */
    private double growth(IntFunction<String> text) throws Exception {
        String shorter = text.apply(SHORT);
        String longer = text.apply(LONG);
        String ordinary = ORDINARY.repeat(SHORT / ORDINARY.length());
        return onASmallStack(() -> IntStream.range(0, 5)
                .mapToDouble(any -> (double) cost(longer) / Math.max(cost(shorter), cost(ordinary)))
                .filter(growth -> growth < 8)
                .findFirst()
                .orElseGet(() -> (double) cost(longer) / cost(shorter)));
    }

    /** Time of the processor for it, of which other processes take nothing. */
    private long cost(String text) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            markdown.render(text);
            markdown.textOf(text);
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isEqualTo(422);
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    private static <T> T onASmallStack(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(null, task, "small stack", SMALL_STACK).start();
        return task.get();
    }

    private static int deepest(String html) {
        return Jsoup.parse(html).getAllElements().stream()
                .mapToInt(element -> element.parents().size())
                .max()
                .orElseThrow();
    }

    private static boolean isCharacter(int value) {
        return Character.isDefined(value) && Character.getType(value) != Character.SURROGATE;
    }

    private static Arguments text(String name, IntFunction<String> ofLength) {
        return Arguments.of(name, ofLength);
    }

    private static String nameOf(String part) {
        String inOneLine = part.replace("\n", "\\n").replace("\t", "\\t");
        return inOneLine.matches("\\p{Print}+") ? inOneLine : Character.getName(part.codePointAt(0));
    }

    private static String growing(int length, IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        for (int n = 1; text.length() < length; n++) {
            text.append(part.apply(n));
        }
        return text.substring(0, length);
    }
}
