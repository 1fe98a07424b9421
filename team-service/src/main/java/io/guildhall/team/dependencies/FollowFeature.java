package io.guildhall.team.dependencies;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Cause;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the dependencies of a feature as the feature says: each team it needs is asked, its date is what they are needed by,
 * and what it needs no longer is withdrawn while it is unanswered. It compares state with state; a repetition records nothing.
 */
@Component
public class FollowFeature {

    private static final Actor ROADMAP = Actor.service("roadmap");

    private final Dependencies dependencies;
    private final Clock clock;

    FollowFeature(Dependencies dependencies, Clock clock) {
        this.dependencies = dependencies;
        this.clock = clock;
    }

    /** What this service reads of a feature. */
    public record Feature(
            String title,
            @Nullable String team,
            @Nullable LocalDate date,
            String status,
            @Nullable List<Need> needs,
            @Nullable Visibility visibility) {

        /** One that is unknown here is shown to the two teams only. */
        Visibility seenBy() {
            if (visibility == null) {
                return Visibility.ORGANIZATION;
            }
            return visibility == Visibility.ORGANIZATION || visibility == Visibility.AREA
                    ? visibility
                    : Visibility.TEAM;
        }

        boolean wanted() {
            return !status.equals("DROPPED");
        }
    }

    /** A team that a feature cannot do without. */
    public record Need(String team) {}

    public static String id(String feature, String producer) {
        return CommandContext.derivedId("dependency", feature, producer);
    }

    public void follow(String id, Feature feature, Instant at, Cause cause) {
        CommandContext context = CommandContext.because(ROADMAP, at, cause);
        Dependency.Mover mover = new Dependency.Mover(context.by(), at, LocalDate.now(clock));
        Set<String> needed = new HashSet<>();
        if (feature.wanted() && feature.team() != null && feature.needs() != null) {
            for (Need need : feature.needs()) {
                if (!need.team().equals(feature.team()) && needed.add(need.team())) {
                    ask(id, need.team(), feature, context, mover);
                }
            }
        }
        for (Stored<Dependency> known : dependencies.ofFeature(id)) {
            if (!needed.contains(known.state().producer())
                    && known.state().status().unanswered()) {
                dependencies.change(
                        known.id(),
                        context,
                        present -> present.status().unanswered()
                                ? present.withRoom().withdraw("The feature needs it no longer.", mover)
                                : Change.none(present));
            }
        }
    }

    private void ask(String id, String producer, Feature feature, CommandContext context, Dependency.Mover mover) {
        String dependency = id(id, producer);
        Optional<Stored<Dependency>> known = dependencies.find(dependency);
        if (known.isEmpty()) {
            String consumer = String.valueOf(feature.team());
            boolean done = feature.status().equals("DONE");
            if (!done) {
                dependencies.add(
                        dependency,
                        context,
                        Dependency.propose(
                                feature.title(), consumer, producer, id, feature.date(), feature.seenBy(), mover));
            }
            return;
        }
        dependencies.change(dependency, context, present -> switch (present.status()) {
            case PROPOSED, COUNTERED, COMMITTED, DECLINED -> present.withRoom().needBy(feature.date(), true, mover);
            case WITHDRAWN ->
                feature.status().equals("DONE") || !present.withdrawnBy(mover.by())
                        ? Change.none(present)
                        : present.withRoom().reopen(feature.date(), mover);
            default -> Change.none(present);
        });
    }
}
