package io.guildhall.platform.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;

/**
 * An event as it lies in the aggregate's document until it is in the log: final, validated bytes.
 *
 * @param id of the event, {@code aggregate@sequence}
 * @param headers the CloudEvents attributes, without the {@code ce_} of the Kafka binding
 * @param data the JSON text
 */
public record PendingEvent(String id, Map<String, String> headers, String data) {

    public PendingEvent {
        headers = Map.copyOf(headers);
    }

    public Document toDocument() {
        return new Document("id", id)
                .append("headers", new Document(new LinkedHashMap<>(headers)))
                .append("data", data);
    }

    public static PendingEvent from(Document document) {
        Map<String, String> headers = new LinkedHashMap<>();
        document.get("headers", new Document()).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new PendingEvent(document.getString("id"), headers, document.getString("data"));
    }
}
