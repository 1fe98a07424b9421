package io.guildhall.feed.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.feed.FeedService;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.Placed;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.security.Actors;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people follow, on a real broker and store, and what the log tells them of it. */
class FollowsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String FOLLOWS = "/api/feed/follows";
    private static final String FOLLOWED = "/api/feed/events?followed=true";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(FeedService.class, "feed-service", RealParts.installation());
        unit("product", "PRODUCT", "null", "");
        unit("shop", "AREA", "\"product\"", "");
        unit("payments", "TEAM", "\"shop\"", "sam");
        unit("ledger", "TEAM", "\"shop\"", "");
        unit("billing", "TEAM", "\"product\"", "");
        for (String person : List.of("sam", "guest", "ada", "many", "idle", "chief", "reader")) {
            service.publish(
                    "team.people", person, """
                    {"name":"%s","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(person, RealParts.get().issuer(), person));
        }
        await().atMost(SOON).untilAsserted(() -> {
            for (String person : List.of("sam", "guest", "ada", "many", "idle", "chief", "reader")) {
                assertThat(service.get(person, FOLLOWS).statusCode()).isEqualTo(200);
            }
            assertThat(events("sam", "/api/feed/events?topic=team.units")).hasSize(5);
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void listsWhatOneFollowsOnceHoweverOftenItIsSaid() {
        String impediment = impediment("ORGANIZATION", "payments");

        HttpResponse<String> first = put("ada", "IMPEDIMENT", impediment);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(RunningService.body(first).get("title").stringValue()).isEqualTo("The vault is shut");
        assertThat(put("ada", "UNIT", "ledger").statusCode()).isEqualTo(200);
        assertThat(put("ada", "IMPEDIMENT", impediment).body()).isEqualTo(first.body());

        assertThat(listed("ada")).containsExactly("UNIT ledger", "IMPEDIMENT " + impediment);
        assertThat(listed("guest")).doesNotContain("UNIT ledger");

        assertThat(delete("ada", "IMPEDIMENT", impediment).statusCode()).isEqualTo(204);
        assertThat(delete("ada", "IMPEDIMENT", impediment).statusCode()).isEqualTo(204);
        assertThat(delete("ada", "DECISION", "never-was").statusCode()).isEqualTo(204);
        assertThat(listed("ada")).containsExactly("UNIT ledger");
    }

    @Test
    void tellsOfNothingWhoFollowsNothing() {
        impediment("ORGANIZATION", "payments");
        assertThat(listed("idle")).isEmpty();
        assertThat(events("idle", FOLLOWED)).isEmpty();
    }

    @Test
    void tellsOfUnitsWithAllBelowThemAndOfSingleThingsThroughAllPages() {
        String elsewhere = impediment("ORGANIZATION", "billing");
        String outcome = subject("roadmap.outcomes", "ORGANIZATION", "billing");
        service.publish("roadmap.assessments", outcome, 1, state("ORGANIZATION", "billing"));
        List<String> below = List.of(impediment("ORGANIZATION", "ledger"), impediment("ORGANIZATION", "payments"));
        await().atMost(SOON)
                .until(() -> events("sam", "/api/feed/events?topic=roadmap.assessments")
                        .contains(outcome));
        put("sam", "UNIT", "shop");
        put("sam", "OUTCOME", outcome);

        List<String> told = new ArrayList<>();
        JsonNode page = read("sam", FOLLOWED + "&limit=2");
        told.addAll(subjects(page));
        int pages = 1;
        for (; page.path("next").isString(); pages++) {
            page = read("sam", FOLLOWED + "&limit=2&cursor=" + page.get("next").stringValue());
            told.addAll(subjects(page));
        }
        assertThat(pages).isGreaterThan(2);
        assertThat(told)
                .isEqualTo(events("sam", FOLLOWED + "&limit=100"))
                .containsAll(below)
                .contains("shop", "payments", "ledger")
                .doesNotContain(elsewhere, "billing", "product");
        assertThat(told.stream().filter(outcome::equals))
                .as("the outcome and its assessment")
                .hasSize(2);
        assertThat(events("sam", FOLLOWED + "&topic=roadmap.outcomes")).containsExactly(outcome);
        assertThat(events("sam", FOLLOWED + "&unit=ledger"))
                .contains(below.get(0))
                .doesNotContain(below.get(1), outcome);

        assertThat(delete("sam", "UNIT", "shop").statusCode()).isEqualTo(204);
        assertThat(events("sam", FOLLOWED)).containsExactly(outcome, outcome);
    }

    @Test
    void tellsOfACommunityWithAllThatBelongsToIt() {
        String chapter = community("ORGANIZATION");
        String other = community("ORGANIZATION");
        String page = subject("cop.pages", "ORGANIZATION", chapter);
        String idea = subject("cop.ideas", "ORGANIZATION", chapter);
        String elsewhere = subject("cop.pages", "ORGANIZATION", other);
        assertThat(put("reader", "COMMUNITY", chapter).statusCode()).isEqualTo(200);

        assertThat(events("reader", FOLLOWED))
                .containsExactlyInAnyOrder(chapter, page, idea)
                .doesNotContain(elsewhere);
    }

    @Test
    void whoFollowsTheProductFollowsEverything() {
        String impediment = impediment("ORGANIZATION", "billing");
        put("chief", "UNIT", "product");
        assertThat(events("chief", FOLLOWED + "&limit=100"))
                .contains(impediment, "product", "shop", "billing")
                .isEqualTo(events("chief", "/api/feed/events?limit=100"));
    }

    @Test
    void aFollowerOfTheLogInMemoryIsToldTheSame() {
        String followed = impediment("ORGANIZATION", "billing");
        String other = impediment("ORGANIZATION", "billing");
        Actor actor = service.context().getBean(Actors.class).of(RealParts.get().issuer(), "admin");
        put("admin", "IMPEDIMENT", followed);
        put("admin", "UNIT", "ledger");
        String below = impediment("ORGANIZATION", "ledger");
        LogTail tail = service.context().getBean(LogTail.class);
        EventLog.Followed what = service.context().getBean(Follows.class).of(actor.issuer(), actor.subject());

        assertThat(what.units()).containsExactly("ledger");
        assertThat(what.subjects()).containsExactly(followed);
        assertThat(tail.holds(0)).isTrue();
        EventLog.Filter filter = new EventLog.Filter(null, null, null, null, null, null, null, 0L).among(what);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tail.read(filter, actor, 2_000).entries())
                        .extracting(Placed::subject)
                        .contains(followed, below, "ledger")
                        .doesNotContain(other, "billing"));
    }

    @Test
    void whatOneMayNotSeeAnswersLikeWhatDoesNotExist() {
        String hidden = UUID.randomUUID().toString();
        service.publish("team.impediments", hidden, state("TEAM", "payments"));
        await().atMost(SOON).until(() -> events("sam", "/api/feed/events?subject=" + hidden), List.of(hidden)::equals);
        String missing = UUID.randomUUID().toString();

        HttpResponse<String> ofHidden = put("guest", "IMPEDIMENT", hidden);
        HttpResponse<String> ofMissing = put("guest", "IMPEDIMENT", missing);
        assertThat(ofHidden.statusCode()).isEqualTo(404);
        assertThat(ofHidden.body().replace(hidden, "N"))
                .isEqualTo(ofMissing.body().replace(missing, "N"));
        assertThat(put("sam", "IMPEDIMENT", hidden).statusCode()).isEqualTo(200);
        assertThat(put("sam", "DECISION", hidden).statusCode()).isEqualTo(404);
        assertThat(put("sam", "PERSON", "sam").statusCode()).isEqualTo(400);
        delete("sam", "IMPEDIMENT", hidden);
    }

    @Test
    void whatOneMayNotSeeAnyMoreIsNotShownUntilOneMayAgain() {
        String id = impediment("ORGANIZATION", "payments");
        put("guest", "IMPEDIMENT", id);
        assertThat(events("guest", FOLLOWED)).containsExactly(id);

        service.publish("team.impediments", id, 2, state("TEAM", "payments"));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(listed("guest")).isEmpty();
            assertThat(events("guest", FOLLOWED)).isEmpty();
        });

        service.publish("team.impediments", id, 3, state("ORGANIZATION", "payments"));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(listed("guest")).containsExactly("IMPEDIMENT " + id);
            assertThat(events("guest", FOLLOWED)).containsExactly(id, id, id);
        });
        assertThat(delete("guest", "IMPEDIMENT", id).statusCode()).isEqualTo(204);
    }

    @Test
    void nobodyFollowsMoreThanIsKeptThoughTheySayItAllAtOnce() {
        List<String> ids = IntStream.rangeClosed(0, Follows.MOST + 10)
                .mapToObj(i -> "many-" + i + "-" + UUID.randomUUID())
                .toList();
        ids.forEach(id -> service.publish("team.dependencies", id, state("ORGANIZATION", "billing")));
        await().atMost(SOON)
                .until(
                        () -> events(
                                        "sam",
                                        "/api/feed/events?topic=team.dependencies&subject=" + ids.get(ids.size() - 1))
                                .size(),
                        Integer.valueOf(1)::equals);

        List<CompletableFuture<HttpResponse<String>>> answers = ids.stream()
                .map(id -> CompletableFuture.supplyAsync(() -> put("many", "DEPENDENCY", id)))
                .toList();

        List<HttpResponse<String>> refused = answers.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() != 200)
                .toList();
        assertThat(listed("many")).hasSize(Follows.MOST).doesNotHaveDuplicates();
        assertThat(refused).hasSize(11).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("/problems/follows-too-many");
        });
        String followed = listed("many").get(0).replace("DEPENDENCY ", "");
        assertThat(put("many", "DEPENDENCY", followed).statusCode()).isEqualTo(200);
        assertThat(delete("many", "DEPENDENCY", followed).statusCode()).isEqualTo(204);
        assertThat(put("many", "UNIT", "ledger").statusCode()).isEqualTo(200);
        assertThat(put("many", "DEPENDENCY", followed).statusCode()).isEqualTo(409);

        String hidden = listed("many").get(1).replace("DEPENDENCY ", "");
        service.publish("team.dependencies", hidden, 2, state("TEAM", "billing"));
        await().atMost(SOON).untilAsserted(() -> assertThat(listed("many")).hasSize(Follows.MOST - 1));
        assertThat(put("many", "DEPENDENCY", followed).statusCode())
                .as("what is not seen any more makes room")
                .isEqualTo(200);
    }

    @Test
    void whomTheOrganizationDoesNotKnowFollowsNothing() {
        assertThat(service.get("stranger", FOLLOWS).statusCode()).isEqualTo(403);
        assertThat(put("stranger", "UNIT", "ledger").statusCode()).isEqualTo(403);
        assertThat(delete("stranger", "UNIT", "ledger").statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> put(String who, String kind, String id) {
        return service.send("PUT", RealParts.get().token(who), FOLLOWS + "/" + kind + "/" + id, "", Map.of());
    }

    private static HttpResponse<String> delete(String who, String kind, String id) {
        return service.send("DELETE", RealParts.get().token(who), FOLLOWS + "/" + kind + "/" + id, "", Map.of());
    }

    private static List<String> listed(String who) {
        return StreamSupport.stream(read(who, FOLLOWS).get("items").spliterator(), false)
                .map(item ->
                        item.get("kind").stringValue() + " " + item.get("id").stringValue())
                .toList();
    }

    private static List<String> events(String who, String path) {
        return subjects(read(who, path));
    }

    private static List<String> subjects(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("subject").stringValue())
                .toList();
    }

    private static JsonNode read(String who, String path) {
        HttpResponse<String> answer = service.get(who, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningService.body(answer);
    }

    /** One that the log knows; returns its id. */
    private static String impediment(String visibility, String team) {
        return subject("team.impediments", visibility, team);
    }

    private static String subject(String topic, String visibility, String team) {
        String id = UUID.randomUUID().toString();
        service.publish(topic, id, state(visibility, team));
        await().atMost(SOON)
                .until(() -> !events("sam", "/api/feed/events?subject=" + id).isEmpty());
        return id;
    }

    private static String state(String visibility, String team) {
        return "{\"title\":\"The vault is shut\",\"visibility\":\"%s\",\"scopes\":[\"%s\"]}"
                .formatted(visibility, team);
    }

    private static String community(String visibility) {
        String id = UUID.randomUUID().toString();
        service.publish("cop.communities", id, """
                {"kind":"COMMUNITY","apart":true,"name":"Chapter","visibility":"%s","scopes":["%s"],
                 "assignments":[]}""".formatted(visibility, id));
        await().atMost(SOON)
                .until(() -> !events("sam", "/api/feed/events?subject=" + id).isEmpty());
        return id;
    }

    private static void unit(String id, String kind, String parent, String developer) {
        String assignments = developer.isEmpty()
                ? ""
                : "{\"person\":\"" + developer + "\",\"role\":\"DEVELOPER\",\"from\":\"2026-01-01\"}";
        service.publish("team.units", id, """
                {"kind":"%s","name":"%s","parent":%s,"visibility":"ORGANIZATION","scopes":[],"assignments":[%s]}""".formatted(kind, id, parent, assignments));
    }
}
