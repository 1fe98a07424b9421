package io.guildhall.roadmap.outcomes;

import static io.guildhall.roadmap.features.DependencyStatus.ACCEPTED;
import static io.guildhall.roadmap.features.DependencyStatus.COMMITTED;
import static io.guildhall.roadmap.features.DependencyStatus.COUNTERED;
import static io.guildhall.roadmap.features.DependencyStatus.DECLINED;
import static io.guildhall.roadmap.features.DependencyStatus.DELIVERED;
import static io.guildhall.roadmap.features.DependencyStatus.PROPOSED;
import static io.guildhall.roadmap.features.DependencyStatus.WITHDRAWN;
import static io.guildhall.roadmap.features.FeatureStatus.DONE;
import static io.guildhall.roadmap.features.FeatureStatus.DROPPED;
import static io.guildhall.roadmap.features.FeatureStatus.IN_PROGRESS;
import static io.guildhall.roadmap.features.FeatureStatus.PLANNED;
import static io.guildhall.roadmap.outcomes.Confidence.AT_RISK;
import static io.guildhall.roadmap.outcomes.Confidence.OFF_TRACK;
import static io.guildhall.roadmap.outcomes.Confidence.ON_TRACK;
import static io.guildhall.roadmap.outcomes.Confidence.UNKNOWN;
import static io.guildhall.roadmap.outcomes.Impediment.Level.EXECUTIVE_ACTION_TEAM;
import static io.guildhall.roadmap.outcomes.Impediment.Level.SCRUM_OF_SCRUMS;
import static io.guildhall.roadmap.outcomes.Impediment.Level.TEAM;
import static io.guildhall.roadmap.outcomes.Known.anOutcome;
import static io.guildhall.roadmap.outcomes.Known.day;
import static io.guildhall.roadmap.outcomes.Known.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.guildhall.platform.access.Visibility;
import io.guildhall.roadmap.features.Dependency;
import io.guildhall.roadmap.features.FeatureDraft;
import io.guildhall.roadmap.features.Need;
import io.guildhall.roadmap.features.Timing;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Today is 24 Nov 2026 unless said otherwise; the quarter ends on 31 Dec. */
class AssessmentTests {

    private static final String NOTHING =
            "Nothing is known that endangers it: no late or unanswered dependency, no impediment.";
    private static final String WAITS = "Payments waits for Ledger: \"Ledger API v2\"";
    private static final String STUCK = "Payments: \"No test environment\"";

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void standsAsTheRulesSay(String rule, Known known, Confidence state, String mainReason, @Nullable String nextDue) {
        Assessment assessment = known.on("11-24");

        assertThat(assessment.state()).isEqualTo(state);
        assertThat(assessment.reasons().get(0).text()).isEqualTo(mainReason);
        assertThat(assessment.nextDueAt()).isEqualTo(nextDue == null ? null : Instant.parse(nextDue));
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "nothing is linked and nothing measured",
                        anOutcome(),
                        UNKNOWN,
                        "Nothing is linked: link its features or measure a key result.",
                        null),
                rule(
                        "all features were dropped",
                        anOutcome().feature("f1", DROPPED, "12-01"),
                        UNKNOWN,
                        "Nothing is linked: link its features or measure a key result.",
                        null),
                rule(
                        "only a key result was measured",
                        anOutcome().measured(),
                        ON_TRACK,
                        "No feature is linked; only its key results tell how it stands.",
                        null),
                rule(
                        "a feature is planned within the quarter",
                        anOutcome().feature("f1", PLANNED, "12-10"),
                        ON_TRACK,
                        NOTHING,
                        "2026-12-11T00:00:00Z"),
                rule(
                        "a feature has no date",
                        anOutcome().feature("f1", PLANNED, null),
                        ON_TRACK,
                        NOTHING,
                        "2027-01-01T00:00:00Z"),
                rule(
                        "all features are done",
                        anOutcome().feature("f1", DONE, "11-01"),
                        ON_TRACK,
                        "All its features are done.",
                        null),
                rule(
                        "a feature is planned after the quarter's end",
                        anOutcome().feature("f1", PLANNED, "2027-01-10"),
                        AT_RISK,
                        "Payments: \"Feature f1\" is planned for 10 Jan 2027, after the quarter ends",
                        "2026-12-17T00:00:00Z"),
                rule(
                        "a feature's day has passed",
                        anOutcome().feature("f1", IN_PROGRESS, "11-20"),
                        AT_RISK,
                        "Payments: \"Feature f1\" was planned for 20 Nov and is not done",
                        "2027-01-01T00:00:00Z"),
                rule(
                        "a dependency is asked for in good time",
                        waiting().dependency("d1", "f1", PROPOSED, "12-15", null),
                        ON_TRACK,
                        NOTHING,
                        "2026-12-01T00:00:00Z"),
                rule(
                        "an unanswered dependency is needed within 14 days",
                        waiting().dependency("d1", "f1", PROPOSED, "12-08", null),
                        AT_RISK,
                        WAITS + " is not answered, needed by 8 Dec",
                        "2026-12-09T00:00:00Z"),
                rule(
                        "an unanswered dependency is needed by the feature's day where nothing else is said",
                        anOutcome().feature("f1", PLANNED, "12-05").dependency("d1", "f1", PROPOSED, null, null),
                        AT_RISK,
                        WAITS + " is not answered, needed by 5 Dec",
                        "2026-12-06T00:00:00Z"),
                rule(
                        "an unanswered dependency that nobody needs by a day",
                        anOutcome().feature("f1", PLANNED, null).dependency("d1", "f1", PROPOSED, null, null),
                        ON_TRACK,
                        NOTHING,
                        "2027-01-01T00:00:00Z"),
                rule(
                        "a counter offer waits for the consumer",
                        waiting().dependency("d1", countered("12-05", "12-12")),
                        AT_RISK,
                        WAITS + " is offered for 12 Dec and not agreed, needed by 5 Dec",
                        "2026-12-06T00:00:00Z"),
                rule(
                        "a commitment is in time",
                        waiting().dependency("d1", "f1", COMMITTED, "12-10", "12-08"),
                        ON_TRACK,
                        NOTHING,
                        "2026-12-09T00:00:00Z"),
                rule(
                        "a commitment slipped",
                        waiting()
                                .dependency("d1", "f1", COMMITTED, "12-01", "12-12", move("SLIPPED", "11-23", "12-12")),
                        AT_RISK,
                        WAITS + " slipped to 12 Dec, needed by 1 Dec",
                        "2026-12-02T00:00:00Z"),
                rule(
                        "a commitment is later than needed",
                        waiting()
                                .dependency(
                                        "d1", "f1", COMMITTED, "12-01", "12-12", move("COMMITTED", "11-23", "12-12")),
                        AT_RISK,
                        WAITS + " is promised for 12 Dec, needed by 1 Dec",
                        "2026-12-02T00:00:00Z"),
                rule(
                        "a commitment's day has passed",
                        waiting().dependency("d1", "f1", COMMITTED, "12-10", "11-20"),
                        AT_RISK,
                        WAITS + " was promised for 20 Nov and is not delivered",
                        "2026-12-11T00:00:00Z"),
                rule(
                        "the needed-by has passed",
                        waiting().dependency("d1", "f1", COMMITTED, "11-20", "11-28"),
                        OFF_TRACK,
                        WAITS + " was needed by 20 Nov and is not delivered, now promised for 28 Nov",
                        "2026-11-29T00:00:00Z"),
                rule(
                        "the needed-by has passed without an answer",
                        waiting().dependency("d1", "f1", PROPOSED, "11-20", null),
                        OFF_TRACK,
                        WAITS + " was needed by 20 Nov and is not delivered",
                        "2026-12-21T00:00:00Z"),
                rule(
                        "one of two dependencies was declined",
                        waiting()
                                .dependency("d1", "f1", DECLINED, "12-10", null)
                                .dependency("d2", "f1", ACCEPTED, "11-10", "11-10"),
                        AT_RISK,
                        "Ledger declined \"Ledger API v2\", which Payments needs by 10 Dec",
                        "2026-12-11T00:00:00Z"),
                rule(
                        "every dependency was declined",
                        waiting()
                                .dependency("d1", "f1", DECLINED, "12-10", null)
                                .dependency("d2", "f1", WITHDRAWN, "11-10", null),
                        OFF_TRACK,
                        "Ledger declined \"Ledger API v2\", which Payments needs by 10 Dec",
                        "2026-12-11T00:00:00Z"),
                rule(
                        "delivered, accepted and withdrawn dependencies",
                        waiting()
                                .dependency("d1", "f1", DELIVERED, "11-10", "11-10")
                                .dependency("d2", "f1", ACCEPTED, "11-10", "11-20")
                                .dependency("d3", "f1", WITHDRAWN, "11-10", null),
                        ON_TRACK,
                        NOTHING,
                        "2026-12-21T00:00:00Z"),
                rule(
                        "a dependency of a feature that is done",
                        anOutcome().feature("f1", DONE, "11-01").dependency("d1", "f1", COMMITTED, "11-01", "12-12"),
                        ON_TRACK,
                        "All its features are done.",
                        null),
                rule(
                        "a young impediment within the team",
                        waiting().impediment("i1", "Payments", TEAM, "11-20", null, "f1"),
                        ON_TRACK,
                        NOTHING,
                        "2026-11-30T12:00:00Z"),
                rule(
                        "an impediment older than ten days",
                        waiting().impediment("i1", "Payments", TEAM, "11-14", null, "f1"),
                        AT_RISK,
                        STUCK + " is open since 14 Nov",
                        "2026-12-21T00:00:00Z"),
                rule(
                        "an impediment waits for the Scrum of Scrums",
                        waiting().impediment("i1", "Payments", SCRUM_OF_SCRUMS, "11-23", null, "f1"),
                        AT_RISK,
                        STUCK + " waits for the Scrum of Scrums",
                        "2026-12-21T00:00:00Z"),
                rule(
                        "an impediment waits for leadership",
                        waiting().impediment("i1", "Payments", EXECUTIVE_ACTION_TEAM, "11-23", null, "f1"),
                        AT_RISK,
                        STUCK + " waits for an answer of leadership",
                        "2026-12-21T00:00:00Z"),
                rule(
                        "leadership declined",
                        waiting()
                                .impediment(
                                        "i1",
                                        "Payments",
                                        EXECUTIVE_ACTION_TEAM,
                                        "11-01",
                                        answer(Impediment.Answer.Kind.DECLINED, "No budget", null),
                                        "f1"),
                        AT_RISK,
                        STUCK + " was declined by leadership: \"No budget\"",
                        "2026-12-21T00:00:00Z"),
                rule(
                        "leadership promised",
                        waiting()
                                .impediment(
                                        "i1",
                                        "Payments",
                                        EXECUTIVE_ACTION_TEAM,
                                        "11-01",
                                        answer(Impediment.Answer.Kind.PROMISED, null, "12-12"),
                                        "f1"),
                        AT_RISK,
                        STUCK + " is with leadership",
                        "2026-12-13T00:00:00Z"),
                rule(
                        "leadership broke its promise",
                        waiting()
                                .impediment(
                                        "i1",
                                        "Payments",
                                        EXECUTIVE_ACTION_TEAM,
                                        "11-01",
                                        answer(Impediment.Answer.Kind.PROMISED, null, "11-23"),
                                        "f1"),
                        OFF_TRACK,
                        "Leadership promised a solution by 23 Nov and it is still open: " + STUCK,
                        "2026-12-21T00:00:00Z"),
                rule(
                        "a resolved impediment, promise or not",
                        waiting()
                                .impediment(
                                        "i1",
                                        "Payments",
                                        EXECUTIVE_ACTION_TEAM,
                                        "11-01",
                                        answer(Impediment.Answer.Kind.PROMISED, null, "11-23"),
                                        "f1")
                                .resolved("i1"),
                        ON_TRACK,
                        NOTHING,
                        "2026-12-21T00:00:00Z"),
                rule(
                        "an impediment of another feature",
                        waiting().impediment("i1", "Payments", EXECUTIVE_ACTION_TEAM, "11-01", null, "f9"),
                        ON_TRACK,
                        NOTHING,
                        "2026-12-21T00:00:00Z"));
    }

    @Test
    void aFeatureAfterTheQuarterIsTooLateOnceTheEndIsNear() {
        Known known = anOutcome().feature("f1", PLANNED, "2027-01-10");

        assertThat(known.on("12-16").state()).isEqualTo(AT_RISK);
        assertThat(known.on("12-17").state()).isEqualTo(OFF_TRACK);
    }

    @Test
    void afterTheQuarterWhatIsNotDoneIsOffTrack() {
        Assessment assessment = anOutcome().feature("f1", PLANNED, "12-31").on("2027-01-01");

        assertThat(assessment.state()).isEqualTo(OFF_TRACK);
        assertThat(assessment.reasons().get(0).text())
                .isEqualTo("Payments: \"Feature f1\" is not done and the quarter is over");
    }

    @Test
    void sortsTheWorstFirstThenTheOldest() {
        Assessment assessment = waiting()
                .dependency("d2", "f1", COMMITTED, "12-01", "12-12", move("SLIPPED", "11-22", "12-12"))
                .dependency("d1", "f1", COMMITTED, "12-01", "12-12", move("SLIPPED", "11-23", "12-12"))
                .dependency("d3", "f1", PROPOSED, "11-20", null)
                .impediment("i1", "Payments", EXECUTIVE_ACTION_TEAM, "11-03", promised("12-12"), "f1")
                .on("11-24");

        assertThat(assessment.reasons().stream().map(r -> r.weight() + " " + r.id()))
                .containsExactly("OFF_TRACK d3", "AT_RISK i1", "AT_RISK d2", "AT_RISK d1", "NOTE i1");
        assertThat(assessment.reasons().get(4).text()).isEqualTo("Leadership promised a solution by 12 Dec: " + STUCK);
    }

    @Test
    void leadsFromTheOutcomeToWhatIsWrong() {
        Assessment assessment = waiting()
                .dependency("d1", "f1", COMMITTED, "12-01", "12-12", move("SLIPPED", "11-23", "12-12"))
                .impediment("i1", "Ledger", SCRUM_OF_SCRUMS, "11-01", null, "f1")
                .on("11-24");

        Reason slipped = assessment.reasons().get(1);
        assertThat(slipped.kind()).isEqualTo(Reason.Kind.DEPENDENCY);
        assertThat(slipped.owner()).isEqualTo(new UnitId("Ledger"));
        assertThat(slipped.since()).isEqualTo(noon("11-23"));
        assertThat(slipped.source()).isEqualTo("team-service");
        assertThat(assessment.reasons().get(0).path())
                .containsExactly(
                        new Reason.Step(Reason.Kind.OUTCOME, "o1", "Pay in one tap"),
                        new Reason.Step(Reason.Kind.FEATURE, "f1", "Feature f1"),
                        new Reason.Step(Reason.Kind.DEPENDENCY, "d1", "Ledger API v2"),
                        new Reason.Step(Reason.Kind.IMPEDIMENT, "i1", "No test environment"));
    }

    @Test
    void notesAnEscalatedImpedimentNearbyThatNamesNoFeature() {
        Known known = waiting()
                .dependency("d1", "f1", COMMITTED, "12-10", "12-08")
                .impediment("i1", "Ledger", EXECUTIVE_ACTION_TEAM, "11-20", null)
                .impediment("i2", "Payments", EXECUTIVE_ACTION_TEAM, "11-21", promised("12-12"))
                .impediment("i3", "Elsewhere", EXECUTIVE_ACTION_TEAM, "11-22", null)
                .impediment("i4", "Payments", TEAM, "11-01", null);

        Assessment assessment = known.on("11-24");

        assertThat(assessment.state()).isEqualTo(ON_TRACK);
        assertThat(assessment.reasons().stream().map(Reason::text))
                .containsExactly(
                        NOTHING,
                        "Leadership promised a solution by 12 Dec: " + STUCK,
                        "Ledger: \"No test environment\" waits for an answer of leadership; nobody has said which feature it"
                                + " stops");
        assertThat(known.on("12-13").reasons().stream().map(Reason::text))
                .contains("Leadership promised a solution by 12 Dec and it is still open: " + STUCK);
    }

    @Test
    void doesNotSayWhatNotEverybodyMayRead() {
        Assessment assessment = anOutcome()
                .feature(
                        "f1",
                        new FeatureDraft(
                                null,
                                "Secret project",
                                new UnitId("Payments"),
                                Timing.on(LocalDate.of(2027, 1, 10)),
                                PLANNED,
                                List.<Need>of(),
                                Visibility.TEAM))
                .impediment(
                        "i1",
                        "Payments",
                        EXECUTIVE_ACTION_TEAM,
                        "11-01",
                        answer(Impediment.Answer.Kind.DECLINED, "Secret reason", null),
                        Visibility.TEAM,
                        "f1")
                .on("11-24");

        assertThat(assessment.reasons().toString()).doesNotContain("Secret").doesNotContain("No test environment");
        assertThat(assessment.reasons().get(1).path().get(2).title()).isEqualTo("An impediment not shown to everybody");
    }

    @Test
    void keepsAtMostFiftyReasonsAndSaysHowManyMoreThereAre() {
        Known known = waiting();
        for (int i = 0; i < 60; i++) {
            known.dependency("d" + i, "f1", COMMITTED, "12-01", "12-12");
        }

        Assessment assessment = known.on("11-24");

        assertThat(assessment.reasons()).hasSize(50);
        assertThat(assessment.more()).isEqualTo(10);
    }

    @Test
    void daysBeginInTheBusinessTimeZone() {
        Known known = waiting().dependency("d1", "f1", PROPOSED, "11-24", null);
        ZonedDateTime lateEvening = ZonedDateTime.parse("2026-11-24T23:30:00Z[UTC]");

        assertThat(known.at(lateEvening).state()).isEqualTo(AT_RISK);
        assertThat(known.at(lateEvening).nextDueAt()).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
        assertThat(known.at(lateEvening.withZoneSameInstant(ZoneId.of("Europe/Berlin")))
                        .state())
                .isEqualTo(OFF_TRACK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void nothingChangesBeforeItIsDue(String rule, Known known, Confidence state, String main, @Nullable String due) {
        Assessment now = known.on("11-24");
        Instant next = now.nextDueAt();
        if (next == null) {
            Assessment later = known.on("2029-01-01");
            assertThat(later.reasons()).isEqualTo(now.reasons());
            return;
        }
        ZonedDateTime due1 = next.atZone(ZoneId.of("UTC"));
        Assessment before = known.at(due1.minusNanos(1_000_000));
        assertThat(before.reasons()).isEqualTo(now.reasons());
        assertThat(before.nextDueAt()).isEqualTo(next);
        assertThat(known.at(due1).nextDueAt()).isNotEqualTo(next);
    }

    private static Known waiting() {
        return anOutcome().feature("f1", PLANNED, "12-20");
    }

    private static Dependency.Move move(String move, String at, String date) {
        return new Dependency.Move(move, noon(at), day(date));
    }

    private static Dependency countered(String needed, String offered) {
        return new Dependency(
                "Ledger API v2",
                new UnitId("Payments"),
                new UnitId("Ledger"),
                new FeatureId("f1"),
                day(needed),
                null,
                new Dependency.CounterOffer("PRODUCER", day(offered), "Holidays"),
                COUNTERED,
                List.of(move("PROPOSED", "11-01", needed), move("COUNTERED", "11-20", offered)),
                Visibility.ORGANIZATION,
                List.of());
    }

    private static Impediment.Answer promised(String day) {
        return answer(Impediment.Answer.Kind.PROMISED, null, day);
    }

    private static Impediment.Answer answer(
            Impediment.Answer.Kind kind, @Nullable String reason, @Nullable String promisedFor) {
        return new Impediment.Answer(kind, noon("11-10"), reason, day(promisedFor));
    }

    private static Arguments rule(
            String rule, Known known, Confidence state, String mainReason, @Nullable String nextDue) {
        return arguments(rule, known, state, mainReason, nextDue);
    }
}
