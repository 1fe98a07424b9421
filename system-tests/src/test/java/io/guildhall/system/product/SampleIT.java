package io.guildhall.system.product;

import static io.guildhall.system.product.Visitor.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sample fills a product that is killed on the way, makes nothing twice, and gives each persona a first screen. */
class SampleIT {

    private static Product product;
    private static final Map<String, Visitor> VISITORS = new HashMap<>();

    @BeforeAll
    static void fillWithAKillOnTheWay(@TempDir Path data) throws Exception {
        product = Product.startFilling(data, "sprint 3 of 7");
        product.killAndRestart();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void goesOnAfterTheKillAndMakesNothingTwice() throws Exception {
        assertThat(product.said()).anyMatch(line -> line.contains("sprint 7 of 7"));
        assertThat(items("admin", "/api/team/people")).hasSize(77);
        assertThat(items("cpo", "/api/roadmap/features")).hasSize(87);
        assertThat(items("cpo", "/api/team/dependencies")).hasSize(61);
        assertThat(items("cpo", "/api/team/impediments")).hasSize(28);
        assertThat(items("cpo", "/api/roadmap/outcomes")).hasSize(13);
        // Some are read from answers of leadership, a waiver and an override, which follow by event.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(items("cpo", "/api/roadmap/decisions")).hasSize(23));
        JsonNode organization = get("cpo", "/api/team/organization");
        assertThat(organization.get("units")).hasSize(16);
        for (JsonNode unit : organization.get("units")) {
            Set<String> held = new HashSet<>();
            for (JsonNode assignment : unit.get("assignments")) {
                assertThat(held.add(assignment.at("/person/id").asString() + assignment.get("role")))
                        .isTrue();
            }
        }
    }

    @Test
    void doesNotFillAgain() throws Exception {
        product.killAndRestart();
        assertThat(product.said()).noneMatch(line -> line.contains("Filling the product"));
        assertThat(items("cpo", "/api/roadmap/features")).hasSize(87);
    }

    @Test
    void itsHistoryLiesInThePastAndItsClocksGoRight() throws Exception {
        JsonNode organization = get("sm", "/api/team/organization");
        assertThat(organization.get("currentSprint").intValue()).isEqualTo(7);
        assertThat(items("cpo", "/api/team/impediments"))
                .anyMatch(one -> one.get("ageDays").intValue() >= 30)
                .anyMatch(one -> one.get("raisedAt").asString().compareTo(sprintStart(organization, 2)) < 0);
        String open = items("sm", "/api/team/impediments?state=OPEN&team=" + held("sm", "SCRUM_MASTER"))
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElseThrow();
        JsonNode updated =
                body(visitor("sm").post("/api/team/impediments/" + open + "/update", "{\"text\":\"Called them\"}"));
        JsonNode updates = updated.get("updates");
        assertThat(Instant.parse(updates.get(updates.size() - 1).get("at").asString()))
                .isAfter(Instant.now().minusSeconds(60));
    }

    private static String sprintStart(JsonNode organization, int number) {
        return StreamSupport.stream(organization.get("sprints").spliterator(), false)
                .filter(sprint -> sprint.get("number").intValue() == number)
                .map(sprint -> sprint.get("start").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theChiefProductOwnerSeesEveryStateAndWhatWaits() throws Exception {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode roadmap = get("cpo", "/api/roadmap/roadmap?quarters=2");
            assertThat(roadmap.findValuesAsString("shownState"))
                    .contains("ON_TRACK", "AT_RISK", "UNKNOWN", "OFF_TRACK");
            assertThat(roadmap.at("/withoutOutcome/features").intValue()).isPositive();
        });
        assertThat(items("cpo", "/api/roadmap/decisions?status=PROPOSED")).hasSizeGreaterThan(2);
        assertThat(get("stakeholder", "/api/roadmap/product-goal").get("text").asString())
                .isNotBlank();
    }

    @Test
    void theAreaProductOwnerHasDependenciesToAnswerBothWays() throws Exception {
        String area = held("apo", "AREA_PRODUCT_OWNER");
        Predicate<JsonNode> asked = one -> one.get("status").asString().equals("PROPOSED");
        assertThat(items("apo", "/api/team/dependencies?needsAnswerFrom=" + area))
                .anyMatch(asked)
                .anyMatch(asked.negate());
    }

    @Test
    void theScrumMasterHasFreshAmberAndRedImpediments() throws Exception {
        String team = held("sm", "SCRUM_MASTER");
        assertThat(items("sm", "/api/team/impediments?state=OPEN&team=" + team)
                        .map(one -> one.get("ageDays").intValue()))
                .hasSizeBetween(3, 5)
                .anyMatch(days -> days < 5)
                .anyMatch(days -> days >= 5 && days < 10)
                .anyMatch(days -> days >= 10);
        assertThat(items("po", "/api/team/dependencies?needsAnswerFrom=" + team))
                .isNotEmpty();
        assertThat(items("dev", "/api/team/dependencies?role=producer&team=" + team))
                .isNotEmpty();
        assertThat(held("lead", "TECH_LEAD")).isNotBlank();
    }

    @Test
    void theScrumOfScrumsHasAnAgenda() throws Exception {
        JsonNode board = get("sosm", "/api/team/boards/scrum-of-scrums/" + held("sosm", "SCRUM_OF_SCRUMS_MASTER"));
        for (String part : new String[] {"newSince", "overdue", "commitments", "promises", "teamsWithoutScrumMaster"}) {
            assertThat(board.get(part)).as(part).isNotEmpty();
        }
    }

    @Test
    void leadershipHasEscalationsToAnswerAndPromisesKeptAndBroken() throws Exception {
        JsonNode queue = get("eat", "/api/team/queues/executive");
        assertThat(StreamSupport.stream(queue.get("items").spliterator(), false)
                        .filter(ask -> ask.get("waiting").booleanValue()))
                .hasSizeBetween(2, 4)
                .allMatch(ask -> ask.hasNonNull("cost") && ask.hasNonNull("proposal"));
        assertThat(queue.get("kept").intValue()).isEqualTo(1);
        assertThat(queue.get("broken").intValue()).isEqualTo(1);
    }

    @Test
    void theAdministratorSeesFindingsOneOfThemWaived() throws Exception {
        assertThat(items("admin", "/api/team/findings"))
                .hasSize(3)
                .filteredOn(finding -> finding.hasNonNull("waived"))
                .hasSize(1);
    }

    private static String held(String persona, String role) throws Exception {
        return StreamSupport.stream(get(persona, "/api/team/me").get("roles").spliterator(), false)
                .filter(one -> one.get("role").asString().equals(role))
                .map(one -> one.at("/unit/id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> items(String persona, String path) throws Exception {
        String limited = path + (path.contains("?") ? "&" : "?") + "limit=100";
        JsonNode page = get(persona, limited);
        assertThat(page.hasNonNull("next")).as("one page holds them all").isFalse();
        return StreamSupport.stream(page.get("items").spliterator(), false);
    }

    private static JsonNode get(String persona, String path) throws Exception {
        return body(visitor(persona).get(path));
    }

    /** Signed in once; a session outlives a kill. */
    private static Visitor visitor(String persona) throws Exception {
        Visitor known = VISITORS.get(persona);
        if (known == null) {
            known = new Visitor(product);
            known.signIn(persona);
            VISITORS.put(persona, known);
        }
        return known;
    }
}
