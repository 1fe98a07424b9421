package io.guildhall.team.organization;

import static io.guildhall.platform.testing.RunningService.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.PlatformProperties;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.contract.OpenApiChecks;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import io.guildhall.team.TeamService;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    void aWaiverIsRenewedWithAnotherReason() {
        String team = create("/api/team/units", "{\"kind\":\"TEAM\",\"name\":\"Vault\",\"parent\":\"product\"}");
        String path = "/api/team/findings/"
                + body(get("admin", "/api/team/findings?unit=" + team))
                        .at("/items/0/id")
                        .stringValue()
                + "/waive";
        assertThat(post("admin", path, "{\"reason\":\"Kim starts soon\"}")).isEqualTo(200);
        assertThat(post("admin", path, "{\"reason\":\"Kim starts in May\"}")).isEqualTo(200);

        assertThat(body(get("admin", "/api/team/findings?unit=" + team))
                        .at("/items/0/waived/reason")
                        .stringValue())
                .isEqualTo("Kim starts in May");
    }

    @Test
    void aSignInBelongsToOnePersonUntilItIsUnlinked() {
        String link = "{\"issuer\":\"%s\",\"subject\":\"shared\"}"
                .formatted(RealParts.get().issuer());
        String one = create("/api/team/people", "{\"name\":\"One\"}");
        String two = create("/api/team/people", "{\"name\":\"Two\"}");

        assertThat(post("admin", "/api/team/people/" + one + "/links", link)).isEqualTo(200);
        assertThat(post("admin", "/api/team/people/" + one + "/links", link)).isEqualTo(200);
        assertThat(post("admin", "/api/team/people/" + two + "/links", link)).isEqualTo(409);

        assertThat(post("admin", "/api/team/people/" + one + "/links/remove", link))
                .isEqualTo(200);
        await().until(() -> get("shared", "/api/team/me").statusCode() == 403);
        assertThat(post("admin", "/api/team/people/" + two + "/links", link)).isEqualTo(200);
        await().until(() -> get("shared", "/api/team/me").statusCode() == 200);
        assertThat(body(get("shared", "/api/team/me")).at("/person/name").stringValue())
                .isEqualTo("Two");
    }

    @Test
    void aClaimOnASignInThatACrashLeftGivesWayAfterAMinute() {
        String one = create("/api/team/people", "{\"name\":\"Crashed\"}");
        String two = create("/api/team/people", "{\"name\":\"Later\"}");
        SignIns signIns = service.context().getBean(SignIns.class);
        Person.Link link = new Person.Link(RealParts.get().issuer(), "orphan");
        Instant then = Instant.parse("2026-11-24T09:00:00Z");
        signIns.claim(link, one, then);

        assertThatThrownBy(() -> signIns.claim(link, two, then.plusSeconds(30)))
                .hasMessageContaining("belongs to somebody else");
        signIns.claim(link, two, then.plusSeconds(90));
        assertThatThrownBy(() -> signIns.claim(link, one, then.plusSeconds(100)))
                .hasMessageContaining("belongs to somebody else");
    }

    @Test
    void aTeamNamesItsOwnDevelopersAndNobodyElse() {
        String team = create("/api/team/units", "{\"kind\":\"TEAM\",\"name\":\"Docks\",\"parent\":\"product\"}");
        String kim = create("/api/team/people", "{\"name\":\"Kim\"}");
        assertThat(post(
                        "admin",
                        "/api/team/people/" + kim + "/links",
                        "{\"issuer\":\"%s\",\"subject\":\"kim\"}"
                                .formatted(RealParts.get().issuer())))
                .isEqualTo(200);
        String assignments = "/api/team/units/" + team + "/assignments";
        assertThat(post("admin", assignments, appointed(kim, "SCRUM_MASTER"))).isEqualTo(200);
        await().until(() -> get("kim", "/api/team/me").statusCode() == 200);

        await().until(() -> post("kim", assignments, appointed(kim, "DEVELOPER")) == 200);
        assertThat(post("kim", assignments, appointed(kim, "PRODUCT_OWNER"))).isEqualTo(403);
        assertThat(post("kim", "/api/team/units/product/assignments", appointed(kim, "ADMINISTRATOR")))
                .isEqualTo(403);
        assertThat(body(get("kim", "/api/team/units/" + team)).get("can").toString())
                .contains("AppointTeamMember")
                .doesNotContain("AppointPerson");
    }

    @Test
    void aTeamEndsItsOwnDevelopersAndNobodyElse() {
        String team = create("/api/team/units", "{\"kind\":\"TEAM\",\"name\":\"Cranes\",\"parent\":\"product\"}");
        String pia = create("/api/team/people", "{\"name\":\"Pia\"}");
        link(pia, "pia");
        String assignments = "/api/team/units/" + team + "/assignments";
        assertThat(post("admin", assignments, appointed(pia, "PRODUCT_OWNER"))).isEqualTo(200);
        assertThat(post("admin", assignments, appointed(pia, "TECH_LEAD"))).isEqualTo(200);
        JsonNode held = body(get("admin", "/api/team/units/" + team)).get("assignments");
        await().until(() -> get("pia", "/api/team/me").body().contains("TECH_LEAD"));

        String owner = held.at("/0/id").stringValue();
        String lead = held.at("/1/id").stringValue();
        assertThat(post("pia", assignments + "/" + owner + "/end", "{}")).isEqualTo(403);
        assertThat(post("pia", assignments + "/" + lead + "/end", "{}")).isEqualTo(200);
    }

    @Test
    void onlyAnAdministratorEndsOneAndTheLastOnlyWhereTheConfigurationNamesAnother() {
        String rob = create("/api/team/people", "{\"name\":\"Rob\"}");
        String cai = create("/api/team/people", "{\"name\":\"Cai\"}");
        link(cai, "cai");
        link(rob, "rob");
        String assignments = "/api/team/units/product/assignments";
        assertThat(post("admin", assignments, appointed(rob, "ADMINISTRATOR"))).isEqualTo(200);
        assertThat(post("admin", assignments, appointed(cai, "CHIEF_PRODUCT_OWNER")))
                .isEqualTo(200);
        await().until(() -> get("cai", "/api/team/me").body().contains("CHIEF_PRODUCT_OWNER"));
        String id = "";
        for (JsonNode held : body(get("admin", "/api/team/units/product")).get("assignments")) {
            if (held.at("/person/id").stringValue().equals(rob)) {
                id = held.get("id").stringValue();
            }
        }
        String assignment = id;
        assertThat(post("cai", assignments + "/" + assignment + "/end", "{}")).isEqualTo(403);

        var context = service.context();
        Administrators unconfigured = new Administrators(
                context.getBean(Units.class),
                context.getBean(People.class),
                new PlatformProperties(
                        "",
                        1,
                        (short) 1,
                        Duration.ofSeconds(30),
                        ZoneOffset.UTC,
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        AppointPerson appoint = new AppointPerson(
                context.getBean(Units.class),
                context.getBean(People.class),
                context.getBean(Access.class),
                unconfigured,
                Clock.systemUTC());
        RegisterPerson register = new RegisterPerson(
                context.getBean(People.class),
                context.getBean(SignIns.class),
                unconfigured,
                context.getBean(Access.class));
        CommandContext command = CommandContext.of(new Actor(null, "test", "admin", true), Instant.now());
        Person.Link signIn =
                context.getBean(People.class).get(rob).state().links().get(0);
        for (ThrowingCallable last : List.<ThrowingCallable>of(
                () -> appoint.end("product", assignment, null, command),
                () -> register.revise(rob, "Rob", null, false, command),
                () -> register.unlink(rob, signIn, command))) {
            assertThatThrownBy(last)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("last-administrator"));
        }
        assertThat(post("admin", assignments + "/" + assignment + "/end", "{}")).isEqualTo(200);
    }

    @Test
    void refusesDaysThatNobodyMeans() {
        for (String day : List.of("+999999999-12-31", "-999999999-01-01", "0001-01-01", "2026-02-30", "soon")) {
            HttpResponse<String> refused = service.post(
                    "admin",
                    "/api/team/units/product/calendar",
                    "{\"firstStart\":\"%s\",\"lengthDays\":14}".formatted(day),
                    Map.of());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(body(refused).get("type").stringValue()).isEqualTo("/problems/bad-date");
        }
    }

    @Test
    void refusesTextThatCannotBeShown() {
        for (String name : List.of("\\u0000", "Tea\\u001bm", "Team \\ud800", "\\udc00")) {
            HttpResponse<String> refused = service.post(
                    "admin",
                    "/api/team/units",
                    "{\"kind\":\"TEAM\",\"name\":\"%s\",\"parent\":\"product\"}".formatted(name),
                    Map.of());
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(body(refused).get("type").stringValue()).isEqualTo("/problems/unreadable-text");
            assertThat(body(refused).get("detail").stringValue()).endsWith("out of 'name'.");
        }
    }

    @Test
    void describesItsApiAsPublished() {
        OpenApiChecks.matchesPublished(service, "team-service");
    }

    @Test
    void whoMovesAUnitMayFoundOneWhereItGoes() {
        String area = "{\"kind\":\"AREA\",\"name\":\"%s\",\"parent\":\"product\"}";
        String own = create("/api/team/units", area.formatted("Own"));
        String foreign = create("/api/team/units", area.formatted("Foreign"));
        String owner = create("/api/team/people", "{\"name\":\"Mover\"}");
        link(owner, "mover");
        assertThat(post("admin", "/api/team/units/" + own + "/assignments", appointed(owner, "AREA_PRODUCT_OWNER")))
                .isEqualTo(200);
        String team =
                create("/api/team/units", "{\"kind\":\"TEAM\",\"name\":\"Moved\",\"parent\":\"%s\"}".formatted(own));
        String moved = "{\"name\":\"Moved\",\"parent\":\"%s\"}";
        await().untilAsserted(() ->
                assertThat(put("mover", team, moved.formatted(own))).isEqualTo(200));

        assertThat(put("mover", team, moved.formatted(foreign))).isEqualTo(403);
        assertThat(put("admin", team, moved.formatted(foreign))).isEqualTo(200);
    }

    private static int put(String who, String unit, String json) {
        return service.send("PUT", RealParts.get().token(who), "/api/team/units/" + unit, json, Map.of("If-Match", "*"))
                .statusCode();
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
        HttpResponse<String> late = service.send(
                "PUT",
                RealParts.get().token("admin"),
                "/api/team/units/" + top,
                "{\"name\":\"Summit\"}",
                Map.of("If-Match", "\"7\""));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(body(late).at("/current/name").stringValue()).isEqualTo("Top");
        assertThat(post(
                        "admin",
                        "/api/team/units",
                        "{\"kind\":\"TEAM\",\"name\":\"X\",\"parent\":\"%s\"}".formatted(top)))
                .isEqualTo(422);
        assertThat(post("admin", "/api/team/units", "{\"kind\":\"PRODUCT\",\"name\":\"Second\"}"))
                .isEqualTo(409);
    }

    private static void link(String person, String subject) {
        assertThat(post(
                        "admin",
                        "/api/team/people/" + person + "/links",
                        "{\"issuer\":\"%s\",\"subject\":\"%s\"}"
                                .formatted(RealParts.get().issuer(), subject)))
                .isEqualTo(200);
    }

    private static String appointed(String person, String role) {
        return "{\"person\":\"%s\",\"role\":\"%s\"}".formatted(person, role);
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
