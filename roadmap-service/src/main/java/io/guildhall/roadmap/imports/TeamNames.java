package io.guildhall.roadmap.imports;

import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds teams by what a tracker calls them: their name in the catalog, or their name here in any case. */
final class TeamNames {

    private static final long REFRESH = Duration.ofMillis(500).toNanos();

    private final Scopes scopes;
    private Map<String, UnitId> byName = Map.of();
    private long read;

    TeamNames(Scopes scopes) {
        this.scopes = scopes;
        refresh();
    }

    Optional<UnitId> find(String name) {
        String key = canonical(name);
        if (!byName.containsKey(key) && System.nanoTime() - read > REFRESH) {
            refresh();
        }
        return Optional.ofNullable(byName.get(key));
    }

    static String canonical(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private void refresh() {
        read = System.nanoTime();
        Map<String, UnitId> fresh = new HashMap<>();
        for (Scope scope : scopes.all()) {
            if (scope.kind().equals("TEAM") && !scope.state().path("archived").asBoolean(false)) {
                UnitId id = new UnitId(scope.id());
                fresh.putIfAbsent(canonical(scope.name()), id);
                String external = scope.state().path("externalId").asString("");
                if (!external.isBlank()) {
                    fresh.put(canonical(external), id);
                }
            }
        }
        byName = fresh;
    }
}
