package io.guildhall.cop.shared;

import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Refusal;
import org.springframework.stereotype.Component;

/** The people of the organization, by the names that team-service publishes. */
@Component
public class People {

    private final Scopes scopes;

    People(Scopes scopes) {
        this.scopes = scopes;
    }

    public Ref ref(PersonId person) {
        return new Ref(person.value(), scopes.nameOf(person.value()));
    }

    /** Whether they were in the organization and are no more; nobody of whom nothing is known yet. */
    public boolean hasLeft(PersonId person) {
        return scopes.member(person.value()).filter(member -> !member.active()).isPresent();
    }

    /** Whether they are in the organization and have not left it. */
    public boolean isHere(PersonId person) {
        return scopes.member(person.value()).filter(Scopes.Member::active).isPresent();
    }

    /** @throws Refusal 422 when nobody here has this id, or they have left */
    public void require(PersonId person) {
        if (!isHere(person)) {
            throw Refusal.invalid(
                            "unknown-person",
                            "There is nobody '" + person + "' here; choose somebody from the organization.")
                    .with("field", "person");
        }
    }
}
