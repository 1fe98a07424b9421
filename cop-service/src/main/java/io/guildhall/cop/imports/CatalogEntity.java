package io.guildhall.cop.imports;

import io.guildhall.platform.imports.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entity of a Backstage catalog, in the parts that matter to communities.
 *
 * @param title what it is called where people read it
 * @param members of a group, or the groups of a user
 * @param annotations as they stand there
 */
record CatalogEntity(
        String kind,
        String name,
        String title,
        @Nullable String description,
        String type,
        List<String> members,
        JsonNode annotations) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,;\\s]+");

    static CatalogEntity read(Row row) {
        JsonNode entity = row.content();
        JsonNode metadata = entity.path("metadata");
        JsonNode spec = entity.path("spec");
        String kind = text(entity, "kind");
        String name = text(metadata, "name");
        String title = text(spec.path("profile"), "displayName");
        if (title.isEmpty()) {
            title = text(metadata, "title");
        }
        String description = text(metadata, "description");
        return new CatalogEntity(
                kind,
                name,
                title.isEmpty() ? name : title,
                description.isEmpty() ? null : description,
                text(spec, "type"),
                references(spec.path(kind.equals("User") ? "memberOf" : "members")),
                metadata.path("annotations"));
    }

    boolean isUser() {
        return kind.equals("User");
    }

    boolean isCommunity() {
        return kind.equals("Group") && type.equals("community");
    }

    boolean isNamed() {
        return NAME.matcher(name).matches();
    }

    /** The names in an annotation, which separates them by commas. */
    List<String> named(String annotation) {
        return BETWEEN_NAMES
                .splitAsStream(annotations.path(annotation).asString(""))
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

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("").strip();
    }
}
