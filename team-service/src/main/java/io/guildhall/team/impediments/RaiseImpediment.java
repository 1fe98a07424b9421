package io.guildhall.team.impediments;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody of a team says in one sentence what is in the way. */
@Component
public class RaiseImpediment {

    private final Impediments impediments;
    private final Access access;
    private final Scopes scopes;

    RaiseImpediment(Impediments impediments, Access access, Scopes scopes) {
        this.impediments = impediments;
        this.access = access;
        this.scopes = scopes;
    }

    /** @param team null for the team of whoever raises it */
    public record Command(
            String title,
            @Nullable String team,
            Impediment.Details details,
            @Nullable Visibility visibility) {}

    public Stored<Impediment> raise(Command command, CommandContext context) {
        String team = command.team() == null ? teamOf(context.actor().person()) : command.team();
        requireTeams(List.of(team));
        requireTeams(command.details().affectedTeams());
        access.require(context.actor(), "RaiseImpediment", team);
        Visibility visibility = command.visibility() == null ? Visibility.ORGANIZATION : command.visibility();
        return impediments.add(
                context.newId("impediment"),
                context,
                Impediment.raise(command.title(), team, context.by(), context.at(), command.details(), visibility));
    }

    private String teamOf(@Nullable String person) {
        if (person != null) {
            for (var held : access.rolesOf(person)) {
                if (held.getKey().kind().equals("TEAM")) {
                    return held.getKey().id();
                }
            }
        }
        throw Refusal.invalid("team-missing", "You belong to no team; say which team has this impediment.");
    }

    private void requireTeams(List<String> teams) {
        for (String team : teams) {
            if (scopes.scope(team).filter(scope -> scope.kind().equals("TEAM")).isEmpty()) {
                throw Refusal.invalid(
                        "unknown-team", "There is no team '" + team + "'; choose one from the organization.");
            }
        }
    }
}
