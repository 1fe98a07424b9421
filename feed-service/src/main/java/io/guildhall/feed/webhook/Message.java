package io.guildhall.feed.webhook;

import io.guildhall.feed.log.Placed;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.StateMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is sent: a CloudEvent 1.0 in JSON, which is also what Standard Webhooks recommends.
 *
 * @param id the same whenever this event is sent to this endpoint
 * @param event by which the event is known on its topic, as it stands in the body
 */
record Message(String id, String event, String body) {

    static final String CONTENT_TYPE = "application/cloudevents+json";

    static final String PING = "guildhall.webhook.ping.v1";

    private static final String PREFIX = "msg_";

    /** @param by the name of whoever did it */
    static Message of(String webhook, Placed entry, String by) {
        return new Message(
                id(webhook, entry.id()), entry.event(), entry.cloudEvent(by).toString());
    }

    /** Something to try an endpoint with. */
    static Message ping(String webhook, String attempt, Instant now) {
        String id = id(webhook, attempt);
        ObjectNode json = StateMapper.json().createObjectNode();
        json.put("specversion", "1.0");
        json.put("id", id);
        json.put("source", "/guildhall/feed-service");
        json.put("type", PING);
        json.put("subject", webhook);
        json.put("time", StateMapper.text(now));
        json.put("datacontenttype", "application/json");
        json.putObject("data").put("webhook", webhook);
        return new Message(id, id, json.toString());
    }

    static String id(String webhook, String event) {
        return PREFIX + CommandContext.derivedId(webhook, event);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
