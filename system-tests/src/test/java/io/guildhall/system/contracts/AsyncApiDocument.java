package io.guildhall.system.contracts;

import io.guildhall.platform.aggregate.StateMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All messages of Guildhall: each event on the topic of its service and, but for those about people, on a public topic, in
 * webhooks and on the stream. Around them stands {@code asyncapi-frame.yml}.
 */
final class AsyncApiDocument {

    private static final Path EVENTS = Path.of("../contracts/events");
    private static final String ENDING = ".schema.json";
    private static final String DIALECT = "application/schema+json;version=draft-2020-12";
    private static final String PEOPLE = "team.people";
    private static final String MONTH = "2592000000";

    private final ObjectNode document;

    private AsyncApiDocument(ObjectNode document) {
        this.document = document;
    }

    /** The whole as YAML. */
    static String compose() throws IOException {
        AsyncApiDocument composed = new AsyncApiDocument(frame());
        try (Stream<Path> files = Files.list(EVENTS)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                composed.add(Event.read(file));
            }
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        return new Yaml(options).dump(StateMapper.json().convertValue(composed.document, Map.class));
    }

    private static ObjectNode frame() throws IOException {
        try (InputStream in = AsyncApiDocument.class.getResourceAsStream("/asyncapi-frame.yml")) {
            return StateMapper.json().valueToTree(new Yaml().load(Objects.requireNonNull(in)));
        }
    }

    /** An event with its published schema and example. */
    private record Event(String name, JsonNode schema, JsonNode example) {

        static Event read(Path file) throws IOException {
            String name = file.getFileName().toString().replace(ENDING, "");
            return new Event(name, json(file), json(EVENTS.resolve("examples/" + name + ".json")));
        }

        private static JsonNode json(Path file) throws IOException {
            return StateMapper.json().readTree(Files.readString(file));
        }

        String topic() {
            return schema.get("x-topic").stringValue();
        }

        String wireName() {
            return schema.get("title").stringValue();
        }

        String subject() {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        }

        String id() {
            return subject() + "@1795512600000";
        }

        String source() {
            return "/guildhall/" + topic().replaceFirst("\\..*", "-service");
        }

        String at() {
            return example.get("at").stringValue();
        }
    }

    private void add(Event event) {
        ObjectNode internal = message(event, event.name(), event.topic(), "internal");
        whole(event, internal);
        topic(event.topic(), event.topic().equals(PEOPLE) ? "compact" : "delete", "-1");
        if (!event.topic().equals(PEOPLE)) {
            String topic = "public." + event.topic().replaceFirst(".*\\.", "");
            told(event, message(event, "public." + event.name(), topic, "public"));
            topic(topic, "delete", MONTH);
            ObjectNode delivery = cloudEvent(event, message(event, "webhook." + event.name(), "webhooks", "webhook"));
            signature(event, delivery.putObject("headers"));
            cloudEvent(event, message(event, "stream." + event.name(), "events-live", null));
        }
    }

    private ObjectNode message(Event event, String key, String channel, @Nullable String trait) {
        object(object(object(document, "channels"), channel), "messages")
                .putObject(event.name())
                .put("$ref", "#/components/messages/" + key);
        ObjectNode message = ((ObjectNode) document.at("/components/messages")).putObject(key);
        message.put("name", event.wireName());
        message.put("title", event.wireName());
        message.put("summary", event.schema().get("description").stringValue());
        if (trait != null) {
            message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/" + trait);
        }
        return message;
    }

    private void topic(String name, String policy, String retention) {
        ObjectNode channel = object(object(document, "channels"), name);
        channel.put("address", name);
        channel.putArray("servers").addObject().put("$ref", "#/servers/broker");
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(policy);
        configuration.put("retention.ms", Long.parseLong(retention));
        kafka.put("bindingVersion", "0.5.0");
        ObjectNode operation = object(object(document, "operations"), "send." + name);
        operation.put("action", "send").putObject("channel").put("$ref", "#/channels/" + name);
    }

    private static ObjectNode object(ObjectNode in, String name) {
        return in.get(name) instanceof ObjectNode found ? found : in.putObject(name);
    }

    /** The record of a service: the state after the change, and what changed. */
    private static void whole(Event event, ObjectNode message) {
        schema(message).put("$ref", "./events/" + event.name() + ENDING);
        ObjectNode example = message.putArray("examples").addObject();
        ObjectNode headers = headers(event, example, event.id());
        headers.put("ce_sequence", "0000001795512600000").put("ce_hops", "0");
        example.set("payload", event.example());
    }

    /** The record of a public topic: what changed, and the id of whoever did it. */
    private static void told(Event event, ObjectNode message) {
        ObjectNode schema = schema(message);
        schema.putArray("allOf").addObject().put("$ref", "#/components/schemas/Told");
        change(event, schema.put("type", "object"));
        ObjectNode example = message.putArray("examples").addObject();
        ObjectNode headers = headers(event, example, event.topic() + "/" + event.id());
        headers.put("ce_topic", event.topic()).put("ce_position", "41");
        ObjectNode payload = example.putObject("payload");
        payload.putObject("by").set("id", event.example().get("by"));
        payload.set("change", event.example().get("change"));
    }

    private static void signature(Event event, ObjectNode headers) {
        headers.put("content-type", "application/cloudevents+json");
        headers.put("webhook-id", "msg_" + event.subject());
        headers.put("webhook-timestamp", "1795512600");
        headers.put("webhook-signature", "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=");
    }

    /** The same in JSON, with the name of whoever did it; returns the example. */
    private static ObjectNode cloudEvent(Event event, ObjectNode message) {
        message.put("contentType", "application/cloudevents+json");
        ObjectNode schema = schema(message).put("type", "object");
        schema.putArray("allOf").addObject().put("$ref", "#/components/schemas/CloudEvent");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("const", event.wireName());
        ObjectNode data = properties.putObject("data").put("type", "object");
        data.putArray("allOf").addObject().put("$ref", "#/components/schemas/TellsWho");
        change(event, data);
        ObjectNode example = message.putArray("examples").addObject();
        ObjectNode payload = example.putObject("payload");
        payload.put("specversion", "1.0");
        payload.put("id", event.topic() + "/" + event.id());
        payload.put("source", event.source());
        payload.put("type", event.wireName());
        payload.put("subject", event.subject());
        payload.put("time", event.at());
        payload.put("datacontenttype", "application/json");
        payload.put("topic", event.topic());
        payload.put("position", "41");
        ObjectNode told = payload.putObject("data");
        told.putObject("by").put("name", "Sam Ortega").set("id", event.example().get("by"));
        told.set("change", event.example().get("change"));
        return example;
    }

    private static ObjectNode schema(ObjectNode message) {
        return message.putObject("payload").put("schemaFormat", DIALECT).putObject("schema");
    }

    private static void change(Event event, ObjectNode schema) {
        object(schema, "properties")
                .putObject("change")
                .put("$ref", "./events/" + event.name() + ENDING + "#/properties/change");
    }

    private static ObjectNode headers(Event event, ObjectNode example, String id) {
        return example.putObject("headers")
                .put("ce_specversion", "1.0")
                .put("ce_id", id)
                .put("ce_source", event.source())
                .put("ce_type", event.wireName())
                .put("ce_subject", event.subject())
                .put("ce_time", event.at())
                .put("ce_partitionkey", event.subject())
                .put("content-type", "application/json");
    }
}
