package io.guildhall.feed.subscription;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import io.guildhall.feed.subscription.Dependency.Status;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.replica.Replica;
import io.guildhall.platform.replica.Replicated;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything with a day that a reader may see. What is over stays for 90 days, and what was called off for as long, marked
 * as such, because a calendar that fetches seldom would keep what merely vanished.
 */
@Component
public class ReadCalendar {

    public static final String BY_NEEDED = "by_needed";
    public static final String BY_COMMITTED = "by_committed";
    public static final String BY_DATE = "by_date";
    public static final String BY_PROMISED = "by_promised";
    public static final String BY_STATUS = "by_status";
    public static final String BY_LEVEL = "by_level";

    private static final int DAYS_KEPT = 90;

    /** As far ahead as what repeats is shown. */
    private static final int DAYS_AHEAD = 366;

    /** Of each kind; nobody has as many days, and a calendar takes no more. */
    private static final int MOST = 2_000;

    private static final Bson EVERYTHING = new Document();

    private final Replica<Dependency> dependencies;
    private final Replica<Feature> features;
    private final Replica<Impediment> impediments;
    private final Sprints sprints;
    private final CommunityDates gatherings;
    private final Access access;
    private final Scopes scopes;
    private final Clock clock;

    ReadCalendar(
            Replica<Dependency> dependencies,
            Replica<Feature> features,
            Replica<Impediment> impediments,
            Sprints sprints,
            CommunityDates gatherings,
            Access access,
            Scopes scopes,
            Clock clock) {
        this.dependencies = dependencies;
        this.features = features;
        this.impediments = impediments;
        this.sprints = sprints;
        this.gatherings = gatherings;
        this.access = access;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * All that is not long over, in the order of its days.
     *
     * @param unit what concerns it or anything below it; null for the units that the actor has a role on, and the
     *     communities that the actor belongs to
     */
    public List<Occasion> of(@Nullable String unit, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = today.minusDays(DAYS_KEPT);
        Set<String> units = unit == null ? below(actor) : withItself(unit);
        Bson theirs = and(
                access.visibleTo(actor, "state."),
                units.contains(Access.ROOT) ? EVERYTHING : in("state.scopes", units));
        List<Occasion> found = new ArrayList<>();
        addNeeds(found, and(theirs, gte("state.neededBy", since.toString())));
        addCommitments(found, and(theirs, gte("state.committedBy", since.toString())));
        addFeatures(found, and(theirs, gte("state.date", since.toString())));
        addPromises(found, and(theirs, gte("state.answer.promisedFor", since.toString())));
        if (unit == null || scopes.isBelowRoot(unit)) {
            found.addAll(sprints.of(units, since, today, actor));
        }
        found.addAll(gatherings.of(unit, since, today.plusDays(DAYS_AHEAD), actor));
        found.sort(Comparator.comparing(Occasion::first).thenComparing(Occasion::id));
        return found;
    }

    /** The units that an actor has a role on, and all below them. */
    private Set<String> below(Actor actor) {
        Set<String> units = new HashSet<>();
        for (Scope scope : scopes.all()) {
            if (!access.rolesOf(actor, scope.id()).isEmpty()) {
                units.add(scope.id());
            }
        }
        return units;
    }

    private Set<String> withItself(String unit) {
        Set<String> units = scopes.downFrom(unit);
        units.add(unit);
        return units;
    }

    private void addNeeds(List<Occasion> found, Bson filter) {
        Bson waiting = in("state.status", names(Status.PROPOSED, Status.COUNTERED, Status.COMMITTED));
        for (Replicated<Dependency> one : dependencies.list(BY_NEEDED, and(filter, or(waiting, calledOff())), MOST)) {
            found.add(occasion(
                    "needed-by",
                    one,
                    "Due: ",
                    Objects.requireNonNull(one.state().neededBy())));
        }
    }

    private void addCommitments(List<Occasion> found, Bson filter) {
        Bson standing = in("state.status", names(Status.COMMITTED, Status.DELIVERED, Status.ACCEPTED));
        for (Replicated<Dependency> one :
                dependencies.list(BY_COMMITTED, and(filter, or(standing, calledOff())), MOST)) {
            found.add(occasion(
                    "committed-by",
                    one,
                    "Committed: ",
                    Objects.requireNonNull(one.state().committedBy())));
        }
    }

    private Bson calledOff() {
        return and(in("state.status", names(Status.DECLINED, Status.WITHDRAWN)), gte("sequence", changedSince()));
    }

    private long changedSince() {
        return clock.instant().minus(DAYS_KEPT, ChronoUnit.DAYS).toEpochMilli();
    }

    private static List<String> names(Enum<?>... constants) {
        return List.of(constants).stream().map(Enum::name).toList();
    }

    private Occasion occasion(String kind, Replicated<Dependency> one, String what, LocalDate day) {
        Dependency dependency = one.state();
        return new Occasion(
                kind + "-" + one.id(),
                what + dependency.title() + " (" + name(dependency.producer()) + " for " + name(dependency.consumer())
                        + ")",
                day,
                day,
                Occasion.momentOf(one.sequence()),
                dependency.status().off(),
                "/dependencies/" + one.id());
    }

    private void addFeatures(List<Occasion> found, Bson filter) {
        Bson alive = or(ne("state.status", Feature.Status.DROPPED.name()), gte("sequence", changedSince()));
        for (Replicated<Feature> one : features.list(BY_DATE, and(filter, alive), MOST)) {
            Feature feature = one.state();
            LocalDate day = Objects.requireNonNull(feature.date());
            found.add(new Occasion(
                    "feature-" + one.id(),
                    "Planned: " + (feature.key() == null ? "" : feature.key() + " ") + feature.title(),
                    day,
                    day,
                    Occasion.momentOf(one.sequence()),
                    feature.status() == Feature.Status.DROPPED,
                    "/features/" + one.id()));
        }
    }

    private void addPromises(List<Occasion> found, Bson filter) {
        for (Replicated<Impediment> one : impediments.list(BY_PROMISED, filter, MOST)) {
            Impediment.Answer answer = Objects.requireNonNull(one.state().answer());
            LocalDate day = Objects.requireNonNull(answer.promisedFor());
            found.add(new Occasion(
                    "promise-" + one.id(),
                    "Promised by leadership: " + one.state().title(),
                    day,
                    day,
                    Occasion.momentOf(one.sequence()),
                    false,
                    "/impediments/" + one.id()));
        }
    }

    private String name(String unit) {
        return scopes.scope(unit).map(Scope::name).orElse("a team");
    }
}
