package io.guildhall.feed.chat;

import io.guildhall.feed.chat.Channel.Kind;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** Gives a message the form of its chat, as long as that takes. */
final class Messages {

    static final String CONTENT_TYPE = "application/json";

    /** Slack refuses messages whose blocks are together longer than about 13,000 characters. */
    static final int LONGEST_SLACK = 12_000;

    /** Teams takes 28 KB. */
    static final int LONGEST_TEAMS = 27_000;

    private Messages() {}

    static ObjectNode of(Kind kind, Digest digest) {
        ObjectNode message = kind == Kind.SLACK ? SlackMessage.of(digest) : TeamsMessage.of(digest);
        boolean fits = bytes(message) <= (kind == Kind.SLACK ? LONGEST_SLACK : LONGEST_TEAMS);
        return fits || digest.things().size() < 2 ? message : of(kind, digest.shorter());
    }

    static int bytes(ObjectNode message) {
        return message.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
