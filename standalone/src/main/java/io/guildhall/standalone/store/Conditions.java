package io.guildhall.standalone.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a query demands of one field, as far as an index can answer it. */
final class Conditions {

    private Conditions() {}

    /**
     * The values of which the field has to be one, in whatever else the query demands as well.
     *
     * @return empty when the query does not demand this
     */
    static Optional<Collection<?>> on(String field, Document query) {
        for (Map.Entry<String, Object> condition : query.entrySet()) {
            if (condition.getKey().equals(field)) {
                Optional<Collection<?>> values = values(condition.getValue());
                if (values.isPresent()) {
                    return values;
                }
            } else if (condition.getKey().equals("$and") && condition.getValue() instanceof Collection<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Document inner) {
                        Optional<Collection<?>> values = on(field, inner);
                        if (values.isPresent()) {
                            return values;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Collection<?>> values(Object condition) {
        if (condition instanceof Document expression && isExpression(expression)) {
            if (expression.get("$in") instanceof Collection<?> values) {
                return Optional.of(values);
            }
            return expression.containsKey("$eq") ? one(expression.get("$eq")) : Optional.empty();
        }
        return one(condition);
    }

    private static boolean isExpression(Document document) {
        return document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private static Optional<Collection<?>> one(Object value) {
        if (value instanceof Document || value instanceof Collection<?> || value instanceof BsonRegularExpression) {
            return Optional.empty();
        }
        List<?> values = Arrays.asList(value);
        return Optional.of(values);
    }
}
