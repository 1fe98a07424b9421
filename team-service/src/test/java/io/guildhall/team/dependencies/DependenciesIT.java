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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two teams negotiate on real parts, and a feature of the roadmap leads them. */
class DependenciesIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(TeamService.class, "team-service", RealParts.installation());
        service.publish("team.units", "payments", """
                {"kind":"TEAM","name":"Payments","assignments":[{"person":"sam","role":"PRODUCT_OWNER","from":"2026-01-01"}]}""");
        service.publish("team.units", "money", """
                {"kind":"AREA","name":"Money"}""");
        service.publish("team.units", "ledger", """
                {"kind":"TEAM","name":"Ledger","parent":"money","assignments":[{"person":"lea","role":"PRODUCT_OWNER","from":"2026-01-01"}]}""");
        for (String person : List.of("sam", "lea")) {
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
                                .contains("Ledger"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void oneTeamAsksTheOtherCommitsSlipsAndTheBoardShowsIt() {
        LocalDate needed = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(10);
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
        assertThat(service.get("sam", "/api/team/dependencies?broken=true").body())
                .contains("Ledger API");
        assertThat(body(service.get("sam", "/api/team/boards/dependencies"))
                        .at("/edges/0/broken")
                        .intValue())
                .isEqualTo(1);
        assertThat(service.post("lea", path + "/deliver", "", ifMatch(committed))
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void anAreaSeesWhatItsTeamsHaveToAnswer() {
        String asked = "{\"title\":\"Chart of accounts\",\"consumer\":\"payments\",\"producer\":\"ledger\"}";
        assertThat(service.post("sam", "/api/team/dependencies", asked, Map.of())
                        .statusCode())
                .isEqualTo(201);

        String due = "/api/team/dependencies?needsAnswerFrom=";
        assertThat(service.get("lea", due + "ledger").body()).contains("Chart of accounts");
        assertThat(service.get("lea", due + "money").body()).contains("Chart of accounts");
        assertThat(service.get("lea", due + "payments").body()).doesNotContain("Chart of accounts");
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
}
