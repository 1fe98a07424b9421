package io.guildhall.team.imports;

import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.team.organization.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a catalog is understood; people see it and may change it.
 *
 * @param source names the catalog: importing another one under the same name takes equal names for the same thing
 * @param product {@code merge}: the catalog's product is the one there is, which keeps its name
 * @param scrumOfScrums where teams take part that take part nowhere yet
 * @param roles the role that an annotation gives
 * @param issuer where people sign in, with their catalog name
 */
record CatalogMapping(
        String source,
        String product,
        @Nullable String scrumOfScrums,
        Map<String, Role> roles,
        @Nullable String issuer) {

    private static final String PREFIX = "guildhall.dev/";

    CatalogMapping {
        if (source == null || source.isBlank() || source.length() > 100) {
            throw Refusal.invalid("bad-mapping", "'source' names the catalog in 1 to 100 characters.");
        }
        if (!"merge".equals(product)) {
            throw Refusal.invalid("bad-mapping", "'product' can only be 'merge': there is one product.");
        }
        roles = Map.copyOf(roles == null ? Map.of() : roles);
        if (roles.containsValue(Role.ADMINISTRATOR) || roles.containsValue(Role.UNKNOWN)) {
            throw Refusal.invalid("bad-mapping", "A catalog makes nobody ADMINISTRATOR; give that role in Guildhall.");
        }
    }

    static CatalogMapping proposed(@Nullable String scrumOfScrums, String issuer) {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR && role != Role.UNKNOWN && role != Role.SCRUM_OF_SCRUMS_MASTER) {
                roles.put(
                        PREFIX + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), role);
            }
        }
        return new CatalogMapping("catalog", "merge", scrumOfScrums, roles, issuer);
    }

    static CatalogMapping read(ObjectNode mapping) {
        try {
            return StateMapper.json()
                    .readerFor(CatalogMapping.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(mapping);
        } catch (JacksonException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            throw Refusal.invalid(
                    "bad-mapping",
                    "A mapping has 'source', 'product', 'scrumOfScrums', 'roles' and 'issuer'; roles are those of Guildhall.");
        }
    }

    String personId(String name) {
        return CommandContext.derivedId("person", source, name);
    }

    String unitId(String name) {
        return CommandContext.derivedId("unit", source, name);
    }

    /** Whether an annotation means something to Guildhall that this mapping does not know. */
    boolean overlooks(String annotation) {
        return annotation.startsWith(PREFIX) && !roles.containsKey(annotation);
    }
}
