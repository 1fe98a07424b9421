package io.guildhall.cop.pages;

import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guildhall.cop.RunningCommunities;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Playbook pages over HTTP, on a real store, broker and token check. */
class PagesIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static RunningCommunities running;

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
    void aCommunityOfPriyaAndAmara() {
        community = running.communityOf(PRIYA, "{\"name\":\"Craft\"}");
        running.post(AMARA, community + "/join", "");
    }

    @Test
    void isWrittenReviewedPublishedAndRead() {
        HttpResponse<String> drafted = running.post(AMARA, community + "/pages", """
                {"title":"A page","summary":"Why and how","text":"# Why\\n\\nAsk **who** goes next.",
                 "treats":["over-serving-scrum-master"]}""");
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        String path = drafted.headers().firstValue("Location").orElseThrow();
        assertThat(body(drafted).path("html").asString()).contains("<strong>who</strong>");
        assertThat(body(drafted).path("contents").path(0).path("text").asString())
                .isEqualTo("Why");
        assertThat(running.get(DEV, path).statusCode())
                .as("a draft is for members")
                .isEqualTo(404);
        assertThat(titles(running.get(DEV, community + "/pages"))).isEmpty();

        assertThat(running.post(AMARA, path + "/submit", "").statusCode()).isEqualTo(200);
        HttpResponse<String> back = running.post(PRIYA, path + "/send-back", "{\"remark\":\"An example, please\"}");
        assertThat(body(back).path("status").asString()).isEqualTo("DRAFT");
        assertThat(body(write(AMARA, path, 1, "# Why\n\nAsk **who** goes next.\n\nFor example Ilka."))
                        .path("page")
                        .path("revision")
                        .asInt())
                .isEqualTo(2);
        running.post(AMARA, path + "/submit", "");
        HttpResponse<String> published = running.post(PRIYA, path + "/publish", "{}", running.get(PRIYA, path));
        assertThat(body(published).path("status").asString())
                .as(published.body())
                .isEqualTo("PUBLISHED");
        assertThat(body(published).path("reviewBy").asString())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(180).toString());

        assertThat(running.get(DEV, path).statusCode()).isEqualTo(200);
        assertThat(titles(running.get(DEV, community + "/pages"))).containsExactly("A page");
        assertThat(can(running.get(DEV, path))).containsExactly("ProposeChange");
    }

    @Test
    void twoWhoWriteAtTheSameTimeLoseNothing() {
        String path = page("one\n\ntwo\n\nthree");

        assertThat(body(write(PRIYA, path, 1, "ONE\n\ntwo\n\nthree"))
                        .path("merged")
                        .asBoolean())
                .isFalse();
        JsonNode merged = body(write(AMARA, path, 1, "one\n\ntwo\n\nTHREE"));
        assertThat(merged.path("merged").asBoolean()).isTrue();
        assertThat(merged.path("page").path("text").asString()).isEqualTo("ONE\n\ntwo\n\nTHREE");

        HttpResponse<String> met = write(AMARA, path, 1, "uno\n\ntwo\n\nthree");
        assertThat(met.statusCode()).isEqualTo(409);
        assertThat(body(met).path("type").asString()).endsWith("texts-meet");
        assertThat(body(met).path("present").path("revision").asInt()).isEqualTo(3);
        assertThat(body(met).path("together").asString())
                .contains("uno")
                .contains("ONE")
                .contains("THREE");
        assertThat(body(running.get(AMARA, path)).path("revision").asInt()).isEqualTo(3);
    }

    @Test
    void twoTitlesAtTheSameTimeMeetAsWell() {
        String path = page("text");
        for (String title : List.of("Alpha", "Beta")) {
            HttpResponse<String> written = running.service()
                    .send(
                            "PUT",
                            RealParts.get().token(PRIYA),
                            path + "/text",
                            json(Map.of("base", 1, "title", title, "text", "text")),
                            Map.of());
            assertThat(written.statusCode()).isEqualTo(title.equals("Alpha") ? 200 : 409);
        }
        assertThat(body(running.get(PRIYA, path)).path("title").asString()).isEqualTo("Alpha");
    }

    @Test
    void tenWhoWriteAtTheSameMomentAllFindTheirLineInThePage() throws Exception {
        String path = page(lines("start"));
        ExecutorService writers = Executors.newFixedThreadPool(5);
        try {
            List<Callable<HttpResponse<String>>> texts = IntStream.range(0, 10)
                    .<Callable<HttpResponse<String>>>mapToObj(i -> () -> write(
                            i % 2 == 0 ? PRIYA : AMARA,
                            path,
                            1,
                            lines("start").replace("line " + i + ".", "mine " + i)))
                    .toList();
            for (Future<HttpResponse<String>> written : writers.invokeAll(texts)) {
                assertThat(written.get().statusCode()).as(written.get().body()).isEqualTo(200);
            }
        } finally {
            writers.shutdownNow();
        }
        JsonNode page = body(running.get(PRIYA, path));
        assertThat(page.path("revision").asInt()).isEqualTo(11);
        for (int i = 0; i < 10; i++) {
            assertThat(page.path("text").asString()).contains("mine " + i);
        }
        assertThat(body(running.get(PRIYA, path + "/revisions")).path("items").size())
                .isEqualTo(11);
    }

    @Test
    void everyRevisionIsKeptComparedAndRestored() {
        String path = page("a\nb");
        write(PRIYA, path, 1, "a\nB");
        write(PRIYA, path, 2, "a\nB\nc");

        JsonNode history = body(running.get(DEV, publish(path) + "/revisions")).path("items");
        assertThat(history.size()).isEqualTo(3);
        assertThat(history.path(0).path("number").asInt()).isEqualTo(3);
        assertThat(body(running.get(DEV, path + "/revisions/1")).path("text").asString())
                .isEqualTo("a\nb");
        JsonNode lines =
                body(running.get(DEV, path + "/difference?from=1&to=3")).path("lines");
        assertThat(lines.size()).isEqualTo(4);
        assertThat(lines.path(1).path("kind").asString()).isEqualTo("REMOVED");

        JsonNode restored = body(running.post(PRIYA, path + "/restore", "{\"revision\":1,\"base\":3}"));
        assertThat(restored.path("page").path("text").asString()).isEqualTo("a\nb");
        assertThat(restored.path("page").path("revision").asInt()).isEqualTo(4);
        assertThat(running.get(DEV, path + "/revisions/9").statusCode()).isEqualTo(404);
        assertThat(write(PRIYA, path, 9, "x").statusCode()).isEqualTo(422);
    }

    @Test
    void onlyItsAuthorsAndTheLeadsWriteOn() {
        String path = publish(page("mine"));
        running.post(DEV, community + "/join", "");
        assertThat(write(DEV, path, 1, "theirs").statusCode()).isEqualTo(403);
        assertThat(write(CARLA, path, 1, "theirs").statusCode()).isEqualTo(403);
        assertThat(running.post(DEV, path + "/archive", "{}", running.get(DEV, path))
                        .statusCode())
                .isEqualTo(403);
        assertThat(running.post(DEV, path + "/confirm", "{}").statusCode()).isEqualTo(403);

        running.put(PRIYA, path + "/authors", "{\"authors\":[\"dev\"]}", running.get(PRIYA, path));
        assertThat(write(DEV, path, 1, "ours").statusCode()).isEqualTo(200);
        assertThat(running.post(CARLA, community + "/pages", "{\"title\":\"A\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isArchivedAndStaysReadable() {
        String path = publish(page("old"));
        HttpResponse<String> archived =
                running.post(PRIYA, path + "/archive", "{\"reason\":\"Everybody knows\"}", running.get(PRIYA, path));
        assertThat(archived.statusCode()).isEqualTo(200);
        assertThat(body(running.get(DEV, path)).path("text").asString()).isEqualTo("old");
        assertThat(titles(running.get(DEV, community + "/pages"))).isEmpty();
        assertThat(titles(running.get(DEV, community + "/pages?status=ARCHIVED")))
                .hasSize(1);
        assertThat(write(PRIYA, path, 1, "new").statusCode()).isEqualTo(409);
    }

    @Test
    void knowsWhatLeadsToIt() {
        String target = publish(page("The target"));
        String id = target.substring(target.lastIndexOf('/') + 1);
        publish(page("See [this](/pages/" + id + "#h-x) and [that](/impediments/imp-1)."));

        assertThat(body(running.get(DEV, target)).path("backlinks").size()).isEqualTo(1);
        assertThat(titles(running.get(DEV, "/api/cop/backlinks?path=/impediments/imp-1")))
                .hasSize(1);
    }

    @Test
    void whatAPrivateCommunityWritesDoesNotExistForOthers() {
        String closed = running.communityOf(AMARA, "{\"name\":\"Closed\",\"visibility\":\"TEAM\"}");
        String path = body(running.post(
                        AMARA, closed + "/pages", "{\"title\":\"Ours\",\"text\":\"[x](/impediments/imp-2)\"}"))
                .path("id")
                .asString();
        String page = "/api/cop/pages/" + path;
        running.post(AMARA, page + "/publish", "{}", running.get(AMARA, page));

        for (String other : List.of(DEV, PRIYA, CARLA)) {
            assertThat(running.get(other, page).statusCode()).as(other).isEqualTo(404);
            assertThat(running.get(other, page + "/revisions").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(running.get(other, page + "/difference?from=1&to=1").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(running.get(other, closed + "/pages").statusCode())
                    .as(other)
                    .isIn(404);
            assertThat(titles(running.get(other, "/api/cop/backlinks?path=/impediments/imp-2")))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void survivesWhateverIsPastedAndSaysWhatToDoWithTooMuch() {
        String hostile = "<script>alert(1)</script> שלום 👩‍👩‍👧‍👦 <img src=x onerror=alert(1)>\n\n"
                + "|a|b|\n|-|-|\n" + "|x|y|\n".repeat(1000);
        JsonNode page = body(running.get(PRIYA, page(hostile)));
        assertThat(page.path("text").asString()).isEqualTo(hostile);
        assertThat(page.path("html").asString()).doesNotContain("<script").doesNotContain("onerror");

        HttpResponse<String> tooLong =
                running.post(PRIYA, community + "/pages", json(Map.of("title", "Long", "text", "x".repeat(200_001))));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(body(tooLong).path("detail").asString()).contains("200,000");
        assertThat(running.post(PRIYA, "/api/cop/preview", json(Map.of("text", "> ".repeat(50_000))))
                        .statusCode())
                .isIn(200, 422);
    }

    @Test
    void aLeadLooksThroughPagesByTheDayTheyAreToBeLookedAt() {
        LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        for (int days : List.of(20, 1, 40)) {
            String page = page("text");
            HttpResponse<String> seen = running.get(PRIYA, page);
            running.post(PRIYA, page + "/publish", "{\"reviewBy\":\"" + soon.plusDays(days) + "\"}", seen);
        }
        JsonNode items = body(running.get(
                        PRIYA, community + "/pages?status=PUBLISHED&reviewBefore=" + soon.plusDays(30)))
                .path("items");
        assertThat(StreamSupport.stream(items.spliterator(), false)
                        .map(item -> item.path("reviewBy").asString()))
                .containsExactly(soon.plusDays(1).toString(), soon.plusDays(20).toString());
    }

    @Test
    void whoeverOwnsOrWritesPagesFindsWhatIsLateAndWhatWasSentBack() {
        String late = publish(page("Late"));
        String fresh = publish(page("Fresh"));
        String back = page("Back");
        running.post(PRIYA, back + "/submit", "");
        running.post(PRIYA, back + "/send-back", "{\"remark\":\"An example, please\"}");
        lookAtAgainBy(late, LocalDate.now(ZoneOffset.UTC).minusDays(3));

        for (String writer : List.of(PRIYA, AMARA)) {
            assertThat(own(writer, "?overdue=true")).as(writer).contains(late).doesNotContain(fresh, back);
            assertThat(own(writer, "?sentBack=true")).as(writer).contains(back).doesNotContain(late, fresh);
            assertThat(own(writer, "")).as(writer).contains(late, fresh, back);
        }
        assertThat(own(DEV, "")).doesNotContain(late, fresh, back);
        assertThat(body(running.get(PRIYA, "/api/cop/pages?sentBack=true"))
                        .path("items")
                        .valueStream()
                        .filter(item -> back.endsWith(item.path("id").asString()))
                        .map(item -> item.path("remark").asString()))
                .containsExactly("An example, please");

        running.post(AMARA, late + "/confirm", "{}");
        assertThat(own(PRIYA, "?overdue=true")).doesNotContain(late);
        running.post(AMARA, community + "/leave", "");
        assertThat(own(AMARA, "")).as("a draft is for members").contains(late).doesNotContain(back);
    }

    @Test
    void whatIsLateInACommunityThatHasEndedIsNobodysAnyMore() {
        String late = publish(page("Late"));
        lookAtAgainBy(late, LocalDate.now(ZoneOffset.UTC).minusDays(3));
        assertThat(own(PRIYA, "?overdue=true")).contains(late);
        running.post(PRIYA, community + "/archive", "{}", running.get(PRIYA, community));
        assertThat(own(PRIYA, "?overdue=true")).doesNotContain(late);
    }

    private static void lookAtAgainBy(String page, LocalDate day) {
        running.service()
                .context()
                .getBean(MongoDatabase.class)
                .getCollection("pages")
                .updateOne(
                        Filters.eq("_id", page.substring(page.lastIndexOf('/') + 1)),
                        Updates.set("state.reviewBy", day.toString()));
    }

    private static List<String> own(String who, String which) {
        return body(running.get(who, "/api/cop/pages" + which))
                .path("items")
                .valueStream()
                .map(item -> "/api/cop/pages/" + item.path("id").asString())
                .toList();
    }

    @Test
    void aRepeatedRequestDraftsOnePage() {
        Map<String, String> key = Map.of("Idempotency-Key", "drafted-once");
        String draft = "{\"title\":\"Once\",\"text\":\"Once\"}";
        String first = body(running.service().post(PRIYA, community + "/pages", draft, key))
                .path("id")
                .asString();
        String again = body(running.service().post(PRIYA, community + "/pages", draft, key))
                .path("id")
                .asString();
        assertThat(again).isEqualTo(first);
        assertThat(titles(running.get(PRIYA, community + "/pages"))).containsExactly("Once");
    }

    @Test
    void publishesWhatHappenedWithoutTheText() {
        String path = page("The secret of a good page");
        String id = path.substring(path.lastIndexOf('/') + 1);

        await().untilAsserted(
                        () -> assertThat(running.service().log("cop.pages", id)).hasSize(2));
        assertThat(running.service().log("cop.pages", id))
                .allSatisfy(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .doesNotContain("secret"))
                .extracting(RunningService::type)
                .containsExactly("guildhall.cop.page-drafted.v1", "guildhall.cop.page-authors-named.v1");
    }

    @Test
    void whatWasFixedForGoodAndIsWorthSharingArrivesAsAProposedPage() {
        String id = community.substring(community.lastIndexOf('/') + 1);
        RealParts.Deed resolved = new RealParts.Deed(
                "guildhall.team.impediment-resolved.v1", AMARA, Instant.parse("2026-11-24T12:00:00Z"));
        String state = json(Map.of(
                "title",
                "The test environment is shared",
                "daysLost",
                19,
                "resolution",
                Map.of("fix", "Each team has *its own* environment", "causeRemoved", true, "sharedWith", id)));
        for (int delivery = 0; delivery < 2; delivery++) {
            running.service().publish("team.impediments", "imp-7", 7, resolved, state);
        }
        await().untilAsserted(() -> assertThat(titles(running.get(AMARA, community + "/pages")))
                .containsExactly("The test environment is shared"));
        String path = "/api/cop/pages/"
                + body(running.get(AMARA, community + "/pages"))
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        HttpResponse<String> proposed = running.get(AMARA, path);
        assertThat(body(proposed).path("status").asString()).isEqualTo("PROPOSED");
        assertThat(body(proposed).path("html").asString())
                .contains("Each team has *its own* environment")
                .contains("19 working days lost")
                .contains("/impediments/imp-7");
        assertThat(running.get(DEV, path).statusCode()).isEqualTo(404);

        HttpResponse<String> taken = running.post(AMARA, path + "/owner", "{\"person\":\"amara\"}", proposed);
        assertThat(body(taken).path("status").asString()).as(taken.body()).isEqualTo("DRAFT");
        assertThat(write(AMARA, path, 1, "In my words").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhatIsMissingInARequestThatLeavesItOut() {
        String path = page("mine");
        HttpResponse<String> seen = running.get(PRIYA, path);
        for (String command : List.of("/owner", "/restore", "/changes")) {
            assertThat(running.post(PRIYA, path + command, "{}", seen).statusCode())
                    .as(command)
                    .isIn(400, 422);
        }
        for (String command : List.of("/authors", "/text", "/adoption/payments")) {
            assertThat(running.put(PRIYA, path + command, "{}", seen).statusCode())
                    .as(command)
                    .isIn(400, 422);
        }
        HttpResponse<String> of = running.get(PRIYA, community);
        for (String command : List.of("/lead", "/co-leads", "/members", "/pages")) {
            assertThat(running.post(PRIYA, community + command, "{}", of).statusCode())
                    .as(command)
                    .isIn(400, 409, 422);
        }
        assertThat(running.put(PRIYA, community + "/cadence", "{}", of).statusCode())
                .isIn(400, 422);
        assertThat(running.put(PRIYA, community, "{}", of).statusCode()).isIn(400, 422);
        assertThat(running.post(PRIYA, "/api/cop/communities", "{}").statusCode())
                .isIn(400, 422);
        assertThat(running.post(PRIYA, "/api/cop/preview", "{}").statusCode()).isIn(400, 422);
    }

    private String page(String text) {
        HttpResponse<String> drafted =
                running.post(PRIYA, community + "/pages", json(Map.of("title", "A page", "text", text)));
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        String path = drafted.headers().firstValue("Location").orElseThrow();
        running.put(PRIYA, path + "/authors", "{\"authors\":[\"amara\"]}", running.get(PRIYA, path));
        return path;
    }

    private String publish(String path) {
        HttpResponse<String> published = running.post(PRIYA, path + "/publish", "{}", running.get(PRIYA, path));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        return path;
    }

    private HttpResponse<String> write(String who, String path, int base, String text) {
        return running.service()
                .send(
                        "PUT",
                        RealParts.get().token(who),
                        path + "/text",
                        json(Map.of("base", base, "title", "A page", "text", text)),
                        Map.of());
    }

    /** Lines far enough from each other that a change of one is none of its neighbours. */
    private static String lines(String first) {
        StringBuilder text = new StringBuilder(first);
        for (int i = 0; i < 10; i++) {
            text.append("\n\nline ").append(i).append(".\n\nbetween");
        }
        return text.toString();
    }

    private static String json(Map<String, ?> body) {
        return JSON.writeValueAsString(body);
    }

    private static List<String> can(HttpResponse<String> response) {
        return StreamSupport.stream(body(response).path("can").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> titles(HttpResponse<String> page) {
        return StreamSupport.stream(body(page).path("items").spliterator(), false)
                .map(item -> item.path("title").asString())
                .toList();
    }
}
