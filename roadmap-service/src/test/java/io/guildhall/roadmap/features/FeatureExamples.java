package io.guildhall.roadmap.features;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.SprintCalendar;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Features as the contracts show them. */
public final class FeatureExamples {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final UnitId PAYMENTS = new UnitId("team-payments");
    private static final UnitId LEDGER = new UnitId("team-ledger");
    private static final UnitId RISK = new UnitId("team-risk");
    private static final OutcomeId OUTCOME = new OutcomeId("outcome-one-tap");
    private static final SprintCalendar CALENDAR = new SprintCalendar(LocalDate.of(2026, 10, 5), 14);

    private FeatureExamples() {}

    static FeatureDraft draft(FeatureStatus status, UnitId team, String title, Need... needs) {
        return new FeatureDraft(
                "PAY-7", title, team, Timing.inSprint(4), status, List.of(needs), Visibility.ORGANIZATION);
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        Change<Feature> planned = Feature.plan(
                draft(FeatureStatus.PLANNED, PAYMENTS, "Instant payouts", Need.of(LEDGER, "Ledger API v2")),
                OUTCOME,
                new Origin("jira", "PAY-7"),
                CALENDAR,
                MONDAY);
        Feature feature = planned.state();
        return List.of(
                planned,
                feature.revise(
                        draft(
                                FeatureStatus.IN_PROGRESS,
                                LEDGER,
                                "Instant payouts for all",
                                Need.of(RISK, "Scoring of payouts")),
                        CALENDAR,
                        MONDAY),
                feature.reschedule(Timing.on(LocalDate.of(2026, 12, 12)), "The vendor is late", CALENDAR, MONDAY),
                feature.link(new OutcomeId("outcome-faster")),
                feature.unlink());
    }
}
