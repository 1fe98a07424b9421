package io.guildhall.system.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.aggregate.StateMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Composes contracts/asyncapi.yaml from the schemas and examples of all events, and compares it with the published one;
 * {@code -Dcontracts.write=true} publishes.
 */
class AsyncApiTests {

    private static final Path EVENTS = Path.of("../contracts/events");
    private static final Path PUBLISHED = Path.of("../contracts/asyncapi.yaml");
    private static final String ENDING = ".schema.json";
    private static final List<List<String>> HEADERS = List.of(
            List.of("ce_specversion", "1.0"),
            List.of("ce_id", "The same at every repetition: the aggregate's id, @ and the sequence"),
            List.of("ce_source", "The service that owns the aggregate"),
            List.of("ce_type", "The name of the message"),
            List.of("ce_subject", "Id of the aggregate; also the record's key"),
            List.of("ce_time", "When it was changed, ISO 8601 in UTC"),
            List.of("ce_partitionkey", "As the record's key"),
            List.of("ce_sequence", "Grows with every event of the aggregate; zero-padded, so that text compares"),
            List.of("ce_hops", "How many services have reacted on the way to it, at most 5"),
            List.of("ce_cause", "Id of the event it is a reaction to; absent where a person did it"),
            List.of("ce_traceparent", "W3C trace context; absent where there is none"));

    private final ObjectNode document = StateMapper.json().createObjectNode();

    @Test
    void tellsOfEveryEvent() throws IOException {
        String composed = compose();
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(PUBLISHED, composed);
        }
        assertThat(Files.exists(PUBLISHED) ? Files.readString(PUBLISHED).replace("\r\n", "\n") : "nothing published")
                .as("asyncapi.yaml is composed of the schemas and examples; write it with -Dcontracts.write=true")
                .isEqualTo(composed);
    }

    private String compose() throws IOException {
        begin();
        try (Stream<Path> files = Files.list(EVENTS)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(ENDING, "");
                add(name, read(file), read(EVENTS.resolve("examples/" + name + ".json")));
            }
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        return new Yaml(options).dump(StateMapper.json().convertValue(document, Map.class));
    }

    private void begin() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Guildhall")
                .put("version", "1")
                .put(
                        "description",
                        "CloudEvents 1.0 in Kafka's binary mode. A topic for each kind of aggregate, named after the"
                                + " installation's prefix and the address here; kept for good, so that a replica can be"
                                + " rebuilt from it (team.people is compacted). Delivery is at least once, first"
                                + " appearances are in the order of ce_sequence.");
        document.put("defaultContentType", "application/json");
        document.putObject("channels");
        document.putObject("operations");
        ObjectNode components = document.putObject("components");
        components.putObject("messages");
        ObjectNode headers =
                components.putObject("schemas").putObject("Headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        HEADERS.forEach(header ->
                properties.putObject(header.get(0)).put("type", "string").put("description", header.get(1)));
    }

    private void add(String name, JsonNode schema, JsonNode example) {
        String topic = schema.get("x-topic").stringValue();
        ObjectNode channels = (ObjectNode) document.get("channels");
        if (!channels.has(topic)) {
            channels.putObject(topic).put("address", topic).putObject("messages");
            ObjectNode operation = ((ObjectNode) document.get("operations")).putObject("send." + topic);
            operation.put("action", "send").putObject("channel").put("$ref", "#/channels/" + topic);
        }
        ((ObjectNode) channels.get(topic).get("messages")).putObject(name).put("$ref", "#/components/messages/" + name);
        ObjectNode message = ((ObjectNode) document.at("/components/messages")).putObject(name);
        message.put("name", schema.get("title").stringValue());
        message.put("summary", schema.get("description").stringValue());
        message.putObject("headers").put("$ref", "#/components/schemas/Headers");
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
        payload.putObject("schema").put("$ref", "./events/" + name + ENDING);
        message.putArray("examples").addObject().set("payload", example);
    }

    private static JsonNode read(Path file) throws IOException {
        return StateMapper.json().readTree(Files.readString(file));
    }
}
