package io.guildhall.platform.replica;

import io.guildhall.platform.aggregate.Cause;
import io.guildhall.platform.aggregate.StateMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An event as it was read from a topic.
 *
 * @param id {@code aggregate@sequence}
 * @param subject the id of the aggregate
 * @param hops how many events lie between the first cause and this one
 * @param state the whole state of the aggregate after the change
 * @param change what changed
 * @param by who changed it
 */
public record IncomingEvent(
        String topic,
        String id,
        String type,
        String subject,
        long sequence,
        int hops,
        @Nullable String cause,
        @Nullable String traceparent,
        JsonNode state,
        JsonNode change,
        String by,
        Instant at) {

    private static final int MOST_HOPS = 5;

    /** @throws UnreadableEvent when it can never be read, however often it is tried */
    public static IncomingEvent read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new UnreadableEvent("A record without data; here deletion is a state");
        }
        try {
            JsonNode data = StateMapper.json().readTree(record.value());
            JsonNode state = data.path("state");
            if (!state.isObject()) {
                throw new UnreadableEvent("The data holds no state");
            }
            if (!data.path("change").isObject()) {
                throw new UnreadableEvent("The data does not hold what changed");
            }
            IncomingEvent event = new IncomingEvent(
                    record.topic(),
                    header(record, "id"),
                    header(record, "type"),
                    header(record, "subject"),
                    Long.parseLong(header(record, "sequence")),
                    Integer.parseInt(optional(record, "hops", "0")),
                    optional(record, "cause"),
                    optional(record, "traceparent"),
                    state,
                    data.path("change"),
                    data.path("by").asString(""),
                    Instant.parse(data.path("at").asString("")));
            if (event.hops > MOST_HOPS) {
                throw new UnreadableEvent("More than " + MOST_HOPS + " events follow from one");
            }
            return event;
        } catch (JacksonException | NumberFormatException | DateTimeParseException | NullPointerException e) {
            throw new UnreadableEvent("Not an event of Guildhall: " + e);
        }
    }

    /** What a command that this event leads to gives as its cause. */
    public Cause asCause() {
        return new Cause(id, hops + 1, traceparent);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        String value = optional(record, name);
        if (value == null) {
            throw new UnreadableEvent("The header ce_" + name + " is missing");
        }
        return value;
    }

    private static String optional(ConsumerRecord<String, byte[]> record, String name, String otherwise) {
        String value = optional(record, name);
        return value == null ? otherwise : value;
    }

    private static @Nullable String optional(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader("ce_" + name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
