package io.guildhall.platform.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The JSON schemas under {@code contracts/events} on the class path, by the wire name of the event. */
public final class EventContracts {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** Where the schema of an event lies: {@code guildhall.team.x.v1} is {@code contracts/events/team.x.v1.schema.json}. */
    public static String resource(String wireName) {
        return "contracts/events/" + wireName.replaceFirst("^guildhall\\.", "") + ".schema.json";
    }

    /** Loads a schema ahead of its first use, so that a missing one stops the start and not a command. */
    public void require(String wireName) {
        schemas.computeIfAbsent(wireName, this::load);
    }

    /**
     * Checks the data of an event before it becomes final.
     *
     * @throws IllegalStateException when it breaks its schema: a mistake of this program, not of the caller
     */
    public void check(String wireName, JsonNode data) {
        List<Error> errors = schemas.computeIfAbsent(wireName, this::load).validate(data);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(wireName + " does not match its contract: " + errors);
        }
    }

    private Schema load(String wireName) {
        try (InputStream in = EventContracts.class.getClassLoader().getResourceAsStream(resource(wireName))) {
            if (in == null) {
                throw new IllegalStateException("No contract " + resource(wireName) + " on the class path");
            }
            return registry.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
