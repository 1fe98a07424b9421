package io.guildhall.platform.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.StateMapper;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the JSON schema (2020-12) of the data of an event: the state after the change, the change, by whom and when. */
final class SchemaWriter {

    /** JSON Schema has no formats for what has no offset. */
    private static final Map<Class<?>, String> LOCAL = Map.of(
            LocalTime.class, "Time on the clocks of a zone, for example 15:00:00",
            LocalDateTime.class, "Date and time on the clocks of a zone, for example 2026-12-03T15:00:00",
            ZoneId.class, "IANA time zone");

    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, Integer.class, Long.class, short.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class, BigDecimal.class);

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private SchemaWriter() {}

    static ObjectNode write(String wireName, AggregateType<?> type, Class<?> event) {
        SchemaWriter writer = new SchemaWriter();
        ObjectNode schema = object();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://guildhall.dev/contracts/events/" + wireName);
        schema.put("title", wireName);
        About about = event.getAnnotation(About.class);
        if (about == null) {
            throw new IllegalStateException(event + " says nothing @About itself");
        }
        schema.put("description", about.value());
        schema.put("x-topic", type.topic());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("state", writer.reference(type.state(), "The whole state of the aggregate after the change"));
        properties.set("change", writer.reference(event, about.value()));
        properties
                .putObject("by")
                .put("type", "string")
                .put("description", "Id of the person, or of whoever else, who changed it");
        properties
                .putObject("at")
                .put("type", "string")
                .put("format", "date-time")
                .put("description", "When it was changed, UTC");
        array(schema, "required", List.of("state", "change", "by", "at"));
        ObjectNode defs = schema.putObject("$defs");
        writer.definitions.forEach(defs::set);
        return schema;
    }

    private ObjectNode reference(Class<?> type, String description) {
        define(type);
        return object().put("$ref", "#/$defs/" + name(type)).put("description", description);
    }

    private void define(Class<?> type) {
        if (definitions.containsKey(name(type))) {
            return;
        }
        ObjectNode schema = object().put("type", "object");
        definitions.put(name(type), schema);
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new java.util.ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = schema(component.getAnnotatedType());
            About about = component.getAnnotation(About.class);
            if (about != null) {
                property.put("description", about.value());
            }
            properties.set(component.getName(), property);
            required.add(component.getName());
        }
        array(schema, "required", required);
    }

    private ObjectNode schema(AnnotatedType annotated) {
        ObjectNode schema = plain(annotated);
        if (!annotated.isAnnotationPresent(Nullable.class)) {
            return schema;
        }
        if (schema.has("type") && !schema.has("enum")) {
            String type = schema.get("type").stringValue();
            array(schema, "type", List.of(type, "null"));
            return schema;
        }
        ObjectNode either = object();
        ArrayNode options = either.putArray("anyOf");
        options.add(schema);
        options.add(object().put("type", "null"));
        return either;
    }

    private ObjectNode plain(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType parameterized) {
            Class<?> raw = (Class<?>) parameterized.getRawType();
            AnnotatedType[] arguments = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            if (Map.class.isAssignableFrom(raw)) {
                ObjectNode map = object().put("type", "object");
                map.set("additionalProperties", schema(arguments[1]));
                return map;
            }
            ObjectNode list = object().put("type", "array");
            list.set("items", schema(arguments[0]));
            return list;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return object().put("type", "string");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return object().put("type", "boolean");
        }
        if (WHOLE.contains(plain)) {
            return object().put("type", "integer");
        }
        if (NUMBERS.contains(plain)) {
            return object().put("type", "number");
        }
        if (plain == Instant.class) {
            return object().put("type", "string").put("format", "date-time");
        }
        if (plain == LocalDate.class) {
            return object().put("type", "string").put("format", "date");
        }
        if (LOCAL.containsKey(plain)) {
            return object().put("type", "string").put("$comment", LOCAL.get(plain));
        }
        if (plain.isEnum()) {
            // Not an 'enum' keyword: a reader has to take values that it does not know yet.
            String values = String.join(
                    ", ",
                    Arrays.stream(plain.getEnumConstants())
                            .map(Object::toString)
                            .toList());
            return object().put("type", "string").put("$comment", "One of " + values + "; more may come");
        }
        if (plain.isRecord() && isText(plain)) {
            return object().put("type", "string");
        }
        if (plain.isRecord()) {
            define(plain);
            return object().put("$ref", "#/$defs/" + name(plain));
        }
        throw new IllegalStateException("No schema for " + type);
    }

    /** Records such as typed ids, which are written as their one text. */
    private static boolean isText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class))
                || Arrays.stream(type.getDeclaredFields()).anyMatch(f -> f.isAnnotationPresent(JsonValue.class));
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : name(outer) + type.getSimpleName();
    }

    private static ObjectNode object() {
        return StateMapper.json().createObjectNode();
    }

    private static void array(ObjectNode object, String field, List<String> values) {
        ArrayNode array = object.putArray(field);
        values.forEach(array::add);
    }

    /** Every path of a schema with its type: what readers may rely on. */
    static Set<String> promises(String wireName, JsonNode schema) {
        Set<String> promises = new java.util.TreeSet<>();
        schema.path("$defs").properties().forEach(definition -> {
            JsonNode properties = definition.getValue().path("properties");
            properties.properties().forEach(property -> {
                JsonNode value = property.getValue();
                String type = value.has("$ref")
                        ? value.get("$ref").stringValue()
                        : value.has("anyOf")
                                ? value.get("anyOf").toString()
                                : value.path("type").toString();
                promises.add(wireName + " " + definition.getKey() + "." + property.getKey() + " " + type);
            });
        });
        return promises;
    }
}
