package io.guildhall.platform.access;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.replica.IncomingEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The organization as this instance knows it, in memory: every instance reads it from the beginning of its topics and
 * follows it, so that a change of roles counts everywhere within the time an event takes.
 */
public final class Scopes {

    private final Map<String, Scope> scopes = new ConcurrentHashMap<>();
    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Scope.Grant>> apart = new ConcurrentHashMap<>();
    private final Map<String, String> links = new ConcurrentHashMap<>();
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    /**
     * A person: the name to show and whether they are still here.
     *
     * @param email where mail reaches them; it is kept nowhere but in memory
     * @param signsIn whether a sign-in is known to be theirs
     */
    public record Member(String id, String name, @Nullable String email, boolean active, boolean signsIn) {

        /** Without the address, wherever this is written. */
        @Override
        public String toString() {
            return "Member[" + id + "]";
        }
    }

    public Optional<Scope> scope(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(scopes.get(id));
    }

    public Collection<Scope> all() {
        return scopes.values();
    }

    public Optional<Member> member(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(members.get(id));
    }

    public Collection<Member> members() {
        return members.values();
    }

    /** The name to show for whoever did something. */
    public String nameOf(String actor) {
        return member(actor).map(Member::name).orElse(actor.startsWith("guildhall|") ? "Guildhall" : "Administrator");
    }

    /** The active person a sign-in is linked to. */
    public Optional<String> linked(String issuer, String subject) {
        return Optional.ofNullable(links.get(issuer + "\u0000" + subject))
                .filter(id -> member(id).map(Member::active).orElse(false));
    }

    /** A person by each of the sign-ins that are linked to them. */
    public List<Actor> signInsOf(String person) {
        return links.entrySet().stream()
                .filter(link -> link.getValue().equals(person))
                .map(link -> link.getKey().split("\u0000", 2))
                .map(link -> new Actor(person, link[0], link[1], false))
                .toList();
    }

    /** The scope itself and everything above it. */
    public Set<String> upFrom(String id) {
        Set<String> up = new HashSet<>();
        climb(id, up);
        return up;
    }

    /** The scope itself and everything below it; all there are for the one above all others. */
    public Set<String> downFrom(String id) {
        Set<String> down = new HashSet<>();
        for (Scope scope : scopes.values()) {
            if (id.equals(Access.ROOT) || upFrom(scope.id()).contains(id)) {
                down.add(scope.id());
            }
        }
        return down;
    }

    /** What a person holds by grants that are published one by one, by scope: there may be many on one scope. */
    Map<String, Scope.Grant> grantsOf(String person) {
        return apart.getOrDefault(person, Map.of());
    }

    /** Whether what is held on the product counts here as well, as it does nearly everywhere. */
    public boolean isBelowRoot(String id) {
        return scope(id).map(scope -> !scope.apart()).orElse(true);
    }

    /** The number of the last change of a scope or a person that is known here; 0 for what is not known. */
    public long sequenceOf(String id) {
        return sequences.getOrDefault(id, 0L);
    }

    /** The scope itself and what it is a part of, without the other scopes whose roles count on it. */
    Set<String> partsFrom(String id) {
        Set<String> parts = new HashSet<>();
        String next = id;
        while (next != null && parts.add(next)) {
            next = scope(next).map(Scope::parent).orElse(null);
        }
        return parts;
    }

    private void climb(String id, Set<String> up) {
        if (up.add(id)) {
            Scope scope = scopes.get(id);
            if (scope != null) {
                scope.above().forEach(above -> climb(above, up));
            }
        }
    }

    /** What a published state is. */
    enum Kind {
        SCOPE,
        PERSON,
        /** One grant: {@code scope}, {@code person}, {@code role}, {@code from} and {@code to}; with an end it is over. */
        GRANT
    }

    void apply(IncomingEvent event, Kind kind) {
        Long known = sequences.get(event.subject());
        if (known != null && known > event.sequence()) {
            return;
        }
        try {
            switch (kind) {
                case SCOPE -> scopes.put(event.subject(), Scope.read(event.subject(), event.state()));
                case PERSON -> applyPerson(event.subject(), event.state());
                case GRANT -> applyGrant(event.state());
            }
        } finally {
            // Last, as whoever waits for a change asks for this.
            sequences.put(event.subject(), event.sequence());
        }
    }

    private void applyGrant(JsonNode state) {
        Scope.Grant grant = Scope.Grant.read(state);
        Map<String, Scope.Grant> held = apart.computeIfAbsent(grant.person(), id -> new ConcurrentHashMap<>());
        String scope = state.path("scope").asString("");
        if (grant.to() == null) {
            held.put(scope, grant);
        } else {
            held.remove(scope);
        }
    }

    private void applyPerson(String id, JsonNode state) {
        Set<String> present = new HashSet<>();
        for (JsonNode link : state.path("links")) {
            present.add(link.path("issuer").asString("") + "\u0000"
                    + link.path("subject").asString(""));
        }
        // Added before others are taken away: nobody is unknown for a moment because something else of them changed.
        present.forEach(link -> links.put(link, id));
        links.entrySet().removeIf(link -> link.getValue().equals(id) && !present.contains(link.getKey()));
        members.put(
                id,
                new Member(
                        id,
                        state.path("name").asString(id),
                        state.path("email").isString() ? state.path("email").stringValue() : null,
                        state.path("active").asBoolean(true),
                        !present.isEmpty()));
    }
}
