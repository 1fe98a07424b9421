package io.guildhall.team.imports;

import io.guildhall.platform.imports.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entity of a Backstage catalog, in the parts that matter here.
 *
 * @param title what it is called where people read it
 * @param annotations as they stand there
 * @param members of a group, or the groups of a user
 */
record CatalogEntity(
        int line,
        String kind,
        String name,
        String title,
        @Nullable String description,
        @Nullable String email,
        String type,
        @Nullable String parent,
        List<String> members,
        Map<String, String> annotations) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    static CatalogEntity read(Row row) {
        JsonNode entity = row.content();
        JsonNode metadata = entity.path("metadata");
        JsonNode spec = entity.path("spec");
        JsonNode profile = spec.path("profile");
        String kind = text(entity, "kind");
        String name = text(metadata, "name");
        String title = text(profile, "displayName");
        if (title.isEmpty()) {
            title = text(metadata, "title");
        }
        return new CatalogEntity(
                row.line(),
                kind,
                name,
                title.isEmpty() ? name : title,
                orNull(text(metadata, "description")),
                orNull(text(profile, "email")),
                text(spec, "type"),
                orNull(reference(text(spec, "parent"))),
                references(spec.path(kind.equals("User") ? "memberOf" : "members")),
                annotations(metadata.path("annotations")));
    }

    boolean isUser() {
        return kind.equals("User");
    }

    boolean isGroup() {
        return kind.equals("Group");
    }

    boolean isNamed() {
        return NAME.matcher(name).matches();
    }

    /** The names in an annotation, which separates them by commas. */
    static List<String> names(String value) {
        return Pattern.compile("[,;\\s]+")
                .splitAsStream(value)
                .filter(name -> !name.isBlank())
                .map(CatalogEntity::reference)
                .distinct()
                .toList();
    }

    /** {@code user:default/ann} is {@code ann}: there is one organization, so kind and namespace tell nothing. */
    private static String reference(String text) {
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
    }

    private static List<String> references(JsonNode list) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : list) {
            String name = reference(item.asString("").strip());
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private static Map<String, String> annotations(JsonNode map) {
        Map<String, String> read = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            read.put(entry.getKey(), entry.getValue().asString(""));
        }
        return Map.copyOf(read);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("").strip();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
