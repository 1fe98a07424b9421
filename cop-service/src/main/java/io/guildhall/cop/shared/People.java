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

    /** @throws Refusal 422 when nobody here has this id, or they have left */
    public void require(PersonId person) {
        if (scopes.member(person.value()).filter(Scopes.Member::active).isEmpty()) {
            throw Refusal.invalid(
                            "unknown-person",
                            "There is nobody '" + person + "' here; choose somebody from the organization.")
                    .with("field", "person");
        }
    }
}
