package io.guildhall.platform.aggregate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one form of a state: the same JSON in the store, in events and in replicas. Instants have three fraction digits,
 * so that their order as text is their order in time; what a reader does not know, it ignores.
 */
public final class StateMapper {

    /** ISO 8601 in UTC with exactly three fraction digits. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .addModule(new SimpleModule().addSerializer(Instant.class, new InstantSerializer()))
            .build();

    private StateMapper() {}

    /** The text of an instant as it is stored: the form to compare stored instants with. */
    public static String text(Instant instant) {
        return INSTANT.format(instant);
    }

    public static JsonMapper json() {
        return JSON;
    }

    public static ObjectNode tree(Object value) {
        return (ObjectNode) JSON.<JsonNode>valueToTree(value);
    }

    public static Document toDocument(Object value) {
        return object(tree(value));
    }

    public static <S> S fromDocument(Document document, Class<S> type) {
        return JSON.treeToValue(toJson(document), type);
    }

    /** A JSON tree as values the driver stores; names are taken literally, none has a meaning to the store. */
    static @Nullable Object toBson(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object(object);
        }
        if (node instanceof ArrayNode array) {
            List<@Nullable Object> list = new ArrayList<>(array.size());
            for (JsonNode item : array) {
                list.add(toBson(item));
            }
            return list;
        }
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isInt() || node.isShort()) {
            return node.intValue();
        }
        if (node.isLong()) {
            return node.longValue();
        }
        if (node.isBigDecimal()) {
            return new Decimal128(node.decimalValue());
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isNull()) {
            return null;
        }
        throw new IllegalArgumentException("A state holds no " + node.getNodeType());
    }

    private static Document object(ObjectNode object) {
        Document document = new Document();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            document.append(field.getKey(), toBson(field.getValue()));
        }
        return document;
    }

    /** What the driver read, as a JSON tree. */
    public static JsonNode toJson(@Nullable Object value) {
        JsonNodeFactory nodes = JSON.getNodeFactory();
        if (value == null) {
            return nodes.nullNode();
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            map.forEach((name, item) -> object.set(String.valueOf(name), toJson(item)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = nodes.arrayNode(list.size());
            list.forEach(item -> array.add(toJson(item)));
            return array;
        }
        if (value instanceof String text) {
            return nodes.stringNode(text);
        }
        if (value instanceof Integer number) {
            return nodes.numberNode(number);
        }
        if (value instanceof Long number) {
            return nodes.numberNode(number);
        }
        if (value instanceof Double number) {
            return nodes.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return nodes.booleanNode(flag);
        }
        if (value instanceof Decimal128 number) {
            return nodes.numberNode(new BigDecimal(number.bigDecimalValue().toPlainString()));
        }
        throw new IllegalArgumentException("A stored state holds no " + value.getClass());
    }

    private static final class InstantSerializer extends ValueSerializer<Instant> {

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(INSTANT.format(value));
        }
    }
}
