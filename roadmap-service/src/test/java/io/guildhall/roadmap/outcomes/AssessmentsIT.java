package io.guildhall.roadmap.outcomes;

import static io.guildhall.roadmap.Neighbours.APO;
import static io.guildhall.roadmap.Neighbours.CPO;
import static io.guildhall.roadmap.Neighbours.PO;
import static io.guildhall.roadmap.Neighbours.body;
import static io.guildhall.roadmap.Neighbours.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.testing.RunningService;
import io.guildhall.roadmap.Neighbours;
import io.guildhall.roadmap.shared.OutcomeId;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How the news of other services reaches an outcome, on a real store and broker. */
class AssessmentsIT {

    private static Neighbours neighbours;

    @BeforeAll
    static void start() {
        neighbours = Neighbours.start();
    }

    @AfterAll
    static void stop() {
        neighbours.close();
    }

    @Test
    void aSlippedDependencyTurnsTheOutcomeAtRiskWithItsReason() {
        List<String> ids = neighbours.anOutcomeWithAFeature("2099-12-20");
        String outcome = ids.get(0);
        assertThat(state(outcome)).isEqualTo("ON_TRACK");
        String version = etag(outcome);

        neighbours.dependency("d-slip", 5, ids.get(1), "COMMITTED", "2099-12-01", "2099-12-12");

        await().untilAsserted(() -> assertThat(state(outcome)).isEqualTo("AT_RISK"));
        JsonNode assessment = body(neighbours.get(
                CPO, "/api/roadmap/outcomes/" + outcome + "/assessment?seen=team.dependencies/d-slip@5"));
        assertThat(assessment.path("stale").asBoolean()).isFalse();
        JsonNode reason = assessment.path("reasons").get(0);
        assertThat(reason.path("text").asString())
                .isEqualTo("Payments waits for Ledger: \"Ledger API v2\" is promised for 12 Dec, needed by 1 Dec");
        assertThat(reason.path("owner").path("name").asString()).isEqualTo("Ledger");
        assertThat(reason.path("source").asString()).isEqualTo("team-service");
        assertThat(reason.path("path").size()).isEqualTo(3);
        assertThat(assessment.path("history").size()).isGreaterThanOrEqualTo(2);
        assertThat(etag(outcome)).as("the outcome's own version").isEqualTo(version);
        assertThat(neighbours.service().log("roadmap.assessments", outcome))
                .extracting(RunningService::type)
                .allMatch("guildhall.roadmap.outcome-assessed.v1"::equals);

        neighbours.dependency("d-slip", 6, ids.get(1), "DELIVERED", "2099-12-01", "2099-12-12");
        await().untilAsserted(() -> assertThat(state(outcome)).isEqualTo("ON_TRACK"));
    }

    @Test
    void anAssessmentNamesTheChangeThatLedToIt() {
        List<String> ids = neighbours.anOutcomeWithAFeature("2099-12-20");

        assertThat(neighbours.service().log("roadmap.assessments", ids.get(0)))
                .isNotEmpty()
                .allSatisfy(event -> {
                    Header cause = event.headers().lastHeader("ce_cause");
                    assertThat(cause).isNotNull();
                    assertThat(new String(cause.value(), StandardCharsets.UTF_8))
                            .matches("(" + String.join("|", ids) + ")@[0-9]+");
                });
    }

    @Test
    void waitsForWhatItShowsAndForNothingElse() {
        for (String view : List.of("/api/roadmap/roadmap?", "/api/roadmap/outcomes?", "/api/roadmap/features?")) {
            long began = System.nanoTime();
            assertThat(stale(view + "seen=team.dependencies/d-lost@5")).as(view).isTrue();
            long waited = System.nanoTime();
            assertThat(stale(view + "seen=team.people/sam@5")).as(view).isFalse();
            assertThat(stale(view + "seen=team.units/payments@99999999999999"))
                    .as(view)
                    .isFalse();
            assertThat(System.nanoTime() - waited).as(view).isLessThan(waited - began);
        }
        assertThat(stale("/api/roadmap/features?seen=team.impediments/i-lost@5"))
                .isFalse();
        assertThat(stale("/api/roadmap/roadmap?seen=team.impediments/i-lost@5")).isTrue();
        assertThat(neighbours.get(CPO, "/api/roadmap/roadmap?seen=sam@5").statusCode())
                .isEqualTo(400);
    }

    private static boolean stale(String path) {
        return body(neighbours.get(CPO, path)).path("stale").asBoolean();
    }

    @Test
    void duplicatesAndReversedDeliveriesChangeNothing() {
        List<String> ids = neighbours.anOutcomeWithAFeature("2099-12-20");
        String outcome = ids.get(0);
        neighbours.dependency("d-twice", 7, ids.get(1), "COMMITTED", "2099-12-01", "2099-12-12");
        await().untilAsserted(() -> assertThat(state(outcome)).isEqualTo("AT_RISK"));
        int before = neighbours.service().log("roadmap.assessments", outcome).size();

        neighbours.dependency("d-twice", 7, ids.get(1), "COMMITTED", "2099-12-01", "2099-12-12");
        neighbours.dependency("d-twice", 6, ids.get(1), "COMMITTED", "2099-12-01", "2099-11-12");
        neighbours.dependency("d-twice", 7, ids.get(1), "COMMITTED", "2099-12-01", "2099-12-12");
        String other = neighbours.anOutcomeWithAFeature("2099-12-20").get(1);
        neighbours.dependency("d-marker", 1, other, "COMMITTED", "2099-12-01", "2099-12-12");
        neighbours.dependency("d-twice", 8, ids.get(1), "COMMITTED", "2099-12-01", "2099-12-13");

        await().untilAsserted(() -> assertThat(mainReason(outcome)).contains("13 Dec"));
        assertThat(neighbours.service().log("roadmap.assessments", outcome)).hasSize(before + 1);
    }

    @Test
    void anImpedimentClimbsIsPromisedAndGoesAway() {
        List<String> ids = neighbours.anOutcomeWithAFeature("2099-12-20");
        String outcome = ids.get(0);

        impediment("i-named", 1, "[\"" + ids.get(1) + "\"]", "SCRUM_OF_SCRUMS", "OPEN", "null");
        await().untilAsserted(() -> assertThat(mainReason(outcome))
                .isEqualTo("Payments: \"No test environment\" waits for the Scrum of Scrums"));
        impediment(
                "i-named",
                2,
                "[\"" + ids.get(1) + "\"]",
                "EXECUTIVE_ACTION_TEAM",
                "OPEN",
                "{\"kind\":\"PROMISED\",\"by\":\"lena\",\"at\":\"2026-11-24T10:00:00.000Z\",\"reason\":null,"
                        + "\"promisedFor\":\"2099-12-24\"}");
        await().untilAsserted(() -> assertThat(
                        neighbours.get(CPO, "/api/roadmap/outcomes/" + outcome).body())
                .contains("Leadership promised a solution by 24 Dec"));
        assertThat(state(outcome)).isEqualTo("AT_RISK");
        impediment("i-named", 3, "[\"" + ids.get(1) + "\"]", "EXECUTIVE_ACTION_TEAM", "RESOLVED", "null");
        await().untilAsserted(() -> assertThat(state(outcome)).isEqualTo("ON_TRACK"));
    }

    @Test
    void anEscalatedImpedimentThatNamesNoFeatureIsNotedWhereItsTeamMatters() {
        List<String> ids = neighbours.anOutcomeWithAFeature("2099-12-20");
        String outcome = ids.get(0);

        impediment("i-unnamed", 1, "[]", "EXECUTIVE_ACTION_TEAM", "OPEN", "null");
        await().untilAsserted(() -> assertThat(
                        neighbours.get(CPO, "/api/roadmap/outcomes/" + outcome).body())
                .contains("nobody has said which feature it stops"));
        assertThat(state(outcome)).isEqualTo("ON_TRACK");
        impediment("i-unnamed", 2, "[]", "EXECUTIVE_ACTION_TEAM", "RESOLVED", "null");
        await().untilAsserted(() -> assertThat(
                        neighbours.get(CPO, "/api/roadmap/outcomes/" + outcome).body())
                .doesNotContain("nobody has said which feature it stops"));
    }

    @Test
    void aFeatureThatMovesToAnotherOutcomeIsMissingWhereItWas() {
        List<String> ids = neighbours.anOutcomeWithAFeature("2099-12-20");
        String other = id(neighbours.post(
                APO, "/api/roadmap/outcomes", "{\"title\":\"Other\",\"area\":\"checkout\",\"quarter\":\"2099-Q4\"}"));
        HttpResponse<String> feature = neighbours.get(PO, "/api/roadmap/features/" + ids.get(1));

        HttpResponse<String> linked = neighbours.post(
                PO, "/api/roadmap/features/" + ids.get(1) + "/link", "{\"outcome\":\"" + other + "\"}", feature);

        assertThat(linked.statusCode()).isEqualTo(200);
        assertThat(state(ids.get(0))).isEqualTo("UNKNOWN");
        assertThat(state(other)).isEqualTo("ON_TRACK");
    }

    @Test
    void manyLooksAtOnceEndWithWhatIsKnown() throws InterruptedException {
        List<String> ids = neighbours.anOutcomeWithAFeature("2099-12-20");
        AssessOutcome assess = neighbours.service().context().getBean(AssessOutcome.class);
        OutcomeId outcome = new OutcomeId(ids.get(0));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 40; i++) {
            String day = i % 2 == 0 ? "2099-12-12" : "2099-11-12";
            neighbours.dependency("d-race", 100 + i, ids.get(1), "COMMITTED", "2099-12-01", day);
            threads.execute(() -> assess.assess(outcome, null));
        }
        neighbours.dependency("d-race", 200, ids.get(1), "COMMITTED", "2099-12-01", "2099-12-24");
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(mainReason(ids.get(0))).contains("24 Dec"));
        assertThat(neighbours.service().context().getBean(AggregateStores.class))
                .isNotNull();
    }

    @Test
    void whatADayMakesLateIsFoundWithoutAnEvent() {
        List<String> ids = neighbours.anOutcomeWithAFeature("2099-12-20");
        OutcomeId outcome = new OutcomeId(ids.get(0));
        AssessmentDues dues = neighbours.service().context().getBean(AssessmentDues.class);
        DueSweep sweep = neighbours.service().context().getBean(DueSweep.class);

        dues.bringForward(outcome, Instant.now().minusSeconds(5));
        assertThat(dues.dueAt(Instant.now()))
                .extracting(AssessmentDues.Due::outcome)
                .contains(outcome);
        sweep.sweep();
        sweep.sweep();

        assertThat(dues.dueAt(Instant.now()))
                .extracting(AssessmentDues.Due::outcome)
                .doesNotContain(outcome);
        assertThat(dues.dueAt(Instant.now().plusSeconds(90_000)))
                .extracting(AssessmentDues.Due::outcome)
                .contains(outcome);
    }

    @Test
    void anExpiredOverrideEndsOnce() {
        String outcome = neighbours.anOutcomeWithAFeature("2099-12-20").get(0);
        Outcomes outcomes = neighbours.service().context().getBean(Outcomes.class);
        java.time.LocalDate yesterday =
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1);
        outcomes.change(
                new OutcomeId(outcome),
                CommandContext.of(io.guildhall.platform.aggregate.Actor.service("test"), Instant.now()),
                present -> present.override(
                        Confidence.OFF_TRACK,
                        "x",
                        yesterday,
                        new io.guildhall.roadmap.shared.PersonId("ana"),
                        Instant.now(),
                        yesterday));
        assertThat(body(neighbours.get(CPO, "/api/roadmap/outcomes/" + outcome))
                        .path("shownState")
                        .asString())
                .isEqualTo("ON_TRACK");

        DueSweep sweep = neighbours.service().context().getBean(DueSweep.class);
        sweep.sweep();
        sweep.sweep();

        await().untilAsserted(() -> assertThat(neighbours.service().log("roadmap.outcomes", outcome))
                .extracting(RunningService::type)
                .containsOnlyOnce("guildhall.roadmap.override-ended.v1"));
    }

    private static void impediment(
            String id, long sequence, String features, String level, String status, String answer) {
        neighbours.event(
                "team.impediments",
                id,
                sequence,
                "guildhall.team.impediment-escalated.v1",
                """
                {"title":"No test environment","team":"payments","raisedBy":"sam","raisedAt":"2026-11-20T12:00:00.000Z",
                 "scope":"TEAM","affectedTeams":["payments"],"features":%s,"status":"%s","level":"%s","holder":"product",
                 "escalations":[],"answer":%s,"visibility":"ORGANIZATION","scopes":["payments"]}""".formatted(features, status, level, answer),
                "{}",
                "sam");
    }

    private static String state(String outcome) {
        return body(neighbours.get(CPO, "/api/roadmap/outcomes/" + outcome))
                .path("assessment")
                .path("state")
                .asString();
    }

    private static String mainReason(String outcome) {
        return body(neighbours.get(CPO, "/api/roadmap/outcomes/" + outcome))
                .path("assessment")
                .path("reasons")
                .path(0)
                .path("text")
                .asString();
    }

    private static String etag(String outcome) {
        return neighbours
                .get(CPO, "/api/roadmap/outcomes/" + outcome)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }
}
