package io.guildhall.roadmap.imports;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.roadmap.features.FeatureStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an export is understood; people see it and may change it.
 *
 * @param source names the tracker: importing another one under the same name takes equal keys for the same feature
 * @param key the column with the key
 * @param statuses what each status of the tracker means, in any case
 * @param dependsOn the columns with teams that a feature needs
 * @param sprint the column with the number of the planned sprint, if there is one
 * @param date the column with the planned day, if there is one
 * @param expectedTeams names of at most 2,000 teams that another file of the same import is about to bring: a check takes
 *     them as known, so that one report tells of all files before anything is written
 */
record FeatureMapping(
        String source,
        @Nullable String key,
        @Nullable String title,
        @Nullable String team,
        @Nullable String status,
        Map<String, FeatureStatus> statuses,
        List<String> dependsOn,
        @Nullable String sprint,
        @Nullable String date,
        List<String> expectedTeams) {

    private static final int MOST_EXPECTED = 2000;
    private static final Map<FeatureStatus, List<String>> USUAL = Map.of(
            FeatureStatus.PLANNED,
            List.of("To Do", "Open", "New", "Backlog", "Selected for Development", "provisional", "implementable"),
            FeatureStatus.IN_PROGRESS,
            List.of("In Progress", "In Review", "Reopened"),
            FeatureStatus.DONE,
            List.of("Done", "Closed", "Resolved", "implemented"),
            FeatureStatus.DROPPED,
            List.of("Won't Do", "Cancelled", "deferred", "rejected", "withdrawn", "replaced", "superseded", "removed"));

    FeatureMapping {
        if (source == null || source.isBlank() || source.length() > 100) {
            throw Refusal.invalid("bad-mapping", "'source' names the tracker in 1 to 100 characters.");
        }
        statuses = Map.copyOf(statuses == null ? Map.of() : statuses);
        if (statuses.containsValue(FeatureStatus.UNKNOWN)) {
            throw Refusal.invalid("bad-mapping", "A status means PLANNED, IN_PROGRESS, DONE or DROPPED.");
        }
        dependsOn = List.copyOf(dependsOn == null ? List.of() : dependsOn);
        expectedTeams = List.copyOf(expectedTeams == null ? List.of() : expectedTeams);
        if (expectedTeams.size() > MOST_EXPECTED) {
            throw Refusal.invalid("bad-mapping", "'expectedTeams' names at most " + MOST_EXPECTED + " teams.");
        }
    }

    static FeatureMapping proposed(List<String> columns) {
        Map<String, FeatureStatus> statuses = new TreeMap<>();
        USUAL.forEach((meaning, names) -> names.forEach(name -> statuses.put(name, meaning)));
        List<String> needed = columns.stream()
                .filter(column -> column.toLowerCase(Locale.ROOT).startsWith("depends on"))
                .distinct()
                .toList();
        return new FeatureMapping(
                "tracker",
                first(columns, "issue key", "key", "id"),
                first(columns, "summary", "title", "name"),
                first(columns, "team", "squad"),
                first(columns, "status"),
                statuses,
                needed,
                first(columns, "planned sprint"),
                first(columns, "due date", "planned date"),
                List.of());
    }

    static FeatureMapping read(ObjectNode mapping, List<String> columns) {
        FeatureMapping read;
        try {
            read = StateMapper.json()
                    .readerFor(FeatureMapping.class)
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
                    "A mapping has 'source', 'statuses', and the columns 'key', 'title', 'team', 'status', 'dependsOn',"
                            + " 'sprint' and 'date', and 'expectedTeams'; statuses mean PLANNED, IN_PROGRESS, DONE or DROPPED.");
        }
        for (String column : read.columns()) {
            if (!columns.contains(column)) {
                throw Refusal.invalid(
                        "bad-mapping", "The file has no column '" + column + "'; choose one of " + columns + ".");
            }
        }
        return read;
    }

    private List<String> columns() {
        List<String> named = new ArrayList<>(dependsOn);
        for (String column : new @Nullable String[] {key, title, team, status, sprint, date}) {
            if (column != null) {
                named.add(column);
            }
        }
        return named;
    }

    private static @Nullable String first(List<String> columns, String... names) {
        for (String name : names) {
            for (String column : columns) {
                if (column.equalsIgnoreCase(name)) {
                    return column;
                }
            }
        }
        return null;
    }
}
