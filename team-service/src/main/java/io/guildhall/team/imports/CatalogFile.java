package io.guildhall.team.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a catalog says as a whole, for entities refer to each other across the file. */
final class CatalogFile {

    /** Areas may stand below areas, so deep at most. */
    static final int DEEPEST_AREA = 4;

    private final Map<String, Integer> users = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private final Map<String, List<String>> membersByUser = new HashMap<>();
    private @Nullable Integer productLine;

    /** What the rest of the file has to know of a group. */
    record Group(int line, String type, @Nullable String parent) {}

    void add(CatalogEntity entity) {
        if (!entity.isNamed()) {
            return;
        }
        if (entity.isUser() && users.putIfAbsent(entity.name(), entity.line()) == null) {
            entity.members()
                    .forEach(group -> membersByUser
                            .computeIfAbsent(group, any -> new ArrayList<>())
                            .add(entity.name()));
        }
        if (entity.isGroup()
                && groups.putIfAbsent(entity.name(), new Group(entity.line(), entity.type(), entity.parent())) == null
                && entity.type().equals("product")
                && productLine == null) {
            productLine = entity.line();
        }
    }

    /** The line on which this name stands first. */
    int firstLine(CatalogEntity entity) {
        if (entity.isUser()) {
            return users.getOrDefault(entity.name(), entity.line());
        }
        Group first = group(entity.name());
        return first == null ? entity.line() : first.line();
    }

    boolean hasUser(String name) {
        return users.containsKey(name);
    }

    @Nullable
    Group group(@Nullable String name) {
        return name == null ? null : groups.get(name);
    }

    /** The line of the first product; null when the file has none. */
    @Nullable
    Integer productLine() {
        return productLine;
    }

    /** Members as the group lists them and as users say it of themselves. */
    Set<String> members(CatalogEntity group) {
        Set<String> members = new LinkedHashSet<>(group.members());
        members.addAll(membersByUser.getOrDefault(group.name(), List.of()));
        return members;
    }

    /** How many areas stand above a group in this file; more than the deepest where they stand in a circle. */
    int areasAbove(@Nullable String parent) {
        int above = 0;
        Group group = group(parent);
        while (group != null && group.type().equals("area") && above <= DEEPEST_AREA) {
            above++;
            group = group(group.parent());
        }
        return above;
    }
}
