package io.guildhall.platform.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of the organization that roles are held on.
 *
 * @param parent the scope it is a part of, null at the top
 * @param apart whether it stands beside the product: what is held on that does not count here
 * @param above the scopes whose roles count here too, the parent among them
 * @param state all that was published of it, for those who know its kind
 */
public record Scope(
        String id,
        String kind,
        String name,
        @Nullable String parent,
        boolean apart,
        List<String> above,
        List<Grant> grants,
        JsonNode state) {

    /**
     * A role that a person holds for a time.
     *
     * @param to the last day, null while it is open
     */
    public record Grant(
            String person,
            String role,
            LocalDate from,
            @Nullable LocalDate to) {

        static Grant read(JsonNode grant) {
            return new Grant(
                    grant.path("person").asString(""),
                    grant.path("role").asString(""),
                    LocalDate.parse(grant.path("from").asString("1970-01-01")),
                    grant.path("to").isString()
                            ? LocalDate.parse(grant.path("to").stringValue())
                            : null);
        }

        public boolean activeOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    static Scope read(String id, JsonNode state) {
        List<String> above = new ArrayList<>();
        for (String link : List.of("parent", "scrumOfScrums")) {
            if (state.path(link).isString()) {
                above.add(state.path(link).stringValue());
            }
        }
        boolean apart = state.path("apart").asBoolean(false);
        List<Grant> grants = new ArrayList<>();
        for (JsonNode grant : state.path("assignments")) {
            Grant one = Grant.read(grant);
            // Who is out of what is private is so at once, and not from tomorrow on.
            if (!apart || one.to() == null) {
                grants.add(one);
            }
        }
        return new Scope(
                id,
                state.path("kind").asString(""),
                state.path("name").asString(id),
                state.path("parent").isString() ? state.path("parent").stringValue() : null,
                apart,
                List.copyOf(above),
                List.copyOf(grants),
                state);
    }
}
