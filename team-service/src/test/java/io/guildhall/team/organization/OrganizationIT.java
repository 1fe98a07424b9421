package io.guildhall.team.organization;

import static io.guildhall.platform.testing.RunningService.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.contract.OpenApiChecks;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import io.guildhall.team.TeamService;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An organization from nothing: the first administrator founds it, links people, and roles count at once. */
class OrganizationIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(TeamService.class, "team-service", RealParts.installation());
        assertThat(post("admin", "/api/team/units", "{\"kind\":\"PRODUCT\",\"name\":\"Harbour\"}"))
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aPersonWhoIsLinkedAndAppointedMayActWithinTheTimeAnEventTakes() {
        String team = create("/api/team/units", "{\"kind\":\"TEAM\",\"name\":\"Payments\",\"parent\":\"product\"}");
        String sam = create("/api/team/people", "{\"name\":\"Sam\"}");
        assertThat(get("sam", "/api/team/me").statusCode()).isEqualTo(403);
        assertThat(post(
                        "admin",
                        "/api/team/people/" + sam + "/links",
                        "{\"issuer\":\"%s\",\"subject\":\"sam\"}"
                                .formatted(RealParts.get().issuer())))
                .isEqualTo(200);
        String raise = "{\"title\":\"No access\",\"team\":\"%s\"}".formatted(team);
        await().until(() -> get("sam", "/api/team/me").statusCode() == 200);
        assertThat(post("sam", "/api/team/impediments", raise)).isEqualTo(403);

        assertThat(post(
                        "admin",
                        "/api/team/units/" + team + "/assignments",
                        "{\"person\":\"%s\",\"role\":\"SCRUM_MASTER\"}".formatted(sam)))
                .isEqualTo(200);

        await().until(() -> post("sam", "/api/team/impediments", raise) == 201);
        JsonNode me = body(get("sam", "/api/team/me"));
        assertThat(me.at("/roles/0/role").stringValue()).isEqualTo("SCRUM_MASTER");
        assertThat(body(get("sam", "/api/team/units/" + team))
                        .at("/vacancies/0/role")
                        .stringValue())
                .isEqualTo("PRODUCT_OWNER");
    }

    @Test
    void aFindingIsWaivedWithAReasonThatGoesIntoTheLog() {
        String team = create("/api/team/units", "{\"kind\":\"TEAM\",\"name\":\"Ledger\",\"parent\":\"product\"}");
        JsonNode finding = body(get("admin", "/api/team/findings?unit=" + team)).at("/items/0");
        assertThat(finding.get("text").stringValue()).isEqualTo("Ledger has no Scrum Master.");

        String path = "/api/team/findings/" + finding.get("id").stringValue() + "/waive";
        assertThat(post("admin", path, "{}")).isEqualTo(422);
        assertThat(post("admin", path, "{\"reason\":\"Kim starts in January\"}"))
                .isEqualTo(200);

        assertThat(body(get("admin", "/api/team/findings?unit=" + team))
                        .at("/items/0/waived/reason")
                        .stringValue())
                .isEqualTo("Kim starts in January");
        await().untilAsserted(() -> assertThat(
                        service.log("team.waivers", finding.get("id").stringValue()))
                .hasSize(1));
    }

    @Test
    void describesItsApiAsPublished() {
        OpenApiChecks.matchesPublished(service, "team-service");
    }

    @Test
    void refusesACycleAndAPlaceThatDoesNotFit() {
        String top = create("/api/team/units", "{\"kind\":\"SCRUM_OF_SCRUMS\",\"name\":\"Top\"}");
        String below = create(
                "/api/team/units",
                "{\"kind\":\"SCRUM_OF_SCRUMS\",\"name\":\"Below\",\"parent\":\"%s\"}".formatted(top));
        HttpResponse<String> cycle = service.send(
                "PUT",
                RealParts.get().token("admin"),
                "/api/team/units/" + top,
                "{\"name\":\"Top\",\"parent\":\"%s\"}".formatted(below),
                Map.of("If-Match", "\"1\""));

        assertThat(body(cycle).get("type").stringValue()).isEqualTo("/problems/cycle");
        assertThat(post(
                        "admin",
                        "/api/team/units",
                        "{\"kind\":\"TEAM\",\"name\":\"X\",\"parent\":\"%s\"}".formatted(top)))
                .isEqualTo(422);
        assertThat(post("admin", "/api/team/units", "{\"kind\":\"PRODUCT\",\"name\":\"Second\"}"))
                .isEqualTo(409);
    }

    private static String create(String path, String json) {
        HttpResponse<String> created = service.post("admin", path, json, Map.of());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return body(created).get("id").stringValue();
    }

    private static int post(String who, String path, String json) {
        return service.post(who, path, json, Map.of()).statusCode();
    }

    private static HttpResponse<String> get(String who, String path) {
        return service.get(who, path);
    }
}
