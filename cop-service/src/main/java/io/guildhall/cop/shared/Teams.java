package io.guildhall.cop.shared;

import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Refusal;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The teams of the organization, as team-service publishes them. */
@Component
public class Teams {

    private final Scopes scopes;

    Teams(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Those there are, by name. */
    public List<Ref> all() {
        return scopes.all().stream()
                .filter(Teams::isTeam)
                .sorted(Comparator.comparing(Scope::name).thenComparing(Scope::id))
                .map(scope -> new Ref(scope.id(), scope.name()))
                .toList();
    }

    public Ref ref(TeamId team) {
        return new Ref(team.value(), scopes.scope(team.value()).map(Scope::name).orElse("Unknown team"));
    }

    /** @throws Refusal 422 when there is no such team */
    public void require(TeamId team) {
        if (scopes.scope(team.value()).filter(Teams::isTeam).isEmpty()) {
            throw Refusal.invalid("unknown-team", "There is no team '" + team + "'; choose one from the organization.")
                    .with("field", "team");
        }
    }

    private static boolean isTeam(Scope scope) {
        return scope.kind().equals("TEAM") && !scope.state().path("archived").asBoolean(false);
    }
}
