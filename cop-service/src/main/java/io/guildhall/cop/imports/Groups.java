package io.guildhall.cop.imports;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.communities.ImportCommunity;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Stored;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the groups that a list names, by what the catalog calls them or by their names here. */
final class Groups {

    private static final int AT_ONCE = 100;

    private final MeetingsMapping mapping;
    private final ImportCommunity communities;
    private final Map<String, CommunityId> byName = new HashMap<>();
    private final Map<String, String> teams = new HashMap<>();

    Groups(MeetingsMapping mapping, ImportCommunity imported, Communities communities, Scopes scopes, Actor actor) {
        this.mapping = mapping;
        this.communities = imported;
        readCommunities(communities, actor);
        for (Scope scope : scopes.all()) {
            String external = scope.state().path("externalId").asString("");
            if (scope.kind().equals("TEAM") && !external.isBlank()) {
                teams.put(canonical(external), scope.name());
            }
        }
    }

    /** The community that the group is; one that is private is not looked for. */
    Optional<CommunityId> community(String group) {
        CommunityId imported = mapping.ofGroup(group);
        return communities.find(imported).isPresent()
                ? Optional.of(imported)
                : Optional.ofNullable(byName.get(canonical(group)));
    }

    /** What people call the group. */
    String shown(String group) {
        return community(group)
                .flatMap(communities::find)
                .map(found -> found.state().name())
                .orElseGet(() -> teams.getOrDefault(canonical(group), group));
    }

    static String canonical(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private void readCommunities(Communities communities, Actor actor) {
        @Nullable String cursor = null;
        do {
            Page<Stored<Community>> page =
                    communities.page(new Communities.Filter(false, false, null), actor, cursor, AT_ONCE);
            page.items().stream()
                    .filter(found -> found.state().openToAll())
                    .forEach(found -> byName.putIfAbsent(canonical(found.state().name()), new CommunityId(found.id())));
            cursor = page.next();
        } while (cursor != null);
    }
}
