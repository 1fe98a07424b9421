package io.guildhall.feed.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.feed.chat.Channel.Kind;
import io.guildhall.feed.chat.Digest.Thing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message is one in its chat's form, whatever people write, and no longer than the chat takes. */
class MessagesTests {

    private static final String PAGE = "https://guildhall.example/impediments/1";
    private static final String EVIL =
            "<!channel> <@U123> </b> & <https://evil.example|Payroll> | *bold* [Payroll](https://evil.example) {{x}}";

    @Test
    void slackGetsBlocksAndWordsForScreenReaders() {
        JsonNode message =
                Messages.of(Kind.SLACK, digest(2, "From proposed to committed", thing("Sam raised 'Vault'")));
        assertThat(types(message.get("blocks"))).containsExactly("header", "section", "context", "context");
        JsonNode header = message.get("blocks").get(0).get("text");
        assertThat(header.get("type").stringValue()).isEqualTo("plain_text");
        assertThat(header.get("text").stringValue()).isEqualTo("Payments: 3 changes");
        assertThat(section(message)).isEqualTo("<" + PAGE + "|Sam raised 'Vault'>\nFrom proposed to committed");
        assertThat(message.get("blocks")
                        .get(2)
                        .get("elements")
                        .get(0)
                        .get("text")
                        .stringValue())
                .isEqualTo("<https://guildhall.example/activity?unit=payments|and 2 more before>");
        assertThat(message.get("text").stringValue()).isEqualTo("Payments: 3 changes\nSam raised 'Vault'");
    }

    @Test
    void teamsGetsAnAdaptiveCardInTheEnvelopeOfItsWorkflows() {
        JsonNode message = Messages.of(Kind.TEAMS, digest(1, null, thing("Sam raised 'Vault'")));
        assertThat(message.get("type").stringValue()).isEqualTo("message");
        JsonNode attachment = message.get("attachments").get(0);
        assertThat(attachment.get("contentType").stringValue()).isEqualTo("application/vnd.microsoft.card.adaptive");
        JsonNode card = attachment.get("content");
        assertThat(card.get("type").stringValue()).isEqualTo("AdaptiveCard");
        assertThat(card.get("version").stringValue()).isEqualTo("1.4");
        assertThat(types(card.get("body"))).containsOnly("RichTextBlock");
        JsonNode told = card.get("body").get(1).get("inlines").get(0);
        assertThat(told.get("text").stringValue()).isEqualTo("Sam raised 'Vault'");
        assertThat(told.get("selectAction").get("url").stringValue()).isEqualTo(PAGE);
        assertThat(card.get("actions").get(0).get("title").stringValue()).isEqualTo("and 1 more before");
    }

    @Test
    void nothingThatPeopleWriteIsAMentionOrALinkInSlack() {
        JsonNode message = Messages.of(Kind.SLACK, new Digest(EVIL, List.of(thing(EVIL)), 0, PAGE, EVIL));
        String section = section(message);
        assertThat(section).startsWith("<" + PAGE + "|").endsWith(">");
        String label = section.substring(PAGE.length() + 2, section.length() - 1);
        assertThat(label).doesNotContain("<", ">", "|").contains("&lt;!channel&gt;", "&amp;");
        for (JsonNode block : message.get("blocks")) {
            JsonNode text = block.has("text")
                    ? block.get("text")
                    : block.get("elements").get(0);
            if (text.get("type").stringValue().equals("mrkdwn")) {
                assertThat(text.get("verbatim").booleanValue()).isTrue();
                assertThat(text.get("text").stringValue()).doesNotContain("<!", "<@", "<https://evil");
            }
        }
        assertThat(message.get("text").stringValue()).doesNotContain("<", ">");
    }

    /** Text blocks show Markdown, text runs do not. */
    @Test
    void nothingThatPeopleWriteStandsWhereTeamsLooksForMarkdown() {
        JsonNode message = Messages.of(Kind.TEAMS, new Digest(EVIL, List.of(thing(EVIL)), 0, PAGE, EVIL));
        JsonNode card = message.get("attachments").get(0).get("content");
        assertThat(types(card.get("body"))).hasSize(3).containsOnly("RichTextBlock");
        card.get("body")
                .forEach(line ->
                        assertThat(types(line.get("inlines"))).isNotEmpty().containsOnly("TextRun"));
        assertThat(message.findValues("url")).allMatch(url -> url.stringValue().equals(PAGE));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theLongestMessageIsNoLongerThanTheChatTakes(Kind kind) {
        for (String letter : List.of("x", "&", "\uD83D\uDE80", "\"")) {
            String longest = letter.repeat(Digests.LONGEST_TEXT);
            String url = "https://guildhall.example/" + "u".repeat(200);
            List<Thing> things = Collections.nCopies(Batch.MOST, new Thing(longest, "From on track to at risk", url));
            ObjectNode message = Messages.of(kind, new Digest(longest, things, 1_000_000, url, longest));
            assertThat(Messages.bytes(message)).isLessThan(kind == Kind.SLACK ? 13_000 : 28 * 1_024);
            if (kind == Kind.SLACK) {
                assertThat(message.get("blocks").size()).isLessThanOrEqualTo(50);
                String header =
                        message.get("blocks").get(0).get("text").get("text").stringValue();
                assertThat(header.codePointCount(0, header.length())).isLessThanOrEqualTo(150);
                message.get("blocks")
                        .forEach(block -> assertThat(block.path("text")
                                        .path("text")
                                        .asString("")
                                        .length())
                                .isLessThanOrEqualTo(3_000));
            }
        }
    }

    @Test
    void whatTheChatDoesNotTakeIsCountedInstead() {
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < Batch.MOST; i++) {
            things.add(new Thing(i + "&".repeat(Digests.LONGEST_TEXT - 1), null, PAGE + "/" + "u".repeat(400)));
        }
        JsonNode message = Messages.of(Kind.SLACK, new Digest("Much", things, 5, PAGE, "Foot"));
        long shown =
                types(message.get("blocks")).stream().filter("section"::equals).count();
        assertThat(shown).isBetween(1L, 9L);
        assertThat(message.toString())
                .contains("and " + (15 - shown) + " more before")
                .contains("|9&amp;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two\nlines", "two\r\n\tlines", "two\u2028lines", "two\u0000lines", "\u202Etwo lines\u2066 "})
    void textIsOneLine(String text) {
        assertThat(PlainText.of(text, 100)).isEqualTo("two lines");
    }

    @Test
    void textIsCutBetweenLetters() {
        assertThat(PlainText.of("\uD83D\uDE80".repeat(5), 3)).isEqualTo("\uD83D\uDE80\uD83D\uDE80…");
        assertThat(PlainText.of("exact", 5)).isEqualTo("exact");
    }

    private static Thing thing(String text) {
        return new Thing(text, null, PAGE);
    }

    private static Digest digest(int more, @Nullable String step, Thing thing) {
        return new Digest(
                "Payments: " + (more + 1) + " changes",
                List.of(new Thing(thing.text(), step, thing.url())),
                more,
                "https://guildhall.example/activity?unit=payments",
                "What happens to Payments and below, from Guildhall.");
    }

    private static String section(JsonNode message) {
        return message.get("blocks").get(1).get("text").get("text").stringValue();
    }

    private static List<String> types(JsonNode blocks) {
        return StreamSupport.stream(blocks.spliterator(), false)
                .map(block -> block.get("type").stringValue())
                .toList();
    }
}
