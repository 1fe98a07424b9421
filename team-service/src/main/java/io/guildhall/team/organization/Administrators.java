package io.guildhall.team.organization;

import io.guildhall.platform.PlatformProperties;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Refusal;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Somebody always keeps the installation: by configuration, or appointed without an end and able to sign in. */
@Component
class Administrators {

    private final Units units;
    private final People people;
    private final Set<String> configured;

    Administrators(Units units, People people, PlatformProperties properties) {
        this.units = units;
        this.people = people;
        this.configured = properties.administrators();
    }

    /** @throws Refusal 409 when nobody else keeps the installation once this person does no more */
    void requireOneBeside(String person) {
        units.find(Access.ROOT).ifPresent(root -> {
            if (keeps(root.state(), held -> held.person().equals(person))) {
                requireOne(root.state(), held -> !held.person().equals(person));
            }
        });
    }

    /** @throws Refusal 409 when none of these assignments keeps the installation */
    void requireOne(Unit root, Predicate<Assignment> staying) {
        if (configured.isEmpty() && !keeps(root, staying)) {
            throw Refusal.conflict(
                    "last-administrator", "Nobody else keeps this installation; appoint another administrator first.");
        }
    }

    private boolean keeps(Unit root, Predicate<Assignment> some) {
        return root.assignments().stream()
                .filter(held -> held.role() == Role.ADMINISTRATOR && held.to() == null)
                .filter(some)
                .anyMatch(held -> people.find(held.person())
                        .map(found ->
                                found.state().active() && !found.state().links().isEmpty())
                        .orElse(false));
    }
}
