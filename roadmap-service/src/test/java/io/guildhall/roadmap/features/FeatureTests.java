package io.guildhall.roadmap.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.SprintCalendar;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureTests {

    private static final UnitId PAYMENTS = new UnitId("payments");
    private static final UnitId LEDGER = new UnitId("ledger");
    private static final UnitId RISK = new UnitId("risk");
    private static final Instant THEN = Instant.parse("2026-11-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final SprintCalendar CALENDAR = new SprintCalendar(LocalDate.of(2026, 10, 5), 14);
    private static final OutcomeId ONE_TAP = new OutcomeId("one-tap");
    private static final OutcomeId FASTER = new OutcomeId("faster");
    private static final Origin JIRA = new Origin("jira", "PAY-7");

    @Test
    void isPlannedForTheLastDayOfItsSprint() {
        Feature feature = planned(draft(Timing.inSprint(3)));

        assertThat(feature.date()).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(feature.datedAt()).isEqualTo(THEN);
        assertThat(feature.scopes()).containsExactly(PAYMENTS);
    }

    @Test
    void hasNoDateWhileNoCalendarIsKnown() {
        Feature feature =
                Feature.plan(draft(Timing.inSprint(3)), null, null, null, THEN).state();
        assertThat(feature.date()).isNull();

        var change = feature.followCalendar(CALENDAR, NOW);

        assertThat(change.state().date()).isEqualTo(LocalDate.of(2026, 11, 15));
        assertThat(change.events()).hasOnlyElementsOfType(FeatureRescheduled.class);
        assertThat(change.state().followCalendar(CALENDAR, NOW).events()).isEmpty();
    }

    @Test
    void saysOnlyWhatDiffers() {
        Feature feature = planned(draft(Timing.inSprint(3)));
        FeatureDraft revised = new FeatureDraft(
                null,
                "Tap to pay",
                LEDGER,
                Timing.inSprint(4),
                FeatureStatus.IN_PROGRESS,
                List.of(Need.of(RISK, "scoring")),
                Visibility.ORGANIZATION);

        var change = feature.revise(revised, CALENDAR, NOW);

        assertThat(change.events())
                .containsExactly(
                        new FeatureReassigned(PAYMENTS, LEDGER),
                        new FeatureProceeded(FeatureStatus.PLANNED, FeatureStatus.IN_PROGRESS),
                        new FeatureRescheduled(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 29), 4, null),
                        new FeatureNeedAdded(RISK, "scoring"));
        assertThat(change.state().scopes()).containsExactly(LEDGER, RISK);
        assertThat(change.state().revise(revised, CALENDAR, NOW).events()).isEmpty();
    }

    @Test
    void movesToAnotherDayWithAReason() {
        Feature feature = planned(draft(Timing.inSprint(3)));

        var change = feature.reschedule(Timing.on(LocalDate.of(2026, 12, 12)), "The vendor is late", CALENDAR, NOW);

        assertThat(change.events())
                .containsExactly(new FeatureRescheduled(
                        LocalDate.of(2026, 11, 15), LocalDate.of(2026, 12, 12), null, "The vendor is late"));
        assertThat(change.state().plannedSprint()).isNull();
        assertThat(change.state().datedAt()).isEqualTo(NOW);
    }

    @Test
    void movingItToWhereItIsChangesNothing() {
        Feature feature = planned(draft(Timing.inSprint(3)));

        assertThat(feature.reschedule(Timing.inSprint(3), null, CALENDAR, NOW).events())
                .isEmpty();
    }

    @Test
    void refusesToMoveWhatIsDoneOrToNowhere() {
        Feature done = planned(new FeatureDraft(
                null, "Tap", PAYMENTS, Timing.OPEN, FeatureStatus.DONE, List.of(), Visibility.ORGANIZATION));

        refuses("feature-finished", () -> done.reschedule(Timing.inSprint(4), null, CALENDAR, NOW));
        refuses("feature-finished", () -> done.addNeed(RISK, null, NOW));
        refuses("timing-missing", () -> planned(draft(Timing.OPEN)).reschedule(Timing.OPEN, null, CALENDAR, NOW));
        refuses("timing-ambiguous", () -> new Timing(3, LocalDate.of(2026, 12, 12)));
        refuses("sprint-out-of-bounds", () -> Timing.inSprint(0));
    }

    @Test
    void aLinkRemembersTheOutcomeThatLosesIt() {
        Feature linked = planned(draft(Timing.OPEN)).link(ONE_TAP).state();

        var moved = linked.link(FASTER);

        assertThat(moved.events()).containsExactly(new FeatureLinked(FASTER, ONE_TAP));
        assertThat(moved.state().formerOutcome()).isEqualTo(ONE_TAP);
        assertThat(moved.state().link(FASTER).events()).isEmpty();
        assertThat(moved.state().unlink().events()).containsExactly(new FeatureUnlinked(FASTER));
        assertThat(moved.state().unlink().state().formerOutcome()).isEqualTo(FASTER);
        assertThat(moved.state().unlink().state().unlink().events()).isEmpty();
    }

    @Test
    void needsAnotherTeamOnce() {
        Feature feature =
                planned(draft(Timing.OPEN)).addNeed(LEDGER, "API", NOW).state();

        assertThat(feature.needs()).containsExactly(Need.of(LEDGER, "API"));
        assertThat(feature.addNeed(LEDGER, "API", NOW).events()).isEmpty();
        assertThat(feature.addNeed(LEDGER, "API v2", NOW).events())
                .containsExactly(new FeatureNeedAdded(LEDGER, "API v2"));
        refuses("need-of-itself", () -> feature.addNeed(PAYMENTS, null, NOW));
    }

    @Test
    void anImportAgainChangesNothing() {
        FeatureDraft told = draft(Timing.inSprint(3), Need.of(LEDGER, null));
        Feature feature = Feature.plan(told, null, JIRA, CALENDAR, THEN).state();

        assertThat(feature.reviseFrom(JIRA, told, CALENDAR, NOW).events()).isEmpty();
        assertThat(JIRA.featureId()).isEqualTo(new Origin("jira", "PAY-7").featureId());
        assertThat(JIRA.featureId()).isNotEqualTo(new Origin("jira", "PAY-8").featureId());
    }

    @Test
    void anImportKeepsWhatPeopleHaveAddedAndDropsOnlyItsOwn() {
        Feature feature = Feature.plan(draft(Timing.OPEN, Need.of(LEDGER, null)), null, JIRA, CALENDAR, THEN)
                .state();
        feature = feature.addNeed(RISK, "scoring", NOW).state();
        feature = feature.reschedule(Timing.inSprint(5), null, CALENDAR, NOW).state();

        var again = feature.reviseFrom(JIRA, draft(Timing.OPEN), CALENDAR, NOW);

        assertThat(again.events()).containsExactly(new FeatureNeedDropped(LEDGER));
        assertThat(again.state().needs()).containsExactly(Need.of(RISK, "scoring"));
        assertThat(again.state().plannedSprint()).isEqualTo(5);
    }

    @Test
    void anImportKeepsTheTeamThatAPersonGaveWhileTheTrackerNamesNone() {
        FeatureDraft told = owned(null);
        Feature feature = Feature.plan(told, null, JIRA, CALENDAR, THEN).state();
        feature = feature.revise(owned(PAYMENTS), CALENDAR, NOW).state();

        assertThat(feature.reviseFrom(JIRA, told, CALENDAR, NOW).events()).isEmpty();
        assertThat(feature.reviseFrom(JIRA, owned(RISK), CALENDAR, NOW).state().team())
                .isEqualTo(RISK);
    }

    @Test
    void refusesWhatIsNoFeature() {
        refuses(
                "title-missing",
                () -> new FeatureDraft(
                        null, " ", null, Timing.OPEN, FeatureStatus.PLANNED, List.of(), Visibility.ORGANIZATION));
        refuses(
                "title-too-long",
                () -> new FeatureDraft(
                        null,
                        "x".repeat(201),
                        null,
                        Timing.OPEN,
                        FeatureStatus.PLANNED,
                        List.of(),
                        Visibility.ORGANIZATION));
        refuses(
                "status-unknown",
                () -> new FeatureDraft(
                        null, "x", null, Timing.OPEN, FeatureStatus.UNKNOWN, List.of(), Visibility.ORGANIZATION));
        refuses(
                "visibility",
                () -> new FeatureDraft(
                        null, "x", null, Timing.OPEN, FeatureStatus.PLANNED, List.of(), Visibility.PRIVATE));
        refuses("need-of-itself", () -> planned(draft(Timing.OPEN, Need.of(PAYMENTS, null))));
    }

    private static FeatureDraft draft(Timing timing, Need... needs) {
        return new FeatureDraft(
                null, "Tap to pay", PAYMENTS, timing, FeatureStatus.PLANNED, List.of(needs), Visibility.ORGANIZATION);
    }

    private static FeatureDraft owned(@Nullable UnitId team) {
        return new FeatureDraft(
                null, "Tap to pay", team, Timing.OPEN, FeatureStatus.PLANNED, List.of(), Visibility.ORGANIZATION);
    }

    private static Feature planned(FeatureDraft draft) {
        return Feature.plan(draft, null, null, CALENDAR, THEN).state();
    }

    private static void refuses(String type, ThrowingCallable deed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(deed)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
