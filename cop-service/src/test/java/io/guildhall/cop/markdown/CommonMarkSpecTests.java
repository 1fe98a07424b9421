package io.guildhall.cop.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The specifications' own examples, by the parser and the extensions that pages are made with, before sanitizing. */
class CommonMarkSpecTests {

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(Markdown.EXTENSIONS)
            .percentEncodeUrls(true)
            .build();

    /** GFM makes a link of a plain address, where CommonMark leaves text; here the rest of what looks like one. */
    private static final Map<String, String> LINKS_OF_PLAIN_ADDRESSES = Map.of(
            "<https://foo.bar/baz bim>",
            "<p>&lt;<a href=\"https://foo.bar/baz\">https://foo.bar/baz</a> bim&gt;</p>\n",
            "<foo\\+@bar.example.com>",
            "<p>&lt;<a href=\"mailto:foo+@bar.example.com\">foo+@bar.example.com</a>&gt;</p>\n",
            "< https://foo.bar >",
            "<p>&lt; <a href=\"https://foo.bar\">https://foo.bar</a> &gt;</p>\n",
            "https://example.com",
            "<p><a href=\"https://example.com\">https://example.com</a></p>\n",
            "foo@bar.example.com",
            "<p><a href=\"mailto:foo@bar.example.com\">foo@bar.example.com</a></p>\n");

    @Test
    void rendersAllExamplesOfCommonMarkAndDiffersOnlyInLinksOfPlainAddresses() {
        var examples = ExampleReader.readExamples(TestResources.getSpec());

        assertThat(examples).hasSize(652);
        assertThat(differences(examples)).isEqualTo(LINKS_OF_PLAIN_ADDRESSES);
    }

    @ParameterizedTest
    @CsvSource({"table, 8", "strikethrough, 2"})
    void rendersTheExamplesOfGitHubsExtensions(String extension, int count) {
        URL spec = TestResources.getGfmSpec();
        var examples = ExampleReader.readExamples(spec, extension);

        assertThat(examples).hasSize(count);
        assertThat(differences(examples)).isEmpty();
    }

    /** Source and what becomes of it, where that is not what the specification says; its arrows stand for tabs. */
    private static Map<String, String> differences(Iterable<Example> examples) {
        Map<String, String> differences = new LinkedHashMap<>();
        for (Example example : examples) {
            String html = RENDERER.render(Markdown.parse(example.getSource(), new Bounds(example.getSource())));
            if (!html.equals(example.getHtml().replace('→', '\t'))) {
                differences.put(example.getSource().stripTrailing(), html);
            }
        }
        return differences;
    }
}
