package io.guildhall.cop.ideas;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static io.guildhall.cop.RunningCommunities.ADMIN;
import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.GRACE;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.guildhall.cop.RunningCommunities;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ideas over HTTP: Priya leads, Amara is a member, the others see the community. */
class IdeasIT {

    private static RunningCommunities running;

    private final LocalDate month = LocalDate.now(ZoneOffset.UTC).plusDays(30);
    private String community = "";

    @BeforeAll
    static void start() {
        running = RunningCommunities.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void found() {
        community = running.communityOf(PRIYA, "{\"name\":\"Craft\"}");
        running.post(AMARA, community + "/join", "");
    }

    @Test
    void whoeverSeesTheCommunityProposesAndSupportsInOneClick() {
        String first = propose(DEV, "First");
        String second = propose(GRACE, "Second");
        support(PRIYA, second);
        support(AMARA, second);
        assertThat(body(support(AMARA, second)).path("support").asInt()).isEqualTo(2);

        JsonNode items = body(running.get(AMARA, community + "/ideas")).path("items");
        assertThat(titles(items)).containsExactly("Second", "First");
        assertThat(items.path(0).path("mine").asBoolean()).isTrue();
        assertThat(items.path(1).path("mine").asBoolean()).isFalse();

        HttpResponse<String> silent = running.delete(AMARA, second + "/support", Map.of());
        running.delete(AMARA, second + "/support", Map.of());
        assertThat(body(silent).path("support").asInt()).isEqualTo(1);
        assertThat(body(running.get(GRACE, first)).path("support").asInt()).isZero();
    }

    @Test
    void whoSupportsIsShownToNobodyAndIsInNoEvent() {
        String idea = propose(DEV, "Quiet");
        support(AMARA, idea);
        adopt(idea);

        HttpResponse<String> seen = running.get(PRIYA, idea);
        assertThat(body(seen).path("support").asInt()).isEqualTo(1);
        assertThat(seen.body()).doesNotContain("amara");
        await().untilAsserted(() ->
                assertThat(running.service().log("cop.ideas", id(idea))).hasSize(3));
        assertThat(running.service().log("cop.ideas", id(idea)))
                .allSatisfy(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .doesNotContain("amara"))
                .extracting(RunningService::type)
                .containsExactly(
                        "guildhall.cop.idea-proposed.v1",
                        "guildhall.cop.idea-trial-started.v1",
                        "guildhall.cop.idea-adopted.v1");
        assertThat(support(DEV, idea).statusCode()).isEqualTo(409);
    }

    @Test
    void whoSupportedWhatIsDecidedIsForgottenAndTheNumberStays() {
        String adopted = propose(DEV, "Adopted");
        String withdrawn = propose(DEV, "Withdrawn");
        String open = propose(DEV, "Open");
        List.of(adopted, withdrawn, open).forEach(idea -> support(AMARA, idea));
        adopt(adopted);
        running.post(DEV, withdrawn + "/withdraw", "");

        await().untilAsserted(() -> assertThat(Stream.of(adopted, withdrawn)).noneMatch(IdeasIT::remembersAmara));
        assertThat(remembersAmara(open)).isTrue();
        assertThat(body(running.get(AMARA, adopted)).path("support").asInt()).isEqualTo(1);
    }

    private static boolean remembersAmara(String idea) {
        return running.service()
                        .context()
                        .getBean(MongoDatabase.class)
                        .getCollection("idea_supports")
                        .countDocuments(and(eq("_id", id(idea)), eq("people", AMARA)))
                == 1;
    }

    @Test
    void aLeadStartsATrialInNamedTeamsAndSaysWhatWasLearned() {
        String idea = propose(DEV, "Tried");
        HttpResponse<String> seen = running.get(PRIYA, idea);
        assertThat(can(seen)).containsExactlyInAnyOrder("SupportIdea", "StartTrial", "DeclineIdea");
        assertThat(can(running.get(DEV, idea))).containsExactlyInAnyOrder("SupportIdea", "WithdrawIdea");
        for (String other : List.of(DEV, AMARA, CARLA, ADMIN)) {
            assertThat(start(other, idea, seen).statusCode()).as(other).isEqualTo(403);
        }
        assertThat(running.post(
                                PRIYA,
                                idea + "/trial",
                                "{\"teams\":[\"nowhere\"],\"measure\":\"m\",\"until\":\"" + month + "\"}",
                                seen)
                        .statusCode())
                .isEqualTo(422);
        assertThat(running.post(PRIYA, idea + "/trial", "{}", seen).statusCode())
                .isIn(400, 422);

        HttpResponse<String> trial = start(PRIYA, idea, seen);
        assertThat(body(trial).path("status").asString()).as(trial.body()).isEqualTo("ON_TRIAL");
        assertThat(body(trial).path("trial").path("due").asBoolean()).isFalse();
        assertThat(body(trial).path("trial").path("teams").path(0).path("name").asString())
                .isEqualTo("Payments");
        assertThat(running.post(PRIYA, idea + "/drop", "{\"learned\":\"Late\"}", seen)
                        .statusCode())
                .isEqualTo(412);
        assertThat(running.post(PRIYA, idea + "/drop", "{}", trial).statusCode())
                .isEqualTo(422);
        HttpResponse<String> dropped = running.post(PRIYA, idea + "/drop", "{\"learned\":\"No use\"}", trial);
        assertThat(body(dropped).path("learned").asString()).isEqualTo("No use");
        assertThat(can(dropped)).isEmpty();
    }

    @Test
    void whatIsAdoptedIsProposedAsAPageOnceAndLeadsBack() {
        String idea = propose(DEV, "Worth *it*");
        adopt(idea);

        await().untilAsserted(() -> assertThat(titles(pages())).containsExactly("Worth *it*"));
        String event = running.service().log("cop.ideas", id(idea)).stream()
                .filter(one -> RunningService.type(one).endsWith("idea-adopted.v1"))
                .map(one -> new String(one.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        assertThat(event).contains("Nine spoke");
        String page = "/api/cop/pages/" + pages().path(0).path("id").asString();
        JsonNode proposed = body(running.get(AMARA, page));
        assertThat(proposed.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.path("html").asString())
                .contains("Everybody writes first")
                .contains("Payments")
                .contains("How many speak")
                .contains("Nine spoke")
                .contains("/ideas/" + id(idea));
        assertThat(running.get(DEV, page).statusCode())
                .as("for members as long as it is not published")
                .isEqualTo(404);
        assertThat(body(running.get(AMARA, "/api/cop/backlinks?path=/ideas/" + id(idea)))
                        .path("items")
                        .size())
                .isEqualTo(1);

        String later = propose(DEV, "Later");
        adopt(later);
        await().untilAsserted(() -> assertThat(titles(pages())).containsExactly("Later", "Worth *it*"));
    }

    @Test
    void isDeclinedWithAReasonOrTakenBackByWhoeverProposedIt() {
        String declined = propose(DEV, "Declined");
        HttpResponse<String> seen = running.get(PRIYA, declined);
        assertThat(running.post(AMARA, declined + "/decline", "{\"reason\":\"No\"}", seen)
                        .statusCode())
                .isEqualTo(403);
        assertThat(running.post(PRIYA, declined + "/decline", "{}", seen).statusCode())
                .isEqualTo(422);
        running.post(PRIYA, declined + "/decline", "{\"reason\":\"Not here\"}", seen);

        String withdrawn = propose(DEV, "Withdrawn");
        assertThat(running.post(PRIYA, withdrawn + "/withdraw", "").statusCode())
                .isEqualTo(403);
        assertThat(running.post(DEV, withdrawn + "/withdraw", "").statusCode()).isEqualTo(200);

        assertThat(body(running.get(AMARA, community + "/ideas")).path("items").isEmpty())
                .isTrue();
        assertThat(titles(body(running.get(AMARA, community + "/ideas/decided")).path("items")))
                .containsExactly("Declined");
        assertThat(titles(body(running.get(AMARA, community + "/ideas/decided?status=WITHDRAWN"))
                        .path("items")))
                .containsExactly("Withdrawn");
    }

    @Test
    void isFoundByItsTitleByWhoeverSeesIt() {
        String closed = running.communityOf(AMARA, "{\"name\":\"Closed\",\"visibility\":\"TEAM\"}");
        running.post(AMARA, closed + "/ideas", "{\"title\":\"Zebra crossing, ours\"}");
        propose(DEV, "A zebra crossing for all");
        assertThat(titles(
                        body(running.get(AMARA, "/api/cop/ideas?q=zebra+cross")).path("items")))
                .containsExactly("A zebra crossing for all", "Zebra crossing, ours");
        assertThat(titles(body(running.get(PRIYA, "/api/cop/ideas?q=ZEBRA")).path("items")))
                .containsExactly("A zebra crossing for all");
        assertThat(running.get(PRIYA, "/api/cop/ideas").statusCode()).isEqualTo(400);
    }

    @Test
    void aRepeatedRequestProposesOneIdea() {
        Map<String, String> key = Map.of("Idempotency-Key", "proposed-once-" + community);
        for (int i = 0; i < 2; i++) {
            running.service().post(DEV, community + "/ideas", "{\"title\":\"Once\"}", key);
        }
        assertThat(titles(body(running.get(DEV, community + "/ideas")).path("items")))
                .containsExactly("Once");
    }

    @Test
    void ideasOfAPrivateCommunityAreItsMembersAlone() {
        String closed = running.communityOf(AMARA, "{\"name\":\"Closed\",\"visibility\":\"TEAM\"}");
        String idea = location(running.post(AMARA, closed + "/ideas", "{\"title\":\"Secret\"}"));
        for (String other : List.of(PRIYA, DEV, CARLA, GRACE, ADMIN)) {
            assertThat(running.get(other, idea).statusCode()).as(other).isEqualTo(404);
            assertThat(support(other, idea).statusCode()).as(other).isEqualTo(404);
            assertThat(running.get(other, closed + "/ideas").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(running.get(other, closed + "/ideas/decided").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(running.post(other, closed + "/ideas", "{\"title\":\"Mine\"}")
                            .statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        await().untilAsserted(() ->
                assertThat(running.service().log("cop.ideas", id(idea))).hasSize(1));
        JsonNode state = body(running.get(AMARA, idea));
        assertThat(state.path("title").asString()).isEqualTo("Secret");
        assertThat(running.service().log("cop.ideas", id(idea)))
                .allSatisfy(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .contains("\"visibility\":\"TEAM\""));
    }

    private void adopt(String idea) {
        HttpResponse<String> trial = start(PRIYA, idea, running.get(PRIYA, idea));
        HttpResponse<String> adopted = running.post(PRIYA, idea + "/adopt", "{\"learned\":\"Nine spoke\"}", trial);
        assertThat(body(adopted).path("status").asString()).as(adopted.body()).isEqualTo("ADOPTED");
    }

    private HttpResponse<String> start(String who, String idea, HttpResponse<String> seen) {
        return running.post(
                who,
                idea + "/trial",
                "{\"teams\":[\"payments\"],\"measure\":\"How many speak\",\"until\":\"" + month + "\"}",
                seen);
    }

    private static HttpResponse<String> support(String who, String idea) {
        return running.service().send("PUT", RealParts.get().token(who), idea + "/support", "", Map.of());
    }

    private JsonNode pages() {
        return body(running.get(AMARA, community + "/pages")).path("items");
    }

    private String propose(String who, String title) {
        return location(running.post(
                who, community + "/ideas", "{\"title\":\"" + title + "\",\"what\":\"Everybody writes first\"}"));
    }

    private static String location(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created.headers().firstValue("Location").orElseThrow();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> can(HttpResponse<String> response) {
        return StreamSupport.stream(body(response).path("can").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> titles(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("title").asString())
                .toList();
    }
}
