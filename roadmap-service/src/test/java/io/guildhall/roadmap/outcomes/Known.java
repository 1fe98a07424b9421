package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.access.Visibility;
import io.guildhall.roadmap.features.Dependency;
import io.guildhall.roadmap.features.DependencyStatus;
import io.guildhall.roadmap.features.Feature;
import io.guildhall.roadmap.features.FeatureDraft;
import io.guildhall.roadmap.features.FeatureStatus;
import io.guildhall.roadmap.features.Timing;
import io.guildhall.roadmap.shared.DependencyId;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.ImpedimentId;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is known of an outcome, in the words of the domain. Days are written {@code 12-01} and lie in 2026. */
final class Known {

    private final Map<FeatureId, Feature> features = new LinkedHashMap<>();
    private final Map<DependencyId, Dependency> dependencies = new LinkedHashMap<>();
    private final Map<ImpedimentId, Impediment> impediments = new LinkedHashMap<>();
    private Outcome outcome = Outcome.set(new OutcomeDraft(
                    "Pay in one tap",
                    new UnitId("Checkout"),
                    Quarter.parse("2026-Q4"),
                    new PersonId("apo"),
                    List.of(new KeyResultDraft(null, "Conversion", "%", 61, 70)),
                    Visibility.ORGANIZATION))
            .state();

    static Known anOutcome() {
        return new Known();
    }

    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return LocalDate.parse(text.length() == 5 ? "2026-" + text : text);
    }

    static Instant noon(String day) {
        LocalDate date = day(day);
        if (date == null) {
            throw new IllegalArgumentException(day);
        }
        return Instant.parse(date + "T12:00:00Z");
    }

    Known measured() {
        outcome = outcome.measure(outcome.keyResults().get(0).id(), 64, new PersonId("apo"), noon("11-01"))
                .state();
        return this;
    }

    Known feature(String id, FeatureStatus status, @Nullable String day) {
        Timing timing = day == null ? Timing.OPEN : new Timing(null, day(day));
        return feature(
                id,
                new FeatureDraft(
                        null,
                        "Feature " + id,
                        new UnitId("Payments"),
                        timing,
                        status,
                        List.of(),
                        Visibility.ORGANIZATION));
    }

    Known feature(String id, FeatureDraft draft) {
        features.put(
                new FeatureId(id),
                Feature.plan(draft, new OutcomeId("o1"), null, null, noon("10-20"))
                        .state());
        return this;
    }

    Known dependency(
            String id,
            String feature,
            DependencyStatus status,
            @Nullable String neededBy,
            @Nullable String committedBy,
            Dependency.Move... moves) {
        List<Dependency.Move> history = new ArrayList<>();
        history.add(new Dependency.Move("PROPOSED", noon("11-02"), day(neededBy)));
        history.addAll(List.of(moves));
        return dependency(
                id,
                new Dependency(
                        "Ledger API v2",
                        new UnitId("Payments"),
                        new UnitId("Ledger"),
                        new FeatureId(feature),
                        day(neededBy),
                        day(committedBy),
                        null,
                        status,
                        history,
                        Visibility.ORGANIZATION,
                        List.of()));
    }

    Known dependency(String id, Dependency dependency) {
        dependencies.put(new DependencyId(id), dependency);
        return this;
    }

    Known impediment(
            String id,
            String team,
            Impediment.Level level,
            String raised,
            Impediment.@Nullable Answer answer,
            String... featureIds) {
        return impediment(id, team, level, raised, answer, Visibility.ORGANIZATION, featureIds);
    }

    Known impediment(
            String id,
            String team,
            Impediment.Level level,
            String raised,
            Impediment.@Nullable Answer answer,
            Visibility visibility,
            String... featureIds) {
        impediments.put(
                new ImpedimentId(id),
                new Impediment(
                        "No test environment",
                        new UnitId(team),
                        noon(raised),
                        List.of(new UnitId(team)),
                        List.of(featureIds).stream().map(FeatureId::new).toList(),
                        Impediment.Status.OPEN,
                        level,
                        level == Impediment.Level.TEAM ? new UnitId(team) : new UnitId("above"),
                        answer,
                        visibility));
        return this;
    }

    Known resolved(String impediment) {
        impediments.computeIfPresent(
                new ImpedimentId(impediment),
                (id, was) -> new Impediment(
                        was.title(),
                        was.team(),
                        was.raisedAt(),
                        was.affectedTeams(),
                        was.features(),
                        Impediment.Status.RESOLVED,
                        was.level(),
                        was.holder(),
                        was.answer(),
                        was.visibility()));
        return this;
    }

    Evidence evidence() {
        return new Evidence(new OutcomeId("o1"), outcome, features, dependencies, impediments);
    }

    Outcome outcome() {
        return outcome;
    }

    /** Assessed at noon of a day. */
    Assessment on(String day) {
        return at(ZonedDateTime.parse(noon(day) + "[UTC]"));
    }

    Assessment at(ZonedDateTime now) {
        return Assessment.assess(evidence(), UnitId::value, now);
    }
}
