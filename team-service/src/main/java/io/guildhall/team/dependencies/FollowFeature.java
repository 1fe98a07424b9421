package io.guildhall.team.dependencies;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Cause;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the dependencies of a feature as the feature says: each team it needs is asked, its team is the one that waits, its
 * date is what they are needed by, and what it needs no longer is withdrawn while it is unanswered. It compares state with
 * state, so that a repetition records nothing; what people have withdrawn stays withdrawn.
 */
@Component
public class FollowFeature {

    private static final Logger log = LoggerFactory.getLogger(FollowFeature.class);
    private static final Actor ROADMAP = Actor.service("roadmap");

    private final Dependencies dependencies;
    private final Clock clock;

    FollowFeature(Dependencies dependencies, Clock clock) {
        this.dependencies = dependencies;
        this.clock = clock;
    }

    /** What this service reads of a feature. */
    public record Feature(
            @Nullable String title,
            @Nullable String team,
            @Nullable LocalDate date,
            @Nullable String status,
            @Nullable List<Need> needs,
            @Nullable Visibility visibility,
            @Nullable List<String> scopes) {

        /** One that is unknown here is shown to the two teams only. */
        Visibility seenBy() {
            if (visibility == null) {
                return Visibility.ORGANIZATION;
            }
            return visibility == Visibility.ORGANIZATION || visibility == Visibility.AREA
                    ? visibility
                    : Visibility.TEAM;
        }

        boolean dropped() {
            return "DROPPED".equals(status);
        }

        /** Whether somebody still works, or will work, on it. */
        boolean open() {
            return !dropped() && !"DONE".equals(status);
        }

        /** The teams it waits for: none while no team owns it, and never its own. */
        Set<String> producers() {
            Set<String> producers = new LinkedHashSet<>();
            if (team != null && needs != null) {
                for (Need need : needs) {
                    if (need.team() != null && !need.team().equals(team)) {
                        producers.add(need.team());
                    }
                }
            }
            return producers;
        }
    }

    /** A team that a feature cannot do without. */
    public record Need(@Nullable String team) {}

    /** The one dependency of a feature on a team, whoever asked for it. */
    public static String id(String feature, String producer) {
        return CommandContext.derivedId("dependency", feature, producer);
    }

    /**
     * @param by whoever changed the feature
     * @param why the reason they gave, if any
     */
    public void follow(String id, Feature feature, String by, @Nullable String why, Instant at, Cause cause) {
        CommandContext context = CommandContext.because(ROADMAP, at, cause);
        Dependency.Mover mover = new Dependency.Mover(context.by(), at, LocalDate.now(clock), by, shortened(why));
        List<Stored<Dependency>> known = dependencies.ofFeature(id);
        Set<String> asked =
                known.stream().map(stored -> stored.state().producer()).collect(Collectors.toSet());
        Set<String> producers = feature.producers();
        for (String producer : producers) {
            if (feature.open() && !asked.contains(producer)) {
                trying(
                        id,
                        producer,
                        () -> dependencies.add(id(id, producer), context, ask(id, producer, feature, mover)));
            }
        }
        for (Stored<Dependency> one : known) {
            boolean needed = producers.contains(one.state().producer());
            trying(
                    id,
                    one.state().producer(),
                    () -> dependencies.change(one.id(), context, present -> lead(present, feature, needed, mover)));
        }
    }

    private static Change<Dependency> ask(String id, String producer, Feature feature, Dependency.Mover mover) {
        return Dependency.propose(
                String.valueOf(feature.title()),
                String.valueOf(feature.team()),
                producer,
                id,
                feature.date(),
                feature.seenBy(),
                mover);
    }

    static Change<Dependency> lead(Dependency present, Feature feature, boolean needed, Dependency.Mover mover) {
        if (present.status() == DependencyStatus.UNKNOWN) {
            return Change.none(present);
        }
        return present.describe(title(present, feature), feature.seenBy())
                .then(described -> move(described, feature, needed, mover));
    }

    private static @Nullable String shortened(@Nullable String why) {
        return why == null || why.length() <= 1000 ? why : why.substring(0, 999) + "…";
    }

    /** What a person called it stays. */
    private static String title(Dependency present, Feature feature) {
        String title = feature.title();
        boolean own = present.requestedBy().equals(ROADMAP.id());
        return own && title != null && Dependency.isTitle(title) ? title.strip() : present.title();
    }

    private static Change<Dependency> move(
            Dependency present, Feature feature, boolean needed, Dependency.Mover mover) {
        boolean asked = needed || !present.requestedBy().equals(ROADMAP.id());
        if (present.status().unanswered() && !(feature.open() && asked)) {
            return present.withdraw(
                    feature.dropped()
                            ? "The feature was dropped."
                            : asked ? "The feature is done." : "The feature needs it no longer.",
                    mover);
        }
        if (present.status() == DependencyStatus.WITHDRAWN) {
            return feature.open() && needed && ROADMAP.id().equals(present.movedLastBy())
                    ? withConsumer(present, feature, mover, handed -> handed.reopen(feature.date(), mover))
                    : Change.none(present);
        }
        if (present.status() == DependencyStatus.DELIVERED) {
            return withConsumer(present, feature, mover, Change::none);
        }
        return present.status().needsDay()
                ? withConsumer(present, feature, mover, handed -> handed.needBy(feature.date(), true, mover))
                : Change.none(present);
    }

    private static Change<Dependency> withConsumer(
            Dependency present,
            Feature feature,
            Dependency.Mover mover,
            Function<Dependency, Change<Dependency>> then) {
        String team = feature.team();
        Change<Dependency> handed =
                team == null || team.equals(present.producer()) ? Change.none(present) : present.handOver(team, mover);
        return handed.then(then);
    }

    /** What a feature says and a dependency cannot take is left out: trying again would hold up every other feature. */
    private static void trying(String feature, String producer, Runnable move) {
        try {
            move.run();
        } catch (Refusal e) {
            if (e.status() >= 500 || e.type().equals("exists")) {
                throw e;
            }
            log.warn("What feature {} needs of {} is left as it is: {}", feature, producer, e.detail());
        }
    }
}
