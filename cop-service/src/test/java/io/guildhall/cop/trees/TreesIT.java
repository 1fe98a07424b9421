package io.guildhall.cop.trees;

import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.GRACE;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guildhall.cop.RunningCommunities;
import io.guildhall.platform.aggregate.StateMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Decision trees and their runs over HTTP, on a real store, broker and token check. */
class TreesIT {

    private static final String WHOLE = """
            {"title":"Escalate or not","summary":"For old impediments","start":"talked","nodes":[
             {"id":"talked","question":"Have the two teams talked?","help":"A ticket does not count.",
              "answers":[{"text":"No","to":"talk"},{"text":"Yes","to":"agreed"}]},
             {"id":"agreed","question":"Do they agree?",
              "answers":[{"text":"No","to":"escalate"},{"text":"Ask again","to":"talked"}]},
             {"id":"talk","outcome":"Talk first","advice":"**Today**, by voice."},
             {"id":"escalate","outcome":"Escalate"}]}""";

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
    void isSavedHalfFinishedAndPublishedWhole() {
        HttpResponse<String> drafted = running.post(AMARA, community + "/trees", """
                {"title":"Escalate or not","start":"talked","nodes":[
                 {"id":"talked","question":"Have they talked?","answers":[{"text":"No","to":"talk"},{"text":"Yes"}]}]}""");
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        String path = drafted.headers().firstValue("Location").orElseThrow();
        JsonNode gaps = body(drafted).path("gaps");
        assertThat(gaps.size()).isEqualTo(2);
        assertThat(gaps.path(0).path("node").asString()).isEqualTo("talked");
        assertThat(gaps.path(0).path("kind").asString()).isEqualTo("LEADS_NOWHERE");
        assertThat(gaps.path(0).path("todo").asString()).contains("'No'");
        assertThat(running.get(DEV, path).statusCode())
                .as("a draft is for members")
                .isEqualTo(404);
        assertThat(titles(running.get(DEV, community + "/trees"))).isEmpty();
        assertThat(titles(running.get(PRIYA, community + "/trees"))).containsExactly("Escalate or not");

        HttpResponse<String> refused = running.post(AMARA, path + "/publish", "", drafted);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(body(refused).path("type").asString()).endsWith("tree-has-gaps");
        assertThat(body(refused).path("gaps")).isEqualTo(gaps);

        HttpResponse<String> edited = running.put(AMARA, path, WHOLE, drafted);
        assertThat(body(edited).path("gaps").isEmpty()).as(edited.body()).isTrue();
        assertThat(body(edited).path("revision").asInt()).isEqualTo(2);
        assertThat(body(edited).path("nodes").path(2).path("html").asString()).contains("<strong>Today</strong>");
        HttpResponse<String> published = running.post(AMARA, path + "/publish", "", edited);
        assertThat(body(published).path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(texts(body(running.get(DEV, path)).path("can"))).containsExactly("RunTree");
        assertThat(running.put(AMARA, path, "{\"title\":\"Gone\"}", published).statusCode())
                .as("what is published gets no gaps")
                .isEqualTo(422);
    }

    @Test
    void onlyItsOwnerAndTheLeadsWorkOnIt() {
        String path = publishedTree();
        running.post(DEV, community + "/join", "");
        HttpResponse<String> seen = running.get(DEV, path);
        assertThat(running.put(DEV, path, WHOLE, seen).statusCode()).isEqualTo(403);
        assertThat(running.post(DEV, path + "/archive", "{}", seen).statusCode())
                .isEqualTo(403);
        assertThat(running.post(DEV, path + "/owner", "{\"person\":\"dev\"}", seen)
                        .statusCode())
                .isEqualTo(403);
        assertThat(running.post(CARLA, community + "/trees", WHOLE).statusCode())
                .as("members draft")
                .isEqualTo(403);
        assertThat(running.put(PRIYA, path, WHOLE.replace("For old", "For any"), seen)
                        .statusCode())
                .as("a lead edits")
                .isEqualTo(200);
        assertThat(running.put(AMARA, path, WHOLE, seen).statusCode())
                .as("of an older version")
                .isEqualTo(412);
        HttpResponse<String> handed =
                running.post(AMARA, path + "/owner", "{\"person\":\"dev\"}", running.get(AMARA, path));
        assertThat(body(handed).path("owner").path("id").asString()).isEqualTo("dev");
        HttpResponse<String> archived = running.post(DEV, path + "/archive", "{\"reason\":\"Old\"}", handed);
        assertThat(body(archived).path("status").asString()).isEqualTo("ARCHIVED");
        assertThat(running.post(DEV, path + "/runs", "").statusCode()).isEqualTo(409);
        assertThat(body(running.post(DEV, path + "/reopen", "", archived))
                        .path("status")
                        .asString())
                .isEqualTo("DRAFT");
    }

    @Test
    void whatItsOwnerLeftIsTakenByAnyMember() {
        String leaver = "leaver-" + System.nanoTime();
        running.person(leaver, true);
        await().until(() -> running.post(leaver, community + "/join", "").statusCode() == 200);
        String path = running.post(leaver, community + "/trees", WHOLE)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        running.person(leaver, false);
        await().untilAsserted(() ->
                assertThat(texts(body(running.get(AMARA, path)).path("can"))).containsExactly("TakeTree"));
        HttpResponse<String> taken =
                running.post(AMARA, path + "/owner", "{\"person\":\"amara\"}", running.get(AMARA, path));
        assertThat(body(taken).path("owner").path("id").asString()).isEqualTo("amara");
    }

    @Test
    void nobodyBeginsMoreThanTwoHundredRunsInAMonth() {
        String eager = "eager-" + System.nanoTime();
        running.person(eager, true);
        String runs = publishedTree() + "/runs";
        await().until(() -> running.post(eager, runs, "").statusCode() == 201);
        for (int more = 1; more < 200; more++) {
            assertThat(running.post(eager, runs, "").statusCode()).isEqualTo(201);
        }
        HttpResponse<String> refused = running.post(eager, runs, "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(body(refused).path("type").asString()).endsWith("runs-too-many");
        assertThat(running.post(DEV, runs, "").statusCode()).isEqualTo(201);
    }

    @Test
    void isRunStepByStepByOnePersonAlone() {
        HttpResponse<String> started = running.post(DEV, publishedTree() + "/runs", "");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        String run = started.headers().firstValue("Location").orElseThrow();
        assertThat(body(started).path("question").path("text").asString()).isEqualTo("Have the two teams talked?");
        assertThat(texts(body(started).path("question").path("answers"))).containsExactly("No", "Yes");

        answer(DEV, run, 0, 1);
        assertThat(body(answer(DEV, run, 0, 1)).path("steps").size())
                .as("the same again")
                .isEqualTo(1);
        HttpResponse<String> otherwise = answer(DEV, run, 0, 0);
        assertThat(otherwise.statusCode()).isEqualTo(409);
        assertThat(body(otherwise).path("type").asString()).endsWith("answered-otherwise");
        assertThat(body(answer(DEV, run, 1, 0)).path("end").path("outcome").asString())
                .isEqualTo("Escalate");

        JsonNode back = body(running.post(DEV, run + "/back", "{\"step\":0}"));
        assertThat(back.path("steps").isEmpty()).isTrue();
        assertThat(back.path("end").isNull()).isTrue();
        JsonNode ended = body(answer(DEV, run, 0, 0));
        assertThat(ended.path("end").path("html").asString()).contains("<strong>Today</strong>");

        assertThat(running.get(PRIYA, run).statusCode()).as("of the lead").isEqualTo(404);
        assertThat(answer(PRIYA, run, 0, 0).statusCode()).isEqualTo(404);
        assertThat(running.post(PRIYA, run + "/attach", attach("IMPEDIMENT", "i"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(running.service().log("cop.tree-runs", id(run)))
                .as("nothing is told")
                .isEmpty();
    }

    @Test
    void asksTheQuestionsItBeganWithWhateverBecomesOfTheTree() {
        String path = publishedTree();
        String run = run(DEV, path);
        running.put(AMARA, path, WHOLE.replace("Talk first", "Have lunch first"), running.get(AMARA, path));
        JsonNode ended = body(answer(DEV, run, 0, 0));
        assertThat(ended.path("end").path("outcome").asString()).isEqualTo("Talk first");
        assertThat(ended.path("revision").asInt()).isEqualTo(1);
        assertThat(body(running.get(DEV, path)).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void beginsOnceForOneKey() {
        String path = publishedTree();
        Map<String, String> key = Map.of("Idempotency-Key", "run-" + path);
        HttpResponse<String> first = running.service().post(DEV, path + "/runs", "", key);
        String run = first.headers().firstValue("Location").orElseThrow();
        answer(DEV, run, 0, 1);
        HttpResponse<String> again = running.service().post(DEV, path + "/runs", "", key);
        assertThat(again.headers().firstValue("Location")).hasValue(run);
        assertThat(body(again).path("steps").size()).isEqualTo(1);
        assertThat(running.service()
                        .post(DEV, publishedTree() + "/runs", "", key)
                        .statusCode())
                .as("the key of another request")
                .isEqualTo(422);
    }

    @Test
    void goesBackOnceForOneKey() {
        String run = run(DEV, publishedTree());
        answer(DEV, run, 0, 1);
        Map<String, String> key = Map.of("Idempotency-Key", "back-" + run);
        running.service().post(DEV, run + "/back", "{\"step\":0}", key);
        answer(DEV, run, 0, 1);
        HttpResponse<String> late = running.service().post(DEV, run + "/back", "{\"step\":0}", key);
        assertThat(body(late).path("steps").size()).isEqualTo(1);
        assertThat(running.service()
                        .post(DEV, run + "/back", "{\"step\":1}", key)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void answersAtTheSameMomentTakeOneStep() throws Exception {
        String run = run(DEV, publishedTree());
        ExecutorService tabs = Executors.newFixedThreadPool(4);
        try {
            List<Callable<HttpResponse<String>>> answers = IntStream.range(0, 8)
                    .<Callable<HttpResponse<String>>>mapToObj(i -> () -> answer(DEV, run, 0, i % 2))
                    .toList();
            int taken = 0;
            for (Future<HttpResponse<String>> answered : tabs.invokeAll(answers)) {
                assertThat(answered.get().statusCode()).isIn(200, 409);
                taken += answered.get().statusCode() == 200 ? 1 : 0;
            }
            assertThat(taken).as("the same answer from four").isEqualTo(4);
        } finally {
            tabs.shutdownNow();
        }
        assertThat(body(running.get(DEV, run)).path("steps").size()).isEqualTo(1);
    }

    @Test
    void whoeverRanItAttachesItAndThenOthersSeeIt() {
        String impediment = "impediment-" + System.nanoTime();
        String run = run(DEV, publishedTree());
        assertThat(running.post(DEV, run + "/attach", attach("IMPEDIMENT", impediment))
                        .statusCode())
                .as("before its end")
                .isEqualTo(409);
        answer(DEV, run, 0, 0);
        assertThat(running.post(DEV, run + "/attach", attach("UNKNOWN", impediment))
                        .statusCode())
                .isEqualTo(422);

        HttpResponse<String> attached = running.post(DEV, run + "/attach", attach("IMPEDIMENT", impediment));
        assertThat(attached.statusCode()).as(attached.body()).isEqualTo(200);
        running.post(DEV, run + "/attach", attach("IMPEDIMENT", impediment));
        JsonNode seen = body(running.get(CARLA, run));
        assertThat(seen.path("about").size()).as("attached once").isEqualTo(1);
        assertThat(seen.path("about").path(0).path("by").path("id").asString()).isEqualTo("dev");
        assertThat(seen.path("steps").path(0).path("answer").asString()).isEqualTo("No");
        assertThat(seen.path("can").isEmpty()).isTrue();
        JsonNode records = body(running.get(GRACE, "/api/cop/records?about=IMPEDIMENT:" + impediment));
        assertThat(records.path("items").size()).isEqualTo(1);
        assertThat(records.path("items").path(0).path("end").path("outcome").asString())
                .isEqualTo("Talk first");
        assertThat(body(running.get(GRACE, "/api/cop/records?about=DECISION:" + impediment))
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(running.get(GRACE, "/api/cop/records?about=" + impediment).statusCode())
                .isEqualTo(422);

        assertThat(running.post(DEV, run + "/back", "{\"step\":0}").statusCode())
                .isEqualTo(409);
        assertThat(body(answer(DEV, run, 0, 0)).path("about").size()).isEqualTo(1);
        assertThat(running.post(CARLA, run + "/attach", attach("DECISION", "d")).statusCode())
                .isEqualTo(403);
        assertThat(body(running.post(DEV, run + "/attach", attach("DECISION", "d")))
                        .path("about")
                        .size())
                .isEqualTo(2);
        await().untilAsserted(() ->
                assertThat(running.service().log("cop.tree-runs", id(run))).hasSize(2));
    }

    @Test
    void whatACrashHasLeftHalfAttachedIsStillItsRunnersAndAttachedByTryingAgain() {
        String run = run(DEV, publishedTree());
        answer(DEV, run, 0, 0);
        walks(running.service().context().getBean(MongoDatabase.class))
                .updateOne(Filters.eq("_id", id(run)), Updates.set("state.attached", true));

        assertThat(running.get(CARLA, run).statusCode()).isEqualTo(404);
        assertThat(running.post(DEV, run + "/back", "{\"step\":0}").statusCode())
                .isEqualTo(409);
        assertThat(running.post(DEV, run + "/attach", attach("DECISION", "d")).statusCode())
                .isEqualTo(200);
        assertThat(body(running.get(CARLA, run)).path("about").size()).isEqualTo(1);
    }

    @Test
    void attachingAtTheSameMomentLosesNothing() throws Exception {
        String run = run(DEV, publishedTree());
        answer(DEV, run, 0, 0);
        ExecutorService tabs = Executors.newFixedThreadPool(4);
        try {
            List<Callable<HttpResponse<String>>> all = IntStream.range(0, 8)
                    .<Callable<HttpResponse<String>>>mapToObj(i ->
                            () -> running.post(DEV, run + "/attach", attach("DECISION", "d-" + i % 4)))
                    .toList();
            for (Future<HttpResponse<String>> attached : tabs.invokeAll(all)) {
                assertThat(attached.get().statusCode())
                        .as(attached.get().body())
                        .isEqualTo(200);
            }
        } finally {
            tabs.shutdownNow();
        }
        assertThat(body(running.get(CARLA, run)).path("about").size()).isEqualTo(4);
    }

    @Test
    void whatIsPrivateToACommunityStaysThere() {
        String closed = running.communityOf(PRIYA, "{\"name\":\"Apart\",\"visibility\":\"TEAM\"}");
        String path = publish(PRIYA, closed);
        String run = run(PRIYA, path);
        answer(PRIYA, run, 0, 0);
        running.post(PRIYA, run + "/attach", attach("IMPEDIMENT", "apart"));

        assertThat(running.get(DEV, closed + "/trees").statusCode()).isEqualTo(404);
        assertThat(running.get(DEV, path).statusCode()).isEqualTo(404);
        assertThat(running.get(DEV, path + "/counts").statusCode()).isEqualTo(404);
        assertThat(running.post(DEV, path + "/runs", "").statusCode()).isEqualTo(404);
        assertThat(running.get(DEV, run).statusCode()).isEqualTo(404);
        assertThat(running.post(DEV, run + "/detach", "{\"kind\":\"IMPEDIMENT\",\"id\":\"apart\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(body(running.get(DEV, "/api/cop/trees?q=Escalate&limit=100")).path("items"))
                .extracting(tree -> tree.path("community").path("name").asString())
                .doesNotContain("Apart");
        assertThat(body(running.get(DEV, "/api/cop/records?about=IMPEDIMENT:apart"))
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(body(running.get(PRIYA, "/api/cop/records?about=IMPEDIMENT:apart"))
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void publishedTreesOfAllCommunitiesAreFoundByTheirTitle() {
        String name = "Cutting " + System.nanoTime();
        String path = running.post(AMARA, community + "/trees", WHOLE.replace("Escalate or not", name))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String q = "/api/cop/trees?q=" + name.toLowerCase(Locale.ROOT).replace(' ', '+');
        assertThat(titles(running.get(AMARA, q))).as("a draft is not offered").isEmpty();

        running.post(AMARA, path + "/publish", "", running.get(AMARA, path));
        assertThat(titles(running.get(DEV, q))).containsExactly(name);
        assertThat(body(running.get(DEV, q))
                        .path("items")
                        .path(0)
                        .path("community")
                        .path("name")
                        .asString())
                .isEqualTo("Craft");
        assertThat(titles(running.get(DEV, "/api/cop/trees?q=nothing+is+called+this")))
                .isEmpty();
    }

    @Test
    void whoeverAttachedARunTakesItAwayAndOthersSeeThatItWasThere() {
        String path = publishedTree();
        String run = run(DEV, path);
        answer(DEV, run, 0, 0);
        running.post(DEV, run + "/attach", attach("IMPEDIMENT", "taken-away"));
        String away = "{\"kind\":\"IMPEDIMENT\",\"id\":\"taken-away\"}";

        assertThat(running.post(CARLA, run + "/detach", away).statusCode()).isEqualTo(403);
        HttpResponse<String> detached = running.post(DEV, run + "/detach", away);
        assertThat(detached.statusCode()).as(detached.body()).isEqualTo(200);
        assertThat(texts(body(detached).path("can"))).containsExactly("AttachRun");

        JsonNode record = body(running.get(CARLA, "/api/cop/records?about=IMPEDIMENT:taken-away"))
                .path("items")
                .path(0);
        assertThat(record.path("about").path(0).path("takenAway").isNull()).isFalse();
        assertThat(record.path("about").path(0).path("by").path("id").asString())
                .isEqualTo(DEV);
        assertThat(record.path("steps").isEmpty()).isTrue();
        assertThat(record.path("end").isNull()).isTrue();
        assertThat(body(running.get(DEV, run)).path("steps").size())
                .as("whoever ran it reads it still")
                .isEqualTo(1);

        running.post(DEV, run + "/attach", attach("IMPEDIMENT", "taken-away"));
        assertThat(body(running.get(CARLA, run)).path("steps").size()).isEqualTo(1);
    }

    @Test
    void countsItsEndsFromFiveRunsOnAndFiveAtATime() {
        String path = publishedTree();
        for (int i = 0; i < 4; i++) {
            answer(i % 2 == 0 ? DEV : CARLA, run(i % 2 == 0 ? DEV : CARLA, path), 0, 0);
        }
        run(DEV, path);
        JsonNode few = body(running.get(AMARA, path + "/counts"));
        assertThat(few.path("fewerThanFive").asBoolean()).isTrue();
        assertThat(few.path("ends").isEmpty()).isTrue();

        String last = run(DEV, path);
        answer(DEV, last, 0, 1);
        answer(DEV, last, 1, 0);
        JsonNode five = body(running.get(AMARA, path + "/counts"));
        assertThat(five.path("runs").asInt()).isEqualTo(5);
        assertThat(counts(five)).containsExactly("talk 4", "escalate 1");

        answer(DEV, run(DEV, path), 0, 0);
        assertThat(body(running.get(AMARA, path + "/counts")))
                .as("the difference would be one run")
                .isEqualTo(five);
    }

    @Test
    void countsWhatACrashHasLeftUncounted() {
        String path = publishedTree();
        for (int i = 0; i < 5; i++) {
            answer(DEV, run(DEV, path), 0, 0);
        }
        // As if nobody had come to count any of them, and then as if they had been counted without being marked.
        MongoDatabase database = running.service().context().getBean(MongoDatabase.class);
        database.getCollection("tree_tallies").deleteOne(Filters.eq("_id", id(path)));
        for (int i = 0; i < 2; i++) {
            walks(database).updateMany(Filters.eq("state.tree", id(path)), Updates.set("state.uncounted", true));
            assertThat(counts(body(running.get(AMARA, path + "/counts")))).containsExactly("talk 5", "escalate 0");
        }
    }

    @Test
    void runsOfOneselfAreForgottenAfterThirtyDaysAndCountAllTheSame() {
        String path = publishedTree();
        List<String> old = Collections.nCopies(5, path).stream()
                .map(tree -> run(DEV, tree))
                .toList();
        old.forEach(run -> answer(DEV, run, 0, 0));
        String shown = old.get(0);
        running.post(DEV, shown + "/attach", attach("IMPEDIMENT", "old"));
        MongoDatabase database = running.service().context().getBean(MongoDatabase.class);
        walks(database)
                .updateMany(
                        Filters.eq("state.tree", id(path)),
                        Updates.set(
                                "state.touched", StateMapper.text(Instant.now().minus(Duration.ofDays(31)))));

        assertThat(running.get(DEV, old.get(1)).statusCode()).isEqualTo(404);
        database.getCollection("tree_tallies").deleteOne(Filters.eq("_id", id(path)));
        walks(database).updateMany(Filters.eq("state.tree", id(path)), Updates.set("state.uncounted", true));
        running.service().context().getBean(ForgetRuns.class).sweep();
        assertThat(walks(database).countDocuments(Filters.eq("state.tree", id(path))))
                .isZero();
        assertThat(counts(body(running.get(AMARA, path + "/counts")))).containsExactly("talk 5", "escalate 0");
        assertThat(body(running.get(CARLA, shown)).path("steps").size())
                .as("what is attached stays")
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsMissingInARequest() {
        String path = publishedTree();
        HttpResponse<String> seen = running.get(AMARA, path);
        assertThat(running.post(AMARA, path + "/owner", "{}", seen).statusCode())
                .isEqualTo(400);
        assertThat(running.put(AMARA, path, "{\"title\":\"A\",\"nodes\":[{}]}", seen)
                        .statusCode())
                .isEqualTo(422);
        String run = run(DEV, path);
        assertThat(running.post(DEV, run + "/answers", "{\"step\":0}").statusCode())
                .isEqualTo(400);
        answer(DEV, run, 0, 0);
        assertThat(running.post(DEV, run + "/attach", "{\"id\":\"i\"}").statusCode())
                .isEqualTo(400);
        assertThat(running.post(DEV, run + "/attach", "{\"kind\":\"PAGE\"}").statusCode())
                .isEqualTo(422);
    }

    private static MongoCollection<Document> walks(MongoDatabase database) {
        return database.getCollection("tree_walks");
    }

    private String publishedTree() {
        return publish(AMARA, community);
    }

    private static String publish(String owner, String community) {
        HttpResponse<String> drafted = running.post(owner, community + "/trees", WHOLE);
        String path = drafted.headers().firstValue("Location").orElseThrow();
        assertThat(running.post(owner, path + "/publish", "", drafted).statusCode())
                .isEqualTo(200);
        return path;
    }

    private static String run(String who, String tree) {
        return running.post(who, tree + "/runs", "")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> answer(String who, String run, int step, int answer) {
        return running.post(who, run + "/answers", "{\"step\":" + step + ",\"answer\":" + answer + "}");
    }

    private static String attach(String kind, String id) {
        return "{\"kind\":\"" + kind + "\",\"id\":\"" + id + "\",\"title\":\"No test environment\"}";
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> counts(JsonNode counts) {
        return StreamSupport.stream(counts.path("ends").spliterator(), false)
                .map(end -> end.path("node").asString() + " " + end.path("runs").asInt())
                .toList();
    }

    private static List<String> titles(HttpResponse<String> page) {
        return StreamSupport.stream(body(page).path("items").spliterator(), false)
                .map(item -> item.path("title").asString())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
