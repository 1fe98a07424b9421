package io.guildhall.platform.access;

import com.mongodb.client.model.Filters;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Answers "may this actor do this to that". A use case lists the roles that may; a role counts on the scope it is held on
 * and on everything below, and implies no other role.
 */
public final class Access {

    /** The scope above all others. */
    public static final String ROOT = "product";

    /** In the table: every person the organization knows. */
    public static final String ANYBODY = "ANY";

    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    private final Scopes scopes;
    private final Map<String, Set<String>> table;
    private final Clock clock;

    /**
     * @param table the roles that may, by use case
     * @param clock in the zone whose days roles begin and end on
     */
    public Access(Scopes scopes, Map<String, Set<String>> table, Clock clock) {
        this.scopes = scopes;
        this.table = Map.copyOf(table);
        this.clock = clock;
    }

    /** The published table: roles by use case. */
    public Map<String, Set<String>> table() {
        return table;
    }

    /**
     * @param targets the scopes the use case touches; a role on one of them, or above one, is enough
     * @throws Refusal 403 that says which roles may
     */
    public void require(Actor actor, String useCase, Collection<String> targets) {
        if (!may(actor, useCase, targets)) {
            throw Refusal.forbidden("This takes one of these roles here: "
                            + roles(useCase).stream()
                                    .sorted()
                                    .map(Access::title)
                                    .collect(Collectors.joining(", "))
                            + ". Ask one of them.")
                    .with("useCase", useCase);
        }
    }

    /** AREA_PRODUCT_OWNER as people write it: Area Product Owner. */
    private static String title(String role) {
        return Stream.of(role.split("_"))
                .map(word -> word.equals("OF")
                        ? "of"
                        : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    public void require(Actor actor, String useCase, String target) {
        require(actor, useCase, List.of(target));
    }

    public boolean may(Actor actor, String useCase, Collection<String> targets) {
        Set<String> allowed = roles(useCase);
        if (allowed.contains(ANYBODY)) {
            return actor.known();
        }
        if (actor.administrator() && allowed.contains(ADMINISTRATOR)) {
            return true;
        }
        for (String target : targets) {
            for (String role : rolesOf(actor, target)) {
                if (allowed.contains(role)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The roles that count for this actor on this scope today. */
    public Set<String> rolesOf(Actor actor, String target) {
        Set<String> held = new HashSet<>();
        if (actor.administrator()) {
            held.add(ADMINISTRATOR);
        }
        if (actor.person() == null) {
            return held;
        }
        LocalDate today = LocalDate.now(clock);
        Map<String, Scope.Grant> single = scopes.grantsOf(actor.person());
        for (String id : upFrom(target)) {
            Scope.Grant one = single.get(id);
            if (one != null && one.activeOn(today)) {
                held.add(one.role());
            }
            scopes.scope(id)
                    .ifPresent(scope -> scope.grants().stream()
                            .filter(grant -> grant.person().equals(actor.person()) && grant.activeOn(today))
                            .forEach(grant -> held.add(grant.role())));
        }
        return held;
    }

    /** Every active role of a person, by scope. */
    public List<Map.Entry<Scope, String>> rolesOf(String person) {
        LocalDate today = LocalDate.now(clock);
        Stream<Map.Entry<Scope, String>> listed = scopes.all().stream()
                .flatMap(scope -> scope.grants().stream()
                        .filter(grant -> grant.person().equals(person) && grant.activeOn(today))
                        .map(grant -> Map.entry(scope, grant.role())));
        Stream<Map.Entry<Scope, String>> single = scopes.grantsOf(person).entrySet().stream()
                .filter(grant -> grant.getValue().activeOn(today))
                .flatMap(grant -> scopes.scope(grant.getKey()).stream()
                        .map(scope -> Map.entry(scope, grant.getValue().role())));
        return Stream.concat(listed, single).toList();
    }

    /** The scope itself, what stands above it, and the one above all others where that counts. */
    private Set<String> upFrom(String id) {
        Set<String> up = scopes.upFrom(id);
        if (scopes.isBelowRoot(id)) {
            up.add(ROOT);
        }
        return up;
    }

    /** Every scope on which this actor may have a say; as targets they ask whether a role held anywhere is enough. */
    public List<String> everywhere(Actor actor) {
        List<String> held = new ArrayList<>();
        held.add(ROOT);
        if (actor.person() != null) {
            rolesOf(actor.person()).forEach(role -> held.add(role.getKey().id()));
        }
        return held;
    }

    /** Refuses whoever the organization does not know. */
    public void requireKnown(Actor actor) {
        if (!actor.known()) {
            throw new Refusal(
                            "unknown-person",
                            403,
                            "Nobody here is linked to your sign-in",
                            "Ask an administrator to link your sign-in '" + actor.subject() + "' to your name.")
                    .with("issuer", actor.issuer())
                    .with("subject", actor.subject());
        }
    }

    /**
     * The condition that leaves only what this actor may see. The documents carry {@code visibility}, the {@code scopes}
     * they concern, and for PRIVATE their {@code owner}.
     *
     * @param prefix what stands before these fields, usually {@code state.}
     */
    public Bson visibleTo(Actor actor, String prefix) {
        requireKnown(actor);
        Bson everybody = Filters.eq(prefix + "visibility", Visibility.ORGANIZATION.name());
        if (actor.person() == null) {
            return everybody;
        }
        Reach reach = reachOf(actor.person());
        return Filters.or(
                everybody,
                Filters.and(
                        Filters.eq(prefix + "visibility", Visibility.AREA.name()),
                        Filters.in(prefix + "scopes", reach.near)),
                Filters.and(
                        Filters.eq(prefix + "visibility", Visibility.TEAM.name()),
                        Filters.in(prefix + "scopes", reach.own)),
                Filters.and(
                        Filters.eq(prefix + "visibility", Visibility.PRIVATE.name()),
                        Filters.eq(prefix + "owner", actor.person())));
    }

    /** Whether one thing may be seen; the same rule as {@link #visibleTo}. */
    public boolean sees(Actor actor, Visibility visibility, Collection<String> concerned, @Nullable String owner) {
        if (!actor.known()) {
            return false;
        }
        if (visibility == Visibility.ORGANIZATION) {
            return true;
        }
        if (actor.person() == null) {
            return false;
        }
        Reach reach = reachOf(actor.person());
        return switch (visibility) {
            case AREA -> concerned.stream().anyMatch(reach.near::contains);
            case TEAM -> concerned.stream().anyMatch(reach.own::contains);
            case PRIVATE -> actor.person().equals(owner);
            default -> false;
        };
    }

    /**
     * @param own the scopes a person holds a role on, and all below them
     * @param near those, and all parts of the areas that theirs are parts of
     */
    private record Reach(Set<String> own, Set<String> near) {}

    private Reach reachOf(String person) {
        Set<String> held = new HashSet<>();
        rolesOf(person).forEach(entry -> held.add(entry.getKey().id()));
        Set<String> areas = new HashSet<>();
        held.forEach(id -> areas.addAll(scopes.partsFrom(id)));
        areas.remove(ROOT);
        Set<String> own = new HashSet<>();
        Set<String> near = new HashSet<>();
        for (Scope scope : scopes.all()) {
            Set<String> up = upFrom(scope.id());
            if (up.stream().anyMatch(held::contains)) {
                own.add(scope.id());
                near.add(scope.id());
            }
            if (scopes.partsFrom(scope.id()).stream().anyMatch(areas::contains)) {
                near.add(scope.id());
            }
        }
        return new Reach(own, near);
    }

    /** Whether a scope is there for this actor: what stands apart and is not for everybody is so for those who hold a role on it. */
    public boolean sees(Actor actor, Scope scope) {
        return !scope.apart()
                || scope.state().path("visibility").asString("").equals(Visibility.ORGANIZATION.name())
                || sees(actor, Visibility.TEAM, List.of(scope.id()), null);
    }

    private Set<String> roles(String useCase) {
        Set<String> allowed = table.get(useCase);
        if (allowed == null) {
            throw new IllegalArgumentException("The permission table has no row for " + useCase);
        }
        return allowed;
    }
}
