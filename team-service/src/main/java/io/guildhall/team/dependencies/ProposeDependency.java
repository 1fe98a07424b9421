package io.guildhall.team.dependencies;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One team asks another for something it needs. */
@Component
public class ProposeDependency {

    private final Dependencies dependencies;
    private final Access access;
    private final Scopes scopes;
    private final Clock clock;

    ProposeDependency(Dependencies dependencies, Access access, Scopes scopes, Clock clock) {
        this.dependencies = dependencies;
        this.access = access;
        this.scopes = scopes;
        this.clock = clock;
    }

    public record Command(
            String title,
            String consumer,
            String producer,
            @Nullable LocalDate neededBy) {}

    public Stored<Dependency> propose(Command command, CommandContext context) {
        requireTeam(command.consumer());
        requireTeam(command.producer());
        access.require(context.actor(), "ProposeDependency", command.consumer());
        return dependencies.add(
                context.newId("dependency"),
                context,
                Dependency.propose(
                        command.title(),
                        command.consumer(),
                        command.producer(),
                        null,
                        command.neededBy(),
                        new Dependency.Mover(context.by(), context.at(), LocalDate.now(clock))));
    }

    private void requireTeam(String team) {
        if (scopes.scope(team).filter(scope -> scope.kind().equals("TEAM")).isEmpty()) {
            throw Refusal.invalid("unknown-team", "There is no team '" + team + "'; choose one from the organization.");
        }
    }
}
