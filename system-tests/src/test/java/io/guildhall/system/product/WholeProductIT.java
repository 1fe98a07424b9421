package io.guildhall.system.product;

import static io.guildhall.system.product.Visitor.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What only shows when the parts are together: the sign-in, and a change that crosses the services. */
class WholeProductIT {

    private static Product product;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        product = Product.start(data);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void whoIsLinkedToNobodyReadsNothing() throws Exception {
        Visitor stranger = new Visitor(product);
        assertThat(stranger.get("/api/team/me").statusCode()).isEqualTo(401);

        stranger.signIn("stranger");

        assertThat(stranger.get("/api/team/organization").statusCode()).isEqualTo(403);
        assertThat(stranger.get("/api/roadmap/outcomes").statusCode()).isEqualTo(403);
    }

    @Test
    void aSlipInOneTeamReachesTheOutcomeItEndangersAndOutlivesAKill() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Visitor admin = new Visitor(product);
        admin.signIn("admin");
        create(admin, "/api/team/units", "{'kind':'PRODUCT','name':'Harbour'}");
        String payments = create(admin, "/api/team/units", "{'kind':'TEAM','name':'Payments','parent':'product'}");
        String ledger = create(admin, "/api/team/units", "{'kind':'TEAM','name':'Ledger','parent':'product'}");
        Visitor chief = member(admin, "cpo", "product", "CHIEF_PRODUCT_OWNER");
        Visitor master = member(admin, "sm", ledger, "SCRUM_MASTER");
        String quarter = today.getYear() + "-Q" + today.get(IsoFields.QUARTER_OF_YEAR);
        LocalDate needed = today.plusDays(3);
        String outcome = create(
                chief,
                "/api/roadmap/outcomes",
                "{'title':'Payouts within a minute','quarter':'%s','keyResults':[{'name':'p95','unit':'s','baseline':600,'target':60}]}"
                        .formatted(quarter));
        String feature = create(
                chief,
                "/api/roadmap/features",
                "{'title':'Instant payouts','team':'%s','plannedDate':'%s','needs':[{'team':'%s'}],'outcome':'%s'}"
                        .formatted(payments, needed, ledger, outcome));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> dependencies(master, feature).size() == 1);
        JsonNode asked = dependencies(master, feature).get(0);
        assertThat(asked.get("neededBy").stringValue()).isEqualTo(needed.toString());
        String dependency = "/api/team/dependencies/" + asked.get("id").stringValue();
        HttpResponse<String> committed = master.post(dependency + "/commit", "{}", seen(master.get(dependency)));
        assertThat(committed.statusCode()).as(committed.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> state(chief, outcome).equals("ON_TRACK"));

        HttpResponse<String> slipped = master.post(
                dependency + "/slip",
                json("{'date':'%s','reason':'Audit'}".formatted(needed.plusDays(9))),
                seen(committed));
        assertThat(slipped.statusCode()).as(slipped.body()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(10)).until(() -> state(chief, outcome).equals("AT_RISK"));
        JsonNode reason = body(chief.get("/api/roadmap/outcomes/" + outcome)).at("/assessment/reasons/0");
        assertThat(reason.get("kind").stringValue()).isEqualTo("DEPENDENCY");
        assertThat(dependency).endsWith(reason.get("id").stringValue());
        assertThat(reason.at("/owner/name").stringValue()).isEqualTo("Ledger");

        product.killAndRestart();

        assertThat(state(chief, outcome))
                .as("the sign-in and the outcome are there")
                .isEqualTo("AT_RISK");
        JsonNode kept = body(master.get(dependency));
        assertThat(kept.get("committedBy").stringValue())
                .isEqualTo(needed.plusDays(9).toString());
        HttpResponse<String> moved = chief.post(
                "/api/roadmap/features/" + feature + "/reschedule",
                json("{'plannedDate':'%s'}".formatted(needed.plusDays(12))),
                seen(chief.get("/api/roadmap/features/" + feature)));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                body(master.get(dependency)).get("neededBy").stringValue())
                        .isEqualTo(needed.plusDays(12).toString()));
        assertThat(body(master.get(dependency)).get("broken").booleanValue()).isFalse();
    }

    /** Registers a person for a persona's sign-in, gives a role and signs them in; ready when the role counts. */
    private static Visitor member(Visitor admin, String persona, String unit, String role) throws Exception {
        String person = create(admin, "/api/team/people", "{'name':'%s'}".formatted(persona));
        String issuer = product.provider().toString();
        accept(admin.post(
                "/api/team/people/" + person + "/links",
                json("{'issuer':'%s','subject':'%s'}".formatted(issuer, persona))));
        accept(admin.post(
                "/api/team/units/" + unit + "/assignments",
                json("{'person':'%s','role':'%s'}".formatted(person, role))));
        Visitor visitor = new Visitor(product);
        visitor.signIn(persona);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> visitor.get("/api/roadmap/outcomes").statusCode() == 200
                        && visitor.get("/api/team/me").body().contains(role));
        return visitor;
    }

    private static JsonNode dependencies(Visitor visitor, String feature) throws Exception {
        return body(visitor.get("/api/team/dependencies?feature=" + feature)).get("items");
    }

    private static String state(Visitor visitor, String outcome) throws Exception {
        return body(visitor.get("/api/roadmap/outcomes/" + outcome))
                .at("/shownState")
                .asString("none");
    }

    private static String create(Visitor visitor, String path, String body) throws Exception {
        HttpResponse<String> created = visitor.post(path, json(body));
        assertThat(created.statusCode()).as(path + ": " + created.body()).isEqualTo(201);
        return body(created).get("id").stringValue();
    }

    private static void accept(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static Map<String, String> seen(HttpResponse<String> response) {
        return Map.of("If-Match", response.headers().firstValue("ETag").orElseThrow());
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
