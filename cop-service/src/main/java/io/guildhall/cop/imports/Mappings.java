package io.guildhall.cop.imports;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.node.ObjectNode;

/** Reads what people have changed in a mapping. */
final class Mappings {

    private static final int LONGEST_SOURCE = 100;

    private Mappings() {}

    /** @throws Refusal 422 that says what such a mapping has */
    static <M> M read(ObjectNode mapping, Class<M> type, String has) {
        try {
            return StateMapper.json()
                    .readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(mapping);
        } catch (JacksonException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            throw Refusal.invalid("bad-mapping", "A mapping has " + has + ".");
        }
    }

    static void requireSource(String source) {
        if (source == null || source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw Refusal.invalid("bad-mapping", "'source' names the catalog in 1 to 100 characters.");
        }
    }
}
