package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.access.Visibility;
import io.guildhall.roadmap.features.Dependency;
import io.guildhall.roadmap.features.Feature;
import io.guildhall.roadmap.shared.DependencyId;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.ImpedimentId;
import io.guildhall.roadmap.shared.UnitId;
import io.guildhall.roadmap.shared.UnitNames;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the rules have found so far, with the words they say it in and the instants at which they would say otherwise. */
final class Judgement {

    static final String TEAM_SERVICE = "team-service";
    static final String ROADMAP_SERVICE = "roadmap-service";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int MOST_QUOTED = 160;

    private final Evidence evidence;
    private final UnitNames names;
    private final ZonedDateTime now;
    private final List<Reason> reasons = new ArrayList<>();
    private @Nullable Instant nextDueAt;

    Judgement(Evidence evidence, UnitNames names, ZonedDateTime now) {
        this.evidence = evidence;
        this.names = names;
        this.now = now;
    }

    Evidence evidence() {
        return evidence;
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    Instant now() {
        return now.toInstant();
    }

    LocalDate quarterEnd() {
        return evidence.outcome().quarter().lastDay();
    }

    List<Reason> reasons() {
        return reasons;
    }

    @Nullable
    Instant nextDueAt() {
        return nextDueAt;
    }

    void add(Reason reason) {
        reasons.add(reason);
    }

    /** The rules will say something else from this instant on; it counts when it lies ahead. */
    void dueAt(Instant instant) {
        if (instant.isAfter(now()) && (nextDueAt == null || instant.isBefore(nextDueAt))) {
            nextDueAt = instant;
        }
    }

    void dueOn(LocalDate day) {
        dueAt(startOf(day));
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(now.getZone()).toInstant();
    }

    /** Whether a day lies at most {@link Assessment#NEAR_DAYS} days ahead, or is past. */
    boolean near(LocalDate day) {
        return !day.minusDays(Assessment.NEAR_DAYS).isAfter(today());
    }

    /** Tells the next instant at which {@link #near} becomes true. */
    void dueWhenNear(LocalDate day) {
        dueOn(day.minusDays(Assessment.NEAR_DAYS));
    }

    String name(UnitId unit) {
        return names.of(unit);
    }

    /** A day without its year where that is the year of the quarter. */
    String day(LocalDate day) {
        return (day.getYear() == evidence.outcome().quarter().year() ? DAY : DAY_AND_YEAR).format(day);
    }

    String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, now.getZone()));
    }

    /** Words of a person, short enough for a line. */
    static String quoted(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return '"' + (line.length() <= MOST_QUOTED ? line : line.substring(0, MOST_QUOTED - 1) + "…") + '"';
    }

    /** A title in quotes; of what not everybody may see only its kind is said, because everybody may read the reason. */
    static String titled(String kind, String title, @Nullable Visibility visibility) {
        return hidden(visibility) ? kind + " not shown to everybody" : quoted(title);
    }

    static boolean hidden(@Nullable Visibility visibility) {
        return visibility != null && visibility != Visibility.ORGANIZATION;
    }

    String titled(Feature feature) {
        return titled("a feature", feature.title(), feature.visibility());
    }

    Reason ofOutcome(String text) {
        return new Reason(
                Reason.Kind.OUTCOME,
                evidence.id().value(),
                Reason.Weight.NOTE,
                text,
                evidence.outcome().area(),
                null,
                ROADMAP_SERVICE,
                List.of(outcomeStep()));
    }

    Reason.Step outcomeStep() {
        return new Reason.Step(
                Reason.Kind.OUTCOME, evidence.id().value(), evidence.outcome().title());
    }

    Reason.Step step(FeatureId id, Feature feature) {
        return new Reason.Step(
                Reason.Kind.FEATURE, id.value(), shown("A feature", feature.title(), feature.visibility()));
    }

    Reason.Step step(DependencyId id, Dependency dependency) {
        return new Reason.Step(
                Reason.Kind.DEPENDENCY, id.value(), shown("A dependency", dependency.title(), dependency.visibility()));
    }

    Reason.Step step(ImpedimentId id, Impediment impediment) {
        return new Reason.Step(
                Reason.Kind.IMPEDIMENT,
                id.value(),
                shown("An impediment", impediment.title(), impediment.visibility()));
    }

    private static String shown(String kind, String title, @Nullable Visibility visibility) {
        return hidden(visibility) ? kind + " not shown to everybody" : title;
    }
}
