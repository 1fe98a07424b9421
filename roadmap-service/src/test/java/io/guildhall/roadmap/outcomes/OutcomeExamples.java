package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.roadmap.features.DependencyStatus;
import io.guildhall.roadmap.features.FeatureStatus;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Outcomes and assessments as the contracts show them; a key result has the same id each time. */
public final class OutcomeExamples {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final PersonId APO = new PersonId("person-ana");
    private static final KeyResultId CONVERSION = new KeyResultId("key-result-conversion");

    private OutcomeExamples() {}

    private static OutcomeDraft draft(String title, KeyResultDraft... keyResults) {
        return new OutcomeDraft(
                title,
                new UnitId("area-checkout"),
                Quarter.parse("2026-Q4"),
                APO,
                List.of(keyResults),
                Visibility.ORGANIZATION);
    }

    private static Outcome outcome() {
        Outcome set = Outcome.set(draft("Pay in one tap")).state();
        return new Outcome(
                set.title(),
                set.area(),
                set.quarter(),
                set.owner(),
                List.of(KeyResult.of(CONVERSION, "Conversion", "%", 61, 70)),
                null,
                null,
                set.visibility(),
                List.of());
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        Outcome overridden = outcome()
                .override(Confidence.ON_TRACK, "We have a plan B", TODAY.plusDays(14), APO, MONDAY, TODAY)
                .state();
        return List.of(
                outcome().copyTo(new OutcomeId("outcome-one-tap"), Quarter.parse("2027-Q1")),
                outcome()
                        .revise(draft(
                                "Pay in one tap, everywhere",
                                new KeyResultDraft(CONVERSION, "Conversion", "%", 61, 72))),
                outcome().measure(CONVERSION, 64.5, APO, MONDAY),
                outcome().override(Confidence.ON_TRACK, "We have a plan B", TODAY.plusDays(14), APO, MONDAY, TODAY),
                overridden.endOverride());
    }

    /** One change of each kind of an assessment. */
    public static List<Change<?>> assessments() {
        Known fine = Known.anOutcome().feature("feature-payouts", FeatureStatus.PLANNED, "12-20");
        OutcomeAssessment first = OutcomeAssessment.first(fine.on("11-20"), fine.outcome(), MONDAY)
                .state();
        Known late =
                fine.dependency("dependency-ledger", "feature-payouts", DependencyStatus.COMMITTED, "12-01", "12-12");
        return List.of(first.become(late.on("11-23"), late.outcome(), MONDAY));
    }
}
