package io.guildhall.feed.mail;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scope.Grant;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is asked: not everybody who may answer, but whoever answers for the subject by name, or else those who hold such a role
 * nearest to it. Whoever stands above them is asked only where nobody does who can open the page on which it is answered.
 */
@Component
final class Answerers {

    private final Scopes scopes;
    private final Access access;
    private final Clock clock;

    Answerers(Scopes scopes, Access access, Clock clock) {
        this.scopes = scopes;
        this.access = access;
        this.clock = clock;
    }

    /** Those who are here, may see the subject and did not ask themselves. */
    Set<String> of(Ask ask) {
        Set<String> people = new HashSet<>(ask.people());
        people.removeIf(person -> !isHere(person) || !sees(person, ask));
        if (people.isEmpty()) {
            ask.units().forEach(unit -> people.addAll(nearest(unit, ask.kind().roles())));
        }
        people.removeAll(ask.acted());
        people.removeIf(person -> !sees(person, ask));
        return people;
    }

    private boolean sees(String person, Ask ask) {
        return access.sees(actor(person), ask.visibility(), ask.scopes(), null);
    }

    /** Whether the organization tells already where they are looked for. */
    boolean knowsUnitsOf(Ask ask) {
        return ask.people().stream().allMatch(person -> scopes.member(person).isPresent())
                && ask.units().stream()
                        .allMatch(unit ->
                                scopes.scope(unit).map(this::knowsPeopleOf).orElse(unit.equals(Access.ROOT)));
    }

    private boolean knowsPeopleOf(Scope unit) {
        return unit.grants().stream()
                .allMatch(grant -> scopes.member(grant.person()).isPresent());
    }

    private Set<String> nearest(String unit, Set<String> roles) {
        Set<String> seen = new HashSet<>();
        String next = unit;
        while (next != null && seen.add(next)) {
            Set<String> holders = holders(next, roles);
            if (!holders.isEmpty()) {
                return holders;
            }
            next = above(next);
        }
        return Set.of();
    }

    private @Nullable String above(String unit) {
        String parent = scopes.scope(unit).map(Scope::parent).orElse(null);
        return parent == null && !unit.equals(Access.ROOT) ? Access.ROOT : parent;
    }

    private Set<String> holders(String unit, Set<String> roles) {
        LocalDate today = LocalDate.now(clock);
        return scopes.scope(unit).stream()
                .flatMap(scope -> scope.grants().stream())
                .filter(grant -> roles.contains(grant.role()) && grant.activeOn(today))
                .map(Grant::person)
                .filter(this::isHere)
                .collect(Collectors.toSet());
    }

    private boolean isHere(String person) {
        return scopes.member(person)
                .filter(member -> member.active() && member.signsIn())
                .isPresent();
    }

    /** A person as they are, without a sign-in. */
    static Actor actor(String person) {
        return new Actor(person, "", "", false);
    }
}
