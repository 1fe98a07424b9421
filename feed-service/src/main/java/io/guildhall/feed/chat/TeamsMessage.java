package io.guildhall.feed.chat;

import io.guildhall.feed.chat.Digest.Thing;
import io.guildhall.platform.aggregate.StateMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as an Adaptive Card in the envelope that Teams' workflows take. Text stands in text runs, which know no Markdown
 * (text blocks do): so nothing that people write becomes a link.
 */
final class TeamsMessage {

    private TeamsMessage() {}

    static ObjectNode of(Digest digest) {
        ObjectNode message = StateMapper.json().createObjectNode();
        message.put("type", "message");
        ObjectNode attachment = message.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        ObjectNode card = attachment.putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard").put("version", "1.4");
        card.putObject("msteams").put("width", "Full");
        ArrayNode body = card.putArray("body");
        run(line(body), digest.heading()).put("size", "Large").put("weight", "Bolder");
        for (Thing thing : digest.things()) {
            ArrayNode line = line(body);
            run(line, thing.text()).set("selectAction", open(thing.url()));
            if (thing.step() != null) {
                run(line, " (" + thing.step() + ")").put("isSubtle", true);
            }
        }
        run(line(body), digest.footer()).put("size", "Small").put("isSubtle", true);
        if (digest.more() > 0) {
            card.putArray("actions").add(open(digest.moreUrl()).put("title", digest.moreWords()));
        }
        return message;
    }

    private static ArrayNode line(ArrayNode body) {
        return body.addObject().put("type", "RichTextBlock").putArray("inlines");
    }

    private static ObjectNode run(ArrayNode line, String text) {
        return line.addObject().put("type", "TextRun").put("text", text);
    }

    private static ObjectNode open(String url) {
        return StateMapper.json()
                .createObjectNode()
                .put("type", "Action.OpenUrl")
                .put("url", url);
    }
}
