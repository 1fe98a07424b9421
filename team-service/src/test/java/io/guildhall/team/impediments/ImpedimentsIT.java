package io.guildhall.team.impediments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import io.guildhall.team.TeamService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The way of a request and of an event, on a real store, broker and token check. */
class ImpedimentsIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(TeamService.class, "team-service", RealParts.installation());
        service.publish("team.units", "team-payments", """
                {"kind":"TEAM","name":"Payments","scrumOfScrums":"sos","parent":"product","assignments":[
                {"person":"sam","role":"SCRUM_MASTER","from":"2026-01-01"}]}""");
        service.publish("team.units", "sos", """
                {"kind":"SCRUM_OF_SCRUMS","name":"Harbour","assignments":[
                {"person":"sofia","role":"SCRUM_OF_SCRUMS_MASTER","from":"2026-01-01"}]}""");
        service.publish("team.units", "product", """
                {"kind":"PRODUCT","name":"Harbour","assignments":[
                {"person":"lena","role":"EXECUTIVE_ACTION_TEAM","from":"2026-01-01"}]}""");
        for (String person : List.of("sam", "sofia", "lena", "guest")) {
            service.publish(
                    "team.people", person, """
                    {"name":"%s","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(person, RealParts.get().issuer(), person));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get("guest", "/api/team/impediments").statusCode() == 200
                        && service.get("lena", "/api/team/queues/executive").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void oneSentenceClimbsToLeadershipAndEachStepIsInTheLog() {
        HttpResponse<String> raised =
                service.post("sam", "/api/team/impediments", "{\"title\":\"No test environment\"}", Map.of());
        assertThat(raised.statusCode()).isEqualTo(201);
        String id = RunningService.body(raised).get("id").stringValue();
        assertThat(raised.headers().firstValue("Location")).contains("/api/team/impediments/" + id);
        assertThat(RunningService.body(raised).at("/team/name").stringValue()).isEqualTo("Payments");

        HttpResponse<String> group =
                service.post("sam", "/api/team/impediments/" + id + "/escalate", "{}", RunningService.ifMatch(raised));
        assertThat(RunningService.body(group).at("/holder/name").stringValue()).isEqualTo("Harbour");
        HttpResponse<String> bare =
                service.post("sofia", "/api/team/impediments/" + id + "/escalate", "{}", RunningService.ifMatch(group));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(RunningService.body(bare).get("type").stringValue()).isEqualTo("/problems/evidence-missing");
        HttpResponse<String> top = service.post(
                "sofia",
                "/api/team/impediments/" + id + "/escalate",
                "{\"impactUnknown\":true,\"proposal\":\"Own environments\"}",
                RunningService.ifMatch(group));
        HttpResponse<String> answered = service.post(
                "lena",
                "/api/team/impediments/" + id + "/answer",
                "{\"kind\":\"PROMISED\",\"promisedFor\":\"2099-01-01\"}",
                RunningService.ifMatch(top));
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(service.get("lena", "/api/team/queues/executive").body()).contains("Own environments");

        await().untilAsserted(() -> assertThat(service.log("team.impediments", id))
                .extracting(RunningService::type)
                .containsExactly(
                        "guildhall.team.impediment-raised.v1",
                        "guildhall.team.impediment-escalated.v1",
                        "guildhall.team.impediment-escalated.v1",
                        "guildhall.team.escalation-answered.v1"));
    }

    @Test
    void theSameKeyRaisesOnceAndAnotherBodyUnderItIsRefused() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        HttpResponse<String> first = service.post("sam", "/api/team/impediments", "{\"title\":\"Once\"}", key);
        HttpResponse<String> second = service.post("sam", "/api/team/impediments", "{\"title\":\"Once\"}", key);
        HttpResponse<String> other = service.post("sam", "/api/team/impediments", "{\"title\":\"Other\"}", key);

        assertThat(RunningService.body(second).get("id"))
                .isEqualTo(RunningService.body(first).get("id"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(RunningService.body(other).get("type").stringValue()).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        HttpResponse<String> raised =
                service.post("sam", "/api/team/impediments", "{\"title\":\"Slow builds\"}", Map.of());
        String path =
                "/api/team/impediments/" + RunningService.body(raised).get("id").stringValue() + "/describe";

        assertThat(service.post("sam", path, "{\"stops\":\"A\"}", Map.of()).statusCode())
                .isEqualTo(428);
        assertThat(service.post("sam", path, "{\"stops\":\"A\"}", RunningService.ifMatch(raised))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = service.post("sam", path, "{\"stops\":\"B\"}", RunningService.ifMatch(raised));
        assertThat(late.statusCode()).isEqualTo(412);
        JsonNode problem = RunningService.body(late);
        assertThat(problem.get("version").longValue()).isEqualTo(2);
        assertThat(problem.at("/current/version").longValue()).isEqualTo(2);
        assertThat(problem.at("/current/stops").stringValue()).isEqualTo("A");
        assertThat(problem.get("current"))
                .as("what is shown is what asking for it would show")
                .isEqualTo(RunningService.body(service.get("sam", path.replace("/describe", ""))));
    }

    @Test
    void aUnitAboveTeamsStandsForThem() {
        String id = RunningService.body(service.post("sam", "/api/team/impediments", "{\"title\":\"Whose\"}", Map.of()))
                .get("id")
                .stringValue();

        for (String unit : List.of("team-payments", "sos", "product")) {
            assertThat(service.get("guest", "/api/team/impediments?q=Whose&team=" + unit)
                            .body())
                    .as(unit)
                    .contains(id);
        }
        assertThat(service.get("guest", "/api/team/impediments?team=elsewhere").body())
                .doesNotContain(id);
    }

    @Test
    void whatOneMayNotSeeLooksLikeWhatDoesNotExist() {
        HttpResponse<String> hidden = service.post(
                "sam", "/api/team/impediments", "{\"title\":\"Team only\",\"visibility\":\"TEAM\"}", Map.of());
        String id = RunningService.body(hidden).get("id").stringValue();

        assertThat(service.get("sam", "/api/team/impediments/" + id).statusCode())
                .isEqualTo(200);
        assertThat(service.get("guest", "/api/team/impediments/" + id).statusCode())
                .isEqualTo(404);
        assertThat(service.get("guest", "/api/team/impediments?limit=100").body())
                .doesNotContain(id);
        assertThat(service.post("guest", "/api/team/impediments/" + id + "/me-too", "", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoSaysMeTooIsAffectedAndDecidesNothing() {
        service.publish("team.units", "team-ledger", """
                {"kind":"TEAM","name":"Ledger","parent":"product","assignments":[
                {"person":"guest","role":"SCRUM_MASTER","from":"2026-01-01"}]}""");
        String raised = service.post("sam", "/api/team/impediments", "{\"title\":\"Slow builds\"}", Map.of())
                .body();
        String path = "/api/team/impediments/"
                + StateMapper.json().readTree(raised).get("id").stringValue();
        await().untilAsserted(() -> assertThat(
                        RunningService.body(service.post("guest", path + "/me-too", "", Map.of()))
                                .at("/affectedTeams/1/name")
                                .stringValue())
                .isEqualTo("Ledger"));

        HttpResponse<String> seen = service.get("guest", path);
        assertThat(RunningService.body(seen).get("can").toString()).doesNotContain("ResolveImpediment");
        assertThat(service.post("guest", path + "/resolve", "{\"fix\":\"Mine\"}", RunningService.ifMatch(seen))
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.post("sam", path + "/resolve", "{\"fix\":\"A cache\"}", RunningService.ifMatch(seen))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeReadIsTheSendersFault() {
        assertThat(service.get("sam", "/api/team/impediments?q=[a]").statusCode())
                .isEqualTo(200);
        assertThat(service.get("sam", "/api/team/impediments?q=%ff").statusCode())
                .isEqualTo(400);
        assertThat(service.get("sam", "/api/team/impediments?q=%00").statusCode())
                .isEqualTo(422);
        assertThat(service.get("sam", "/api/team/people?q=%00").statusCode()).isEqualTo(422);
        assertThat(RunningService.body(service.get("sam", "/api/team/impediments?state=FOO"))
                        .get("detail")
                        .stringValue())
                .isEqualTo("The value of 'state' does not fit; send one of [OPEN, RESOLVED, UNKNOWN].");
        assertThat(RunningService.body(service.get("sam", "/api/team/nope"))
                        .get("type")
                        .stringValue())
                .isEqualTo("/problems/not-found");
        HttpResponse<String> form =
                service.post("sam", "/api/team/impediments", "x", Map.of("Content-Type", "multipart/form-data"));
        assertThat(form.statusCode()).as(form.body()).isEqualTo(415);
    }

    @Test
    void refusesStrangersForgedTokensAndUnknownFields() {
        assertThat(service.get("nobody", "/api/team/impediments").statusCode()).isEqualTo(403);
        assertThat(service.send(
                                "GET",
                                RealParts.get().token("sam", Map.of("aud", "other")),
                                "/api/team/impediments",
                                "",
                                Map.of())
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> unknown =
                service.post("sam", "/api/team/impediments", "{\"title\":\"x\",\"colour\":\"red\"}", Map.of());
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(RunningService.body(unknown).get("detail").stringValue()).contains("colour");
        assertThat(service.post(
                                "guest",
                                "/api/team/impediments",
                                "{\"title\":\"x\",\"team\":\"team-payments\"}",
                                Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.get("sam", "/api/team/impediments?limit=1000").statusCode())
                .isEqualTo(422);
        assertThat(service.get("sam", "/api/team/impediments?cursor=zzz").statusCode())
                .isEqualTo(400);
    }

    @Test
    void pagesLeadThroughEverything() {
        for (int i = 0; i < 5; i++) {
            service.post("sam", "/api/team/impediments", "{\"title\":\"Paged %d\"}".formatted(i), Map.of());
        }
        int seen = 0;
        String next = "/api/team/impediments?q=Paged&limit=2";
        while (next != null) {
            JsonNode page = RunningService.body(service.get("sam", next));
            seen += page.get("items").size();
            next = page.get("next").isNull()
                    ? null
                    : "/api/team/impediments?q=Paged&limit=2&cursor="
                            + page.get("next").stringValue();
        }
        assertThat(seen).isEqualTo(5);
    }
}
