package io.guildhall.feed.log;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fact at its place in the log, for those who pass it on; whom it may be told is asked of {@link EventLog#sees}.
 *
 * @param event the CloudEvents id that it has on its topic, {@code aggregate@sequence}
 * @param audience whom its subject may be told of
 */
public record Placed(
        long position,
        String event,
        String topic,
        String type,
        String subject,
        Instant at,
        String by,
        @Nullable String cause,
        JsonNode change,
        Audience audience) {

    /**
     * Whom a subject may be told of.
     *
     * @param asOf the sequence that said so
     */
    public record Audience(
            Visibility visibility,
            List<String> scopes,
            @Nullable String owner,
            long asOf) {

        public Audience {
            scopes = List.copyOf(scopes);
        }

        static Audience of(Document document) {
            return new Audience(
                    Visibility.valueOf(document.getString("visibility")),
                    document.getList("scopes", String.class),
                    document.getString("owner"),
                    document.getLong("asOf"));
        }
    }

    static Placed of(Document entry) {
        return new Placed(
                entry.getLong("position"),
                entry.getString("event"),
                entry.getString("topic"),
                entry.getString("type"),
                entry.getString("subject"),
                Instant.parse(entry.getString("at")),
                entry.getString("by"),
                entry.getString("cause"),
                StateMapper.toJson(entry.get("change")),
                Audience.of(entry));
    }

    /** The same for whomever the subject may be told of since a later event. */
    Placed with(Audience later) {
        return new Placed(position, event, topic, type, subject, at, by, cause, change, later);
    }

    /** The same for those who may not know what it follows from. */
    public Placed withoutCause() {
        return new Placed(position, event, topic, type, subject, at, by, null, change, audience);
    }

    /** The same in every delivery, and nobody else's. */
    public String id() {
        return topic + "/" + event;
    }

    /** The service that owns the subject, as CloudEvents name it. */
    public String source() {
        return "/guildhall/" + topic.substring(0, topic.indexOf('.')) + "-service";
    }

    /**
     * What a CloudEvent of it carries.
     *
     * @param name of who did it; null for readers of whom nobody knows for how long they keep it
     */
    public ObjectNode data(@Nullable String name) {
        ObjectNode data = StateMapper.json().createObjectNode();
        ObjectNode who = data.putObject("by").put("id", by);
        if (name != null) {
            who.put("name", name);
        }
        data.set("change", change);
        return data;
    }

    /**
     * The fact as a CloudEvent 1.0 in JSON.
     *
     * @param name of who did it
     */
    public ObjectNode cloudEvent(String name) {
        ObjectNode json = StateMapper.json().createObjectNode();
        json.put("specversion", "1.0");
        json.put("id", id());
        json.put("source", source());
        json.put("type", type);
        json.put("subject", subject);
        json.put("time", StateMapper.text(at));
        json.put("datacontenttype", "application/json");
        json.put("topic", topic);
        json.put("position", Long.toString(position));
        if (cause != null) {
            json.put("cause", cause);
        }
        json.set("data", data(name));
        return json;
    }
}
