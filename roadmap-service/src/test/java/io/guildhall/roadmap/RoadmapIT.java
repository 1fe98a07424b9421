package io.guildhall.roadmap;

import static io.guildhall.roadmap.Neighbours.APO;
import static io.guildhall.roadmap.Neighbours.CPO;
import static io.guildhall.roadmap.Neighbours.PO;
import static io.guildhall.roadmap.Neighbours.SM;
import static io.guildhall.roadmap.Neighbours.body;
import static io.guildhall.roadmap.Neighbours.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.contract.OpenApiChecks;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The roadmap over HTTP, on a real store, broker and token check. */
class RoadmapIT {

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
    void describesItsApiAsPublished() {
        OpenApiChecks.matchesPublished(neighbours.service(), "roadmap-service");
    }

    @Test
    void theProductHasOneGoalThatTheChiefProductOwnerSets() {
        String path = "/api/roadmap/product-goal";
        HttpResponse<String> none = neighbours.get(SM, path);
        assertThat(body(none).path("version").asInt()).isZero();

        assertThat(neighbours.put(SM, path, "{\"text\":\"Mine\"}", none).statusCode())
                .isEqualTo(403);
        HttpResponse<String> set =
                neighbours.put(CPO, path, "{\"text\":\"Pay in one tap\",\"until\":\"2099-12-31\"}", none);
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(neighbours.put(CPO, path, "{\"text\":\"Other\"}", none).statusCode())
                .isEqualTo(412);
        assertThat(neighbours.put(CPO, path, "{\"text\":\" \"}", set).statusCode())
                .isEqualTo(422);
        assertThat(body(neighbours.put(CPO, path, "{\"text\":\"Pay without a phone\"}", set))
                        .path("text")
                        .asString())
                .isEqualTo("Pay without a phone");
    }

    @Test
    void aViewIsNeverUnmodifiedForItsEtagIsForEditsOnly() {
        String path = "/api/roadmap/outcomes/"
                + neighbours.anOutcomeWithAFeature("2099-11-30").get(0);
        String etag = neighbours.get(CPO, path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again =
                neighbours.service().send("GET", RealParts.get().token(CPO), path, "", Map.of("If-None-Match", etag));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void anOutcomeIsSetMeasuredOverriddenAndCopied() {
        HttpResponse<String> set = neighbours.post(APO, "/api/roadmap/outcomes", """
                {"title":"Fewer complaints","area":"checkout","quarter":"2098-Q3",
                 "keyResults":[{"name":"Complaints a week","baseline":40,"target":10}]}""");
        assertThat(set.statusCode()).isEqualTo(201);
        String path = "/api/roadmap/outcomes/" + id(set);
        assertThat(body(set).path("owner").path("name").asString()).isEqualTo("ana");
        assertThat(body(set).path("assessment").path("state").asString()).isEqualTo("UNKNOWN");
        assertThat(body(set).path("can").size()).isEqualTo(4);

        String key = body(set).path("keyResults").get(0).path("id").asString();
        HttpResponse<String> measured =
                neighbours.post(APO, path + "/key-results/" + key + "/measure", "{\"value\":25}");
        assertThat(body(measured).path("keyResults").get(0).path("current").asDouble())
                .isEqualTo(25);
        assertThat(body(measured).path("assessment").path("state").asString()).isEqualTo("ON_TRACK");
        assertThat(neighbours
                        .post(SM, path + "/key-results/" + key + "/measure", "{\"value\":1}")
                        .statusCode())
                .isEqualTo(403);

        assertThat(neighbours
                        .post(APO, path + "/override", "{\"state\":\"AT_RISK\"}", measured)
                        .statusCode())
                .isEqualTo(422);
        String until =
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(7).toString();
        HttpResponse<String> overridden = neighbours.post(
                APO,
                path + "/override",
                "{\"state\":\"AT_RISK\",\"reason\":\"I do not trust it\",\"until\":\"" + until + "\"}",
                measured);
        assertThat(body(overridden).path("shownState").asString()).isEqualTo("AT_RISK");
        assertThat(body(overridden).path("assessment").path("state").asString()).isEqualTo("ON_TRACK");
        await().untilAsserted(() -> assertThat(log("?concerns=" + id(set))
                        .path("items")
                        .path(0)
                        .path("why")
                        .asString())
                .isEqualTo("I do not trust it"));

        HttpResponse<String> copied =
                neighbours.post(APO, "/api/roadmap/outcomes/copy", "{\"from\":\"2098-Q3\",\"to\":\"2098-Q4\"}");
        HttpResponse<String> again =
                neighbours.post(CPO, "/api/roadmap/outcomes/copy", "{\"from\":\"2098-Q3\",\"to\":\"2098-Q4\"}");
        JsonNode copy = body(copied).path("items").get(0);
        assertThat(copy.path("keyResults").get(0).path("baseline").asDouble()).isEqualTo(25);
        assertThat(copy.path("copiedFrom").asString()).isEqualTo(id(set));
        assertThat(body(again).path("items").get(0).path("id")).isEqualTo(copy.path("id"));
        assertThat(neighbours
                        .post(SM, "/api/roadmap/outcomes/copy", "{\"from\":\"2098-Q3\",\"to\":\"2098-Q4\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theGridShowsStateAndMainReasonOfEachOutcome() {
        String outcome = neighbours.anOutcomeWithAFeature("2099-12-20").get(0);

        JsonNode grid = body(neighbours.get(SM, "/api/roadmap/roadmap?from=2099-Q3&quarters=2"));

        assertThat(grid.path("quarters").toString()).isEqualTo("[\"2099-Q3\",\"2099-Q4\"]");
        JsonNode cell = grid.path("cells").get(0);
        assertThat(cell.path("area").path("name").asString()).isEqualTo("Checkout");
        assertThat(cell.path("quarter").asString()).isEqualTo("2099-Q4");
        JsonNode shown = cell.path("none");
        for (JsonNode candidate : cell.path("outcomes")) {
            shown = candidate.path("id").asString().equals(outcome) ? candidate : shown;
        }
        assertThat(shown.path("shownState").asString()).isEqualTo("ON_TRACK");
        assertThat(shown.path("keyResult").path("name").asString()).isEqualTo("Conversion");
        assertThat(grid.path("withoutOutcome").path("open").asLong()).isPositive();
        assertThat(neighbours.get(SM, "/api/roadmap/roadmap?from=Q4").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aFeatureIsPlannedLinkedRescheduledAndNeedsATeam() {
        HttpResponse<String> planned = neighbours.post(
                PO, "/api/roadmap/features", "{\"title\":\"Refunds\",\"team\":\"payments\",\"plannedSprint\":4}");
        assertThat(planned.statusCode()).isEqualTo(201);
        assertThat(body(planned).path("date").asString()).isEqualTo("2026-11-29");
        String path = "/api/roadmap/features/" + id(planned);

        HttpResponse<String> needing =
                neighbours.post(PO, path + "/need", "{\"team\":\"ledger\",\"note\":\"Ledger API v2\"}");
        assertThat(body(needing).path("needs").get(0).path("team").path("name").asString())
                .isEqualTo("Ledger");
        HttpResponse<String> moved = neighbours.post(
                PO, path + "/reschedule", "{\"plannedDate\":\"2099-12-12\",\"reason\":\"Vendor\"}", needing);
        assertThat(body(moved).path("date").asString()).isEqualTo("2099-12-12");
        assertThat(neighbours.post(PO, path + "/reschedule", "{}", moved).statusCode())
                .isEqualTo(422);
        HttpResponse<String> revised = neighbours.put(
                PO, path, "{\"title\":\"Refunds at once\",\"team\":\"payments\",\"status\":\"IN_PROGRESS\"}", moved);
        assertThat(body(revised).path("needs").size()).isEqualTo(1);
        assertThat(body(revised).path("date").isNull()).isTrue();

        assertThat(neighbours.service().log("roadmap.features", id(planned)))
                .extracting(RunningService::type)
                .containsSubsequence(
                        "guildhall.roadmap.feature-planned.v1",
                        "guildhall.roadmap.feature-need-added.v1",
                        "guildhall.roadmap.feature-rescheduled.v1",
                        "guildhall.roadmap.feature-described.v1",
                        "guildhall.roadmap.feature-proceeded.v1");

        neighbours.dependency("d-view", 1, id(planned), "COMMITTED", "2099-12-01", "2099-12-12");
        await().untilAsserted(() -> assertThat(body(neighbours.get(SM, path))
                        .path("dependencies")
                        .path(0)
                        .path("broken")
                        .asBoolean())
                .isTrue());
    }

    @Test
    void listsWorkWithoutAnOutcomeAndLinksMuchAtOnce() {
        String outcome = neighbours.anOutcomeWithAFeature("2099-12-20").get(0);
        List<String> features = List.of(
                id(neighbours.post(PO, "/api/roadmap/features", "{\"title\":\"Bulk A\",\"team\":\"payments\"}")),
                id(neighbours.post(PO, "/api/roadmap/features", "{\"title\":\"Bulk B\",\"team\":\"payments\"}")));
        assertThat(body(neighbours.get(SM, "/api/roadmap/features?unlinked=true&q=bulk"))
                        .path("items")
                        .size())
                .isEqualTo(2);
        String request = "{\"outcome\":\"%s\",\"features\":[\"%s\",\"%s\"]}"
                .formatted(outcome, features.get(0), features.get(1));

        assertThat(neighbours.post(SM, "/api/roadmap/features/link", request).statusCode())
                .isEqualTo(403);
        assertThat(neighbours.post(CPO, "/api/roadmap/features/link", request).statusCode())
                .isEqualTo(200);
        assertThat(neighbours.post(CPO, "/api/roadmap/features/link", request).statusCode())
                .isEqualTo(200);

        assertThat(body(neighbours.get(SM, "/api/roadmap/features?unlinked=true&q=bulk"))
                        .path("items")
                        .size())
                .isZero();
        assertThat(body(neighbours.get(SM, "/api/roadmap/features?outcome=" + outcome))
                        .path("items")
                        .size())
                .isEqualTo(3);
        assertThat(neighbours
                        .post(CPO, "/api/roadmap/features/link", request.replace(outcome, "none"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobodyTakesAFeatureFromAnOutcomeThatIsNotTheirs() {
        Neighbours other = Neighbours.start();
        try {
            String feature = other.anOutcomeWithAFeature("2099-12-20").get(1);
            other.unit("risk", """
                    {"kind":"AREA","name":"Risk","parent":"product","assignments":[
                    {"person":"guest","role":"AREA_PRODUCT_OWNER","from":"2026-01-01"}]}""");
            String set = "{\"title\":\"Fewer frauds\",\"area\":\"risk\",\"quarter\":\"2099-Q4\"}";
            await().untilAsserted(() -> assertThat(
                            other.post("guest", "/api/roadmap/outcomes", set).statusCode())
                    .isEqualTo(201));
            String theirs = id(other.post("guest", "/api/roadmap/outcomes", set));
            String link = "{\"outcome\":\"%s\",\"features\":[\"%s\"]}".formatted(theirs, feature);

            assertThat(other.post("guest", "/api/roadmap/features/link", link).statusCode())
                    .isEqualTo(403);
            assertThat(other.post(PO, "/api/roadmap/features/link", link).statusCode())
                    .isEqualTo(200);
        } finally {
            other.close();
        }
    }

    @Test
    void followsTheSprintCalendar() {
        Neighbours other = Neighbours.start();
        try {
            String feature = id(other.post(
                    PO, "/api/roadmap/features", "{\"title\":\"Follows\",\"team\":\"payments\",\"plannedSprint\":2}"));
            other.unit("product", """
                    {"kind":"PRODUCT","name":"Harbour","calendar":{"firstStart":"2026-10-12","lengthDays":7},"assignments":[
                    {"person":"carla","role":"CHIEF_PRODUCT_OWNER","from":"2026-01-01"}]}""");

            await().untilAsserted(() -> assertThat(body(other.get(PO, "/api/roadmap/features/" + feature))
                            .path("date")
                            .asString())
                    .isEqualTo("2026-10-25"));
        } finally {
            other.close();
        }
    }

    @Test
    void aDecisionIsRecordedWithThreeFieldsAndSuperseded() {
        HttpResponse<String> recorded = neighbours.post(
                SM, "/api/roadmap/decisions", "{\"question\":\"Which ledger?\",\"choice\":\"Ours\",\"why\":\"Audit\"}");
        assertThat(recorded.statusCode()).isEqualTo(201);
        String path = "/api/roadmap/decisions/" + id(recorded);
        assertThat(neighbours
                        .post(SM, "/api/roadmap/decisions", "{\"question\":\"Which?\",\"choice\":\"Ours\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(neighbours.post(CPO, path + "/veto", "{}", recorded).statusCode())
                .isEqualTo(422);

        HttpResponse<String> successor =
                neighbours.post(SM, path + "/supersede", "{\"choice\":\"Theirs\",\"why\":\"Cheaper\"}", recorded);
        assertThat(successor.statusCode()).isEqualTo(201);
        assertThat(body(successor).path("question").asString()).isEqualTo("Which ledger?");
        assertThat(body(successor).path("supersedes").asString()).isEqualTo(id(recorded));
        HttpResponse<String> old = neighbours.get(SM, path);
        assertThat(body(old).path("status").asString()).isEqualTo("SUPERSEDED");
        assertThat(body(old).path("supersededBy").asString()).isEqualTo(id(successor));
        assertThat(neighbours
                        .post(SM, path + "/supersede", "{\"choice\":\"X\",\"why\":\"Y\"}", old)
                        .statusCode())
                .isEqualTo(409);

        HttpResponse<String> vetoed = neighbours.post(
                CPO, "/api/roadmap/decisions/" + id(successor) + "/veto", "{\"reason\":\"Too risky\"}", successor);
        assertThat(body(vetoed).path("status").asString()).isEqualTo("VETOED");
        assertThat(log("?q=theirs&status=VETOED").path("items").size()).isEqualTo(1);
    }

    @Test
    void whatIsDecidedElsewhereEntersTheLogOnce() {
        for (int i = 0; i < 2; i++) {
            neighbours.event(
                    "team.impediments",
                    "i-log",
                    3,
                    "guildhall.team.escalation-answered.v1",
                    """
                    {"title":"No test environment","team":"payments","raisedAt":"2026-11-20T12:00:00.000Z",
                     "affectedTeams":["payments"],"features":[],"status":"OPEN","level":"EXECUTIVE_ACTION_TEAM",
                     "holder":"product","escalations":[],"answer":null,"visibility":"ORGANIZATION","scopes":["payments"]}""",
                    "{\"kind\":\"DECLINED\",\"reason\":\"No budget\",\"promisedFor\":null}",
                    "lena");
            neighbours.event(
                    "team.waivers",
                    "w-1",
                    4,
                    "guildhall.team.finding-waived.v1",
                    """
                    {"rule":"one-scrum-master","unit":"payments","text":"Payments has no Scrum Master.",
                     "reason":"Sam returns","until":"2027-01-10","visibility":"ORGANIZATION","scopes":["payments"]}""",
                    "{\"rule\":\"one-scrum-master\",\"reason\":\"Sam returns\",\"until\":\"2027-01-10\"}",
                    "ana");
            for (String visibility : List.of("ORGANIZATION", "TEAM")) {
                neighbours.event(
                        "cop.community-waivers",
                        "w-" + visibility,
                        4,
                        "guildhall.cop.finding-waived.v1",
                        """
                        {"rule":"community-meets","community":"c-1","text":"Craft has not met.","reason":"Holidays",
                         "until":null,"visibility":"%s","scopes":["c-1"]}""".formatted(visibility),
                        """
                        {"rule":"community-meets","reason":"Holidays","until":null}""",
                        "ana");
            }
        }

        await().untilAsserted(() -> {
            JsonNode answer = log("?concerns=i-log").path("items");
            assertThat(answer.size()).isEqualTo(1);
            assertThat(answer.get(0).path("choice").asString()).isEqualTo("Declined");
            assertThat(answer.get(0).path("why").asString()).isEqualTo("No budget");
            assertThat(answer.get(0).path("by").path("name").asString()).isEqualTo("lena");
            assertThat(answer.get(0).path("source").path("kind").asString()).isEqualTo("LEADERSHIP_ANSWER");
            JsonNode waiver = log("?concerns=w-1").path("items");
            assertThat(waiver.size()).isEqualTo(1);
            assertThat(waiver.get(0).path("choice").asString()).isEqualTo("Waived until 10 Jan 2027");
            JsonNode community = log("?concerns=c-1").path("items");
            assertThat(community.size()).as("of the open one alone").isEqualTo(1);
            assertThat(community.get(0).path("why").asString()).isEqualTo("Holidays");
            assertThat(community.get(0).path("question").asString()).contains("Craft has not met.");
        });
    }

    @Test
    void theSuccessorComesToExistThoughWhoeverSupersededDied() {
        neighbours.event(
                "roadmap.decisions", "d-orphan", 9, "guildhall.roadmap.decision-superseded.v1", """
                {"question":"Q","options":[],"choice":"A","why":"B","by":"sam","at":"2026-11-24T00:00:00.000Z","concerns":[],
                 "status":"SUPERSEDED","visibility":"ORGANIZATION","scopes":[]}""", """
                {"successor":"s","question":"Orphaned question","choice":"C","why":"D","options":[],"concerns":[],
                 "visibility":"ORGANIZATION","units":[]}""", "sam");

        await().untilAsserted(() -> {
            JsonNode items = log("?q=orphaned").path("items");
            assertThat(items.size()).isEqualTo(1);
            assertThat(items.get(0).path("supersedes").asString()).isEqualTo("d-orphan");
        });
    }

    @Test
    void whatOneMayNotSeeLooksLikeWhatDoesNotExist() {
        HttpResponse<String> hidden = neighbours.post(
                PO, "/api/roadmap/features", "{\"title\":\"Secret\",\"team\":\"payments\",\"visibility\":\"TEAM\"}");
        String path = "/api/roadmap/features/" + id(hidden);

        assertThat(neighbours.get(SM, path).statusCode()).isEqualTo(200);
        assertThat(neighbours.get("guest", path).statusCode()).isEqualTo(404);
        assertThat(neighbours.get("guest", "/api/roadmap/features?q=secret").body())
                .doesNotContain(id(hidden));
        assertThat(neighbours
                        .post("guest", path + "/need", "{\"team\":\"ledger\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(neighbours
                        .post(
                                PO,
                                "/api/roadmap/features",
                                "{\"title\":\"x\",\"team\":\"payments\",\"visibility\":\"PRIVATE\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void refusesWhatDoesNotFitWithoutFailing() {
        assertThat(neighbours
                        .post(PO, "/api/roadmap/features", "{\"title\":\"x\",\"colour\":\"red\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(neighbours
                        .post(PO, "/api/roadmap/features", "{\"title\":\"x\",\"team\":\"nowhere\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(neighbours
                        .post(PO, "/api/roadmap/features", "{\"title\":\"x\",\"team\":\"\"}")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(neighbours
                        .post(APO, "/api/roadmap/outcomes", "{\"title\":\"x\",\"quarter\":\"2026-Q7\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(neighbours.post(APO, "/api/roadmap/outcomes", "{}").statusCode())
                .isEqualTo(422);
        assertThat(neighbours.post(APO, "/api/roadmap/outcomes", "[]").statusCode())
                .isEqualTo(400);
        assertThat(neighbours
                        .post(APO, "/api/roadmap/outcomes", "{\"title\":null,\"keyResults\":[null]}")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(neighbours
                        .post(PO, "/api/roadmap/features/link", "{\"features\":[null]}")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(neighbours
                        .post(
                                PO,
                                "/api/roadmap/decisions",
                                "{\"question\":\"a\",\"choice\":\"b\",\"why\":\"c\",\"concerns\":[{}]}")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(neighbours.get(PO, "/api/roadmap/features?limit=0").statusCode())
                .isEqualTo(422);
        assertThat(neighbours.get(PO, "/api/roadmap/features?status=NONE").statusCode())
                .isEqualTo(400);
        for (String unreadable : List.of("?q=%ff", "?limit=%ff")) {
            assertThat(neighbours.get(PO, "/api/roadmap/features" + unreadable).statusCode())
                    .as(unreadable)
                    .isEqualTo(400);
        }
        for (String list : List.of("features", "decisions")) {
            assertThat(neighbours.get(PO, "/api/roadmap/" + list + "?q=%00").statusCode())
                    .as(list)
                    .isEqualTo(422);
        }
        assertThat(neighbours.get(PO, "/api/roadmap/features/%20").statusCode()).isBetween(400, 404);
        assertThat(neighbours.get(PO, "/api/roadmap/features?team=").statusCode())
                .isBetween(200, 422);
    }

    private static JsonNode log(String query) {
        return body(neighbours.get(SM, "/api/roadmap/decisions" + query));
    }
}
