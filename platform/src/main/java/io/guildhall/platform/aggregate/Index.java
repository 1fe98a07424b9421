package io.guildhall.platform.aggregate;

import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.conversions.Bson;

/** An index of a collection, in the order of its fields; every query names the one that serves it. */
public record Index(String name, List<String> fields) {

    public Index {
        fields = List.copyOf(fields);
    }

    public static Index on(String name, String... fields) {
        return new Index(name, List.of(fields));
    }

    /** The index as the driver wants it; a leading minus means descending. */
    public Bson keys() {
        return Indexes.compoundIndex(fields.stream()
                .map(field -> field.startsWith("-") ? Indexes.descending(field.substring(1)) : Indexes.ascending(field))
                .toList());
    }
}
