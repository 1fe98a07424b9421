package io.guildhall.team.dependencies;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.replica.Replica;
import io.guildhall.platform.replica.Replicated;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One team asks another for something it needs, for a feature of its own or by itself. */
@Component
public class ProposeDependency {

    private final Dependencies dependencies;
    private final Replica<FollowFeature.Feature> features;
    private final Access access;
    private final Scopes scopes;
    private final Clock clock;

    ProposeDependency(
            Dependencies dependencies,
            Replica<FollowFeature.Feature> features,
            Access access,
            Scopes scopes,
            Clock clock) {
        this.dependencies = dependencies;
        this.features = features;
        this.access = access;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * @param neededBy today or later; refused where there is a feature, whose date counts instead, whenever that is
     * @param feature null where it is asked for by itself
     */
    public record Command(
            String title,
            String consumer,
            String producer,
            @Nullable LocalDate neededBy,
            @Nullable String feature) {}

    public Stored<Dependency> propose(Command command, CommandContext context) {
        requireTeam(command.consumer());
        requireTeam(command.producer());
        access.require(context.actor(), "ProposeDependency", command.consumer());
        Dependency.Mover mover = new Dependency.Mover(context.by(), context.at(), LocalDate.now(clock));
        String feature = command.feature();
        if (feature != null) {
            Change<Dependency> asked = forFeature(command, feature, visible(feature, context.actor()), mover);
            String id = FollowFeature.id(feature, command.producer());
            boolean withdrawn = dependencies
                    .find(id)
                    .filter(found -> found.state().status() == DependencyStatus.WITHDRAWN)
                    .isPresent();
            return withdrawn
                    ? dependencies.change(
                            id, context, present -> present.reopen(asked.state().neededBy(), mover))
                    : dependencies.add(id, context, asked);
        }
        return dependencies.add(
                context.newId("dependency"),
                context,
                Dependency.propose(
                        command.title(), command.consumer(), command.producer(), null, command.neededBy(), mover));
    }

    private static Change<Dependency> forFeature(
            Command command, String id, FollowFeature.Feature feature, Dependency.Mover mover) {
        if (!command.consumer().equals(feature.team())) {
            throw Refusal.invalid(
                    "feature-of-another-team",
                    "The team that waits is the one that owns the feature; choose that team.");
        }
        if (command.neededBy() != null) {
            throw Refusal.invalid(
                    "needed-by-of-a-feature",
                    "A dependency of a feature is needed by the feature's date; leave out 'neededBy'.");
        }
        if (!feature.open()) {
            throw Refusal.conflict("feature-over", "This feature is done or dropped; it needs nothing any more.");
        }
        return Dependency.propose(
                command.title(), command.consumer(), command.producer(), id, feature.date(), feature.seenBy(), mover);
    }

    private FollowFeature.Feature visible(String id, Actor actor) {
        return features.find(id)
                .map(Replicated::state)
                .filter(feature -> access.sees(
                        actor,
                        feature.visibility() == null ? Visibility.ORGANIZATION : feature.visibility(),
                        feature.scopes() == null ? List.of() : feature.scopes(),
                        null))
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-feature",
                        "There is no feature '" + id + "' that you can see; if it is new, try again in a moment."));
    }

    private void requireTeam(String team) {
        if (scopes.scope(team).filter(scope -> scope.kind().equals("TEAM")).isEmpty()) {
            throw Refusal.invalid("unknown-team", "There is no team '" + team + "'; choose one from the organization.");
        }
    }
}
