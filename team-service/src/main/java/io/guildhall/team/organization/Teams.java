package io.guildhall.team.organization;

import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which teams a unit stands for: a team for itself, an area, the product or a Scrum of Scrums for all below it. */
@Component
public class Teams {

    private final Scopes scopes;

    Teams(Scopes scopes) {
        this.scopes = scopes;
    }

    /** All teams, by name. */
    public List<Scope> all() {
        return scopes.all().stream()
                .filter(scope -> scope.kind().equals("TEAM"))
                .sorted(Comparator.comparing(Scope::name))
                .toList();
    }

    /** The teams that a unit stands for, by name. */
    public List<Scope> of(String unit) {
        return all().stream()
                .filter(team -> scopes.upFrom(team.id()).contains(unit))
                .toList();
    }

    /** Their ids; a unit that is not known here stands for itself. */
    public List<String> idsOf(String unit) {
        boolean above =
                scopes.scope(unit).filter(scope -> !scope.kind().equals("TEAM")).isPresent();
        return above ? of(unit).stream().map(Scope::id).toList() : List.of(unit);
    }
}
