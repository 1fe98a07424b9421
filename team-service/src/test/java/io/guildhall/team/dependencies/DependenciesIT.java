package io.guildhall.team.dependencies;

import static io.guildhall.platform.testing.RunningService.body;
import static io.guildhall.platform.testing.RunningService.ifMatch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import io.guildhall.team.TeamService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two teams negotiate on real parts, and a feature of the roadmap leads them. */
class DependenciesIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(TeamService.class, "team-service", RealParts.installation());
        service.publish("team.units", "payments", """
                {"kind":"TEAM","name":"Payments","parent":"money","assignments":[{"person":"sam","role":"PRODUCT_OWNER","from":"2026-01-01"}]}""");
        service.publish("team.units", "ledger", """
                {"kind":"TEAM","name":"Ledger","parent":"books","scrumOfScrums":"sos","assignments":[
                {"person":"lea","role":"PRODUCT_OWNER","from":"2026-01-01"},{"person":"mia","role":"CO_SCRUM_MASTER","from":"2026-01-01"}]}""");
        service.publish("team.units", "money", """
                {"kind":"AREA","name":"Money","parent":"product","assignments":[]}""");
        service.publish("team.units", "books", """
                {"kind":"AREA","name":"Books","parent":"product","assignments":[{"person":"ada","role":"AREA_PRODUCT_OWNER","from":"2026-01-01"}]}""");
        service.publish("team.units", "sos", """
                {"kind":"SCRUM_OF_SCRUMS","name":"Books together","assignments":[]}""");
        service.publish("team.units", "product", """
                {"kind":"PRODUCT","name":"Bank","assignments":[{"person":"cleo","role":"CHIEF_PRODUCT_OWNER","from":"2026-01-01"}]}""");
        for (String person : List.of("sam", "lea", "mia", "ada", "cleo")) {
            service.publish(
                    "team.people", person, """
                    {"name":"%s","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(person, RealParts.get().issuer(), person));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get("sam", "/api/team/dependencies").statusCode() == 200
                        && service.get("lea", "/api/team/boards/dependencies")
                                .body()
                                .contains("Payments")
                        && service.get("lea", "/api/team/boards/dependencies")
                                .body()
                                .contains("Ledger")
                        && List.of("mia", "ada", "cleo").stream()
                                .allMatch(person -> service.get(person, "/api/team/dependencies")
                                                .statusCode()
                                        == 200));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void oneTeamAsksTheOtherCommitsSlipsAndTheBoardShowsIt() {
        LocalDate needed = LocalDate.now(ZoneOffset.UTC).plusDays(10);
        HttpResponse<String> asked = service.post(
                "sam",
                "/api/team/dependencies",
                "{\"title\":\"Ledger API\",\"consumer\":\"payments\",\"producer\":\"ledger\",\"neededBy\":\"%s\"}"
                        .formatted(needed),
                Map.of());
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        String path = "/api/team/dependencies/" + body(asked).get("id").stringValue();
        assertThat(service.post("sam", path + "/commit", "{}", ifMatch(asked)).statusCode())
                .as("the waiting team does not promise for the other")
                .isEqualTo(403);

        HttpResponse<String> committed = service.post("lea", path + "/commit", "{}", ifMatch(asked));
        assertThat(body(committed).get("committedBy").stringValue()).isEqualTo(needed.toString());
        HttpResponse<String> slipped = service.post(
                "lea",
                path + "/slip",
                "{\"date\":\"%s\",\"reason\":\"Audit\"}".formatted(needed.plusDays(9)),
                ifMatch(committed));

        assertThat(body(slipped).get("broken").booleanValue()).isTrue();
        String id = body(slipped).get("id").stringValue();
        String holds = body(ask("Holds", "2099-05-01")).get("id").stringValue();
        assertThat(listed("broken=true")).contains(id).doesNotContain(holds);
        assertThat(listed("broken=false")).contains(holds).doesNotContain(id);
        assertThat(body(service.get("sam", "/api/team/boards/dependencies"))
                        .at("/edges/0/broken")
                        .intValue())
                .isEqualTo(1);
        assertThat(service.post("lea", path + "/deliver", "", ifMatch(committed))
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void anAreaTheProductAndAScrumOfScrumsStandForTheTeamsBelowThem() {
        String id = body(ask("Fees table", "2099-05-01")).get("id").stringValue();

        for (String answers : List.of("ledger", "books", "sos", "product")) {
            assertThat(listed("needsAnswerFrom=" + answers)).as(answers).contains(id);
            assertThat(listed("team=" + answers + "&role=producer")).as(answers).contains(id);
        }
        for (String waits : List.of("payments", "money")) {
            assertThat(listed("needsAnswerFrom=" + waits)).as(waits).doesNotContain(id);
            assertThat(listed("team=" + waits + "&role=consumer")).as(waits).contains(id);
            assertThat(listed("team=" + waits + "&role=producer")).as(waits).doesNotContain(id);
        }
        assertThat(listed("team=nobody")).doesNotContain(id);
    }

    @Test
    void whoeverLeadsATeamOrIsAboveItMovesForItsOwnSideOnly() {
        for (String producing : List.of("lea", "mia", "ada", "cleo")) {
            HttpResponse<String> asked = ask("Move by " + producing, "2099-05-01");
            String path = path(asked);
            String day = "{\"date\":\"2099-06-01\",\"reason\":\"Audit\"}";
            assertThat(service.post("sam", path + "/decline", "{\"reason\":\"x\"}", ifMatch(asked))
                            .statusCode())
                    .isEqualTo(403);
            HttpResponse<String> declined =
                    service.post(producing, path + "/decline", "{\"reason\":\"Full\"}", ifMatch(asked));
            assertThat(declined.statusCode()).as(declined.body()).isEqualTo(200);
            HttpResponse<String> committed = service.post(producing, path + "/commit", "{}", ifMatch(declined));
            HttpResponse<String> slipped = service.post(producing, path + "/slip", day, ifMatch(committed));
            HttpResponse<String> delivered = service.post(producing, path + "/deliver", "", ifMatch(slipped));
            assertThat(delivered.statusCode()).as(delivered.body()).isEqualTo(200);
            assertThat(service.post("lea", path + "/accept", "", ifMatch(delivered))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(service.post("sam", path + "/accept", "", ifMatch(delivered))
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> other = ask("Counter by " + producing, "2099-05-01");
            assertThat(service.post(producing, path(other) + "/counter", day, ifMatch(other))
                            .statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> asked = ask("Not needed any more", "2099-05-01");
        assertThat(service.post("lea", path(asked) + "/withdraw", "{}", ifMatch(asked))
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.post("cleo", path(asked) + "/withdraw", "{}", ifMatch(asked))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aScrumOfScrumsTalksOfCommitmentsThatWereMovedAndLooksTwoSprintsBack() {
        HttpResponse<String> kept = ask("Kept", "2099-05-01");
        service.post("lea", path(kept) + "/commit", "{}", ifMatch(kept));
        HttpResponse<String> asked = ask("Moved", "2099-05-01");
        HttpResponse<String> committed = service.post("lea", path(asked) + "/commit", "{}", ifMatch(asked));
        service.post(
                "lea",
                path(asked) + "/slip",
                "{\"date\":\"2099-04-01\",\"reason\":\"We can earlier\"}",
                ifMatch(committed));
        HttpResponse<String> open = ask("Countered", "2099-05-01");
        service.post("lea", path(open) + "/counter", "{\"date\":\"2099-06-01\"}", ifMatch(open));

        JsonNode board = body(service.get("sam", "/api/team/boards/scrum-of-scrums/sos"));
        assertThat(board.get("commitments").findValuesAsString("title"))
                .contains("Moved", "Countered")
                .doesNotContain("Kept");
        int current = (LocalDate.now(ZoneOffset.UTC).getDayOfYear() - 1) / 14 + 1;
        assertThat(board.at("/matrix/sprints/0").intValue()).isEqualTo(Math.max(1, current - 2));
        assertThat(board.at("/matrix/sprints").size()).isEqualTo(Math.min(current - 1, 2) + 6);
        assertThat(body(service.get("sam", "/api/team/boards/dependencies"))
                        .at("/sprints/0/number")
                        .intValue())
                .isEqualTo(Math.max(1, current - 2));
    }

    @Test
    void nothingCanBeNeededYesterday() {
        HttpResponse<String> late = ask("Time machine", "2020-01-01");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(type(late)).isEqualTo("/problems/date-in-the-past");

        HttpResponse<String> asked = ask("Clock", "2099-01-01");
        assertThat(type(service.post("sam", path(asked) + "/need-by", "{\"date\":\"2020-01-01\"}", ifMatch(asked))))
                .isEqualTo("/problems/date-in-the-past");
    }

    @Test
    void whatAFeatureAsksForIsSeenLikeTheFeatureAndStaysWithdrawnOnceAPersonSaysSo() {
        String feature = """
                {"title":"Secret payouts","team":"payments","date":"2099-01-10","status":"PLANNED","visibility":"TEAM",
                "needs":[{"team":"ledger"}]}""";
        service.publish("roadmap.features", "secret", feature);
        String path = "/api/team/dependencies/" + FollowFeature.id("secret", "ledger");
        await().until(() -> service.get("lea", path).statusCode() == 200);
        assertThat(service.get("admin", path).statusCode()).isEqualTo(404);
        assertThat(service.get("admin", "/api/team/dependencies").body()).doesNotContain("Secret");

        HttpResponse<String> seen = service.get("sam", path);
        assertThat(service.post("sam", path + "/withdraw", "{}", ifMatch(seen)).statusCode())
                .isEqualTo(200);
        service.publish("roadmap.features", "secret", feature);
        service.publish("roadmap.features", "afterwards", feature);
        String afterwards = "/api/team/dependencies/" + FollowFeature.id("afterwards", "ledger");
        await().until(() -> service.get("sam", afterwards).statusCode() == 200);
        assertThat(body(service.get("sam", path)).get("status").stringValue()).isEqualTo("WITHDRAWN");
    }

    @Test
    void aFeatureAsksTheTeamsItNeedsOnceHoweverOftenItIsDelivered() {
        String feature = """
                {"title":"Instant payouts","team":"payments","date":"2099-01-10","status":"PLANNED","needs":[{"team":"ledger"}]}""";
        service.publish("roadmap.features", "payouts", feature);
        service.publish("roadmap.features", "payouts", feature);
        String id = FollowFeature.id("payouts", "ledger");
        await().until(() -> service.get("sam", "/api/team/dependencies/" + id).statusCode() == 200);

        var shown = body(service.get("sam", "/api/team/dependencies?feature=payouts"));
        assertThat(shown.get("items").size()).isEqualTo(1);
        assertThat(shown.at("/items/0/neededBy").stringValue()).isEqualTo("2099-01-10");
        await().during(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(service.log("team.dependencies", id)).hasSize(1));
    }

    @Test
    void aPersonAsksForAFeatureAndItsDateDecides() {
        service.publish("roadmap.features", "refunds", 1, refunds("2099-02-01"));
        String ask = "{\"title\":\"Refund API\",\"consumer\":\"%s\",\"producer\":\"%s\",\"feature\":\"%s\"}";
        String asked = ask.formatted("payments", "ledger", "refunds");
        await().until(() ->
                service.post("sam", "/api/team/dependencies", asked, Map.of()).statusCode() == 201);
        String path = "/api/team/dependencies/" + FollowFeature.id("refunds", "ledger");
        assertThat(body(service.get("sam", path)).get("neededBy").stringValue()).isEqualTo("2099-02-01");
        assertThat(service.post("sam", "/api/team/dependencies", asked, Map.of())
                        .statusCode())
                .as("a feature waits for a team once")
                .isEqualTo(409);
        assertThat(type(service.post("sam", path + "/need-by", "{\"date\":\"2099-03-01\"}", Map.of("If-Match", "*"))))
                .isEqualTo("/problems/feature-decides");
        assertThat(type(service.post(
                        "lea", "/api/team/dependencies", ask.formatted("ledger", "payments", "refunds"), Map.of())))
                .isEqualTo("/problems/feature-of-another-team");
        assertThat(type(service.post(
                        "sam", "/api/team/dependencies", ask.formatted("payments", "ledger", "nothing"), Map.of())))
                .isEqualTo("/problems/unknown-feature");
        assertThat(type(service.post(
                        "sam",
                        "/api/team/dependencies",
                        asked.replace("}", ",\"neededBy\":\"2099-03-01\"}"),
                        Map.of())))
                .isEqualTo("/problems/needed-by-of-a-feature");

        service.publish("roadmap.features", "refunds", 2, refunds("2099-04-01"));
        await().untilAsserted(() -> assertThat(
                        body(service.get("sam", path)).get("neededBy").stringValue())
                .isEqualTo("2099-04-01"));
        JsonNode history = body(service.get("sam", path)).get("history");
        assertThat(history.at("/0/by/id").stringValue()).isEqualTo("sam");
        assertThat(history.at("/0/because").isNull()).isTrue();
        assertThat(history.at("/1/because/id").stringValue())
                .as("who changed the feature")
                .isEqualTo("test");
        assertThat(RunningService.body(service.get("sam", path)).get("status").stringValue())
                .as("the feature names no need of its own, a person does")
                .isEqualTo("PROPOSED");
    }

    @Test
    void whatAPersonWithdrewStaysWithdrawnUntilAPersonAsksAnew() {
        String feature = """
                {"title":"Vouchers","team":"payments","date":"2099-01-10","status":"PLANNED","needs":[{"team":"ledger"}]}""";
        service.publish("roadmap.features", "vouchers", 1, feature);
        String path = "/api/team/dependencies/" + FollowFeature.id("vouchers", "ledger");
        await().until(() -> service.get("sam", path).statusCode() == 200);
        assertThat(service.post("sam", path + "/withdraw", "{}", ifMatch(service.get("sam", path)))
                        .statusCode())
                .isEqualTo(200);

        service.publish("roadmap.features", "vouchers", 1, feature);
        service.publish("roadmap.features", "vouchers", 2, feature);

        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(
                                body(service.get("sam", path)).get("status").stringValue())
                        .isEqualTo("WITHDRAWN"));
        String ask =
                "{\"title\":\"Vouchers\",\"consumer\":\"payments\",\"producer\":\"ledger\",\"feature\":\"vouchers\"}";
        assertThat(service.post("sam", "/api/team/dependencies", ask, Map.of()).statusCode())
                .isEqualTo(201);
        assertThat(body(service.get("sam", path)).get("status").stringValue()).isEqualTo("PROPOSED");
    }

    @Test
    void aFeatureThatCannotBeFollowedHoldsUpNoOther() {
        String endless = """
                {"title":"%s","team":"payments","status":"PLANNED","needs":[{"team":"ledger"}]}""".formatted("x".repeat(300));
        service.publish("roadmap.features", "same-key", 1, endless);
        service.publish("roadmap.features", "odd", """
                {"title":null,"team":"payments","status":null,"needs":[{"team":null},{"team":"payments"},{"team":"ledger"}]}""");
        String odd = "/api/team/dependencies/" + FollowFeature.id("odd", "ledger");
        await().until(() -> service.get("sam", odd).statusCode() == 200);
        service.publish("roadmap.features", "same-key", 2, """
                {"title":"Short","team":"payments","status":"PLANNED","needs":[{"team":"ledger"}]}""");

        String path = "/api/team/dependencies/" + FollowFeature.id("same-key", "ledger");
        await().until(() -> service.get("sam", path).statusCode() == 200);
    }

    private static HttpResponse<String> ask(String title, String neededBy) {
        return service.post(
                "sam",
                "/api/team/dependencies",
                "{\"title\":\"%s\",\"consumer\":\"payments\",\"producer\":\"ledger\",\"neededBy\":\"%s\"}"
                        .formatted(title, neededBy),
                Map.of());
    }

    private static String path(HttpResponse<String> shown) {
        return "/api/team/dependencies/" + body(shown).get("id").stringValue();
    }

    private static String listed(String query) {
        return service.get("sam", "/api/team/dependencies?limit=100&" + query).body();
    }

    private static String refunds(String date) {
        return """
                {"title":"Refunds","team":"payments","date":"%s","status":"PLANNED","needs":[]}""".formatted(date);
    }

    private static String type(HttpResponse<String> refused) {
        return body(refused).get("type").stringValue();
    }
}
