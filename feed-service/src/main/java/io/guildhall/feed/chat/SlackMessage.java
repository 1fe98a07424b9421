package io.guildhall.feed.chat;

import io.guildhall.feed.chat.Digest.Thing;
import io.guildhall.platform.aggregate.StateMapper;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message in Slack's blocks. In its markup only {@code &}, {@code <} and {@code >} begin anything that does something (a
 * link, a mention of everybody), and {@code |} ends a link's address; where names of people stand, nothing else is looked
 * for.
 */
final class SlackMessage {

    private static final int LONGEST_HEADER = 150;

    private SlackMessage() {}

    static ObjectNode of(Digest digest) {
        ObjectNode message = StateMapper.json().createObjectNode();
        message.put("text", spoken(digest));
        message.put("unfurl_links", false);
        message.put("unfurl_media", false);
        ArrayNode blocks = message.putArray("blocks");
        ObjectNode header = blocks.addObject().put("type", "header").putObject("text");
        header.put("type", "plain_text").put("text", PlainText.of(digest.heading(), LONGEST_HEADER));
        header.put("emoji", false);
        for (Thing thing : digest.things()) {
            markup(blocks.addObject().put("type", "section").putObject("text"), line(thing));
        }
        if (digest.more() > 0) {
            context(blocks, link(digest.moreUrl(), digest.moreWords()));
        }
        context(blocks, escaped(digest.footer()));
        return message;
    }

    /** For notifications and screen readers. */
    private static String spoken(Digest digest) {
        return Stream.concat(
                        Stream.of(digest.heading()), digest.things().stream().map(Thing::text))
                .map(SlackMessage::escaped)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Thing thing) {
        return link(thing.url(), thing.text()) + (thing.step() == null ? "" : "\n" + escaped(thing.step()));
    }

    private static String link(String url, String label) {
        return "<" + escaped(url) + "|" + escaped(label).replace('|', '¦') + ">";
    }

    private static void context(ArrayNode blocks, String markup) {
        markup(blocks.addObject().put("type", "context").putArray("elements").addObject(), markup);
    }

    /** Nothing in it is a link or a mention unless it is written as one. */
    private static void markup(ObjectNode text, String markup) {
        text.put("type", "mrkdwn").put("text", markup).put("verbatim", true);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
