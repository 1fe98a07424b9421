package io.guildhall.cop.changes;

import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.GRACE;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.cop.RunningCommunities;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proposed changes over HTTP. */
class ChangesIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static RunningCommunities running;

    @BeforeAll
    static void start() {
        running = RunningCommunities.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aReaderProposesAndTheOwnerTakesItOver() {
        String page = page("one\n\ntwo");
        String change = propose(DEV, page, 1, "one\n\ntwo\n\nthree");
        JsonNode seen = body(running.get(PRIYA, change));
        assertThat(seen.path("can").path(0).asString()).isEqualTo("EditPage");
        assertThat(seen.path("lines").size()).isEqualTo(5);
        assertThat(body(running.get(PRIYA, page + "/changes")).path("items").size())
                .isEqualTo(1);

        assertThat(running.post(AMARA, change + "/take", "").statusCode()).isEqualTo(403);
        assertThat(running.post(DEV, change + "/take", "").statusCode()).isEqualTo(403);
        JsonNode taken = body(running.post(PRIYA, change + "/take", ""));
        assertThat(taken.path("change").path("status").asString()).isEqualTo("TAKEN");
        JsonNode now = body(running.get(AMARA, page));
        assertThat(now.path("text").asString()).endsWith("three");
        assertThat(now.path("by").path("id").asString()).as("who wrote it").isEqualTo("dev");

        running.post(PRIYA, change + "/take", "");
        assertThat(body(running.get(AMARA, page)).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsProposedIsNotExchangedBehindTheReviewersBack() {
        String page = page("one");
        Map<String, String> key = Map.of("Idempotency-Key", "proposed-once");
        HttpResponse<String> proposed = running.service()
                .post(
                        DEV,
                        page + "/changes",
                        JSON.writeValueAsString(Map.of("base", 1, "title", "A page", "text", "harmless")),
                        key);
        HttpResponse<String> exchanged = running.service()
                .post(
                        DEV,
                        page + "/changes",
                        JSON.writeValueAsString(Map.of("base", 1, "title", "A page", "text", "harmful")),
                        key);
        assertThat(exchanged.statusCode()).isEqualTo(422);
        assertThat(body(running.get(PRIYA, location(proposed))).path("text").asString())
                .isEqualTo("harmless");
    }

    @Test
    void whatWasTakenAndThenWrittenOverDoesNotComeBack() {
        String page = page("one");
        String change = propose(DEV, page, 1, "two");
        running.post(PRIYA, change + "/take", "");
        running.post(PRIYA, page + "/restore", "{\"revision\":1,\"base\":2}");
        assertThat(running.post(PRIYA, change + "/take", "").statusCode()).isEqualTo(200);
        assertThat(body(running.get(PRIYA, page)).path("text").asString()).isEqualTo("one");
    }

    @Test
    void isBroughtTogetherWithWhatWasWrittenSinceOrSaysWhereTheyMeet() {
        String page = page("one\n\ntwo\n\nthree");
        String apart = propose(DEV, page, 1, "ONE\n\ntwo\n\nthree");
        String meeting = propose(AMARA, page, 1, "one\n\ntwo\n\ndrei");
        write(page, 1, "one\n\ntwo\n\ntrois");

        assertThat(running.post(PRIYA, apart + "/take", "").statusCode()).isEqualTo(200);
        HttpResponse<String> met = running.post(PRIYA, meeting + "/take", "");
        assertThat(met.statusCode()).isEqualTo(409);
        assertThat(body(met).path("together").asString()).contains("drei").contains("trois");
        assertThat(body(running.get(PRIYA, meeting))
                        .path("change")
                        .path("status")
                        .asString())
                .isEqualTo("OPEN");
    }

    @Test
    void showsWhatItChangesOfTheTextAsItIsNow() {
        String page = page("one\n\ntwo\n\nthree");
        String change = propose(DEV, page, 1, "ONE\n\ntwo\n\nthree");
        write(page, 1, "one\n\ntwo\n\ntrois");
        JsonNode seen = body(running.get(PRIYA, change));
        assertThat(seen.path("revision").asInt()).isEqualTo(2);
        assertThat(seen.path("clean").asBoolean()).isTrue();
        assertThat(texts(seen, "ADDED")).containsExactly("ONE");
        assertThat(texts(seen, "SAME")).contains("trois").doesNotContain("three");

        write(page, 2, "uno\n\ntwo\n\ntrois");
        JsonNode meeting = body(running.get(PRIYA, change));
        assertThat(meeting.path("clean").asBoolean()).isFalse();
        assertThat(texts(meeting, "REMOVED")).containsExactly("one");
    }

    @Test
    void whoTakesItOverSaysWhatStandsThereWhereBothMeet() {
        String page = page("one\n\ntwo");
        String change = propose(DEV, page, 1, "one\n\nzwei");
        write(page, 1, "one\n\ndeux");
        assertThat(running.post(PRIYA, change + "/take", "").statusCode()).isEqualTo(409);

        String settled = JSON.writeValueAsString(Map.of("base", 2, "title", "A page", "text", "one\n\nzwei, deux"));
        assertThat(running.post(DEV, change + "/take", settled).statusCode()).isEqualTo(403);
        JsonNode taken = body(running.post(PRIYA, change + "/take", settled));

        assertThat(taken.path("change").path("status").asString()).isEqualTo("TAKEN");
        JsonNode now = body(running.get(AMARA, page));
        assertThat(now.path("text").asString()).endsWith("zwei, deux");
        assertThat(now.path("by").path("id").asString()).as("who settled it").isEqualTo("priya");
    }

    @Test
    void isListedForThoseWhoMayAnswer() {
        String page = page("for its owner");
        String change = propose(DEV, page, 1, "for its readers");
        assertThat(toAnswer(PRIYA)).contains(idOf(change));
        assertThat(toAnswer(DEV)).doesNotContain(idOf(change));
        running.post(PRIYA, change + "/decline", "{\"reason\":\"No\"}");
        assertThat(toAnswer(PRIYA)).doesNotContain(idOf(change));
    }

    @Test
    void isDeclinedWithAReasonOrTakenBack() {
        String page = page("mine");
        String declined = propose(DEV, page, 1, "yours");
        assertThat(running.post(PRIYA, declined + "/decline", "{}").statusCode())
                .isEqualTo(422);
        assertThat(body(running.post(PRIYA, declined + "/decline", "{\"reason\":\"Not here\"}"))
                        .path("change")
                        .path("reason")
                        .asString())
                .isEqualTo("Not here");
        assertThat(running.post(PRIYA, declined + "/take", "").statusCode()).isEqualTo(409);

        String withdrawn = propose(DEV, page, 1, "ours");
        assertThat(running.post(AMARA, withdrawn + "/withdraw", "").statusCode())
                .isEqualTo(403);
        assertThat(running.post(DEV, withdrawn + "/withdraw", "").statusCode()).isEqualTo(200);
        assertThat(running.post(
                                DEV,
                                page + "/changes",
                                JSON.writeValueAsString(Map.of("base", 9, "title", "A", "text", "")))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobodyHasMoreThanTwentyWaiting() {
        String page = page("mine");
        String first = propose(CARLA, page, 1, "yours");
        for (int more = 1; more < 20; more++) {
            propose(CARLA, page, 1, "yours " + more);
        }
        String another = JSON.writeValueAsString(Map.of("base", 1, "title", "A page", "text", "and ours"));
        HttpResponse<String> refused = running.post(CARLA, page + "/changes", another);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(body(refused).path("type").asString()).endsWith("proposals-too-many");

        running.post(PRIYA, first + "/decline", "{\"reason\":\"Not here\"}");
        assertThat(running.post(CARLA, page + "/changes", another).statusCode()).isEqualTo(201);
    }

    @Test
    void whatWaitsIsInTheQueueOfItsCommunity() {
        String page = page("queue");
        String community = "/api/cop/communities/"
                + body(running.get(PRIYA, page)).path("community").path("id").asString();
        propose(DEV, page, 1, "first");
        String second = propose(AMARA, page, 1, "second");
        assertThat(body(running.get(PRIYA, community + "/changes"))
                        .path("items")
                        .size())
                .isEqualTo(2);
        running.post(AMARA, second + "/withdraw", "");
        assertThat(body(running.get(PRIYA, community + "/changes"))
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void doesNotExistForWhoDoesNotSeeThePage() {
        String closed = running.communityOf(AMARA, "{\"name\":\"Closed\",\"visibility\":\"TEAM\"}");
        String page = location(running.post(AMARA, closed + "/pages", "{\"title\":\"A page\",\"text\":\"x\"}"));
        String change = propose(AMARA, page, 1, "y");
        for (String other : List.of(DEV, CARLA, PRIYA)) {
            assertThat(running.get(other, change).statusCode()).as(other).isEqualTo(404);
            assertThat(toAnswer(other)).as(other).doesNotContain(idOf(change));
            assertThat(running.post(other, change + "/take", "").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(running.get(other, closed + "/changes").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(body(running.get(other, page + "/changes")).path("items").isEmpty())
                    .as(other)
                    .isTrue();
        }
    }

    @Test
    void whoProposedSomethingSeesAndWithdrawsItWhereThePageIsADraftAgain() {
        String page = page("one");
        String change = propose(DEV, page, 1, "two");
        String another = propose(AMARA, page, 1, "three");
        running.post(PRIYA, page + "/archive", "{}", running.get(PRIYA, page));
        running.post(PRIYA, page + "/reopen", "", running.get(PRIYA, page));
        assertThat(running.get(DEV, page).statusCode()).as("a draft").isEqualTo(404);

        HttpResponse<String> seen = running.get(DEV, change);
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(body(seen).path("readable").asBoolean()).isFalse();
        assertThat(body(seen).path("text").asString()).isEqualTo("two");
        assertThat(body(seen).path("lines").isEmpty()).as("nothing of the page").isTrue();
        assertThat(ids(running.get(DEV, page + "/changes"))).containsExactly(idOf(change));
        assertThat(running.get(AMARA, change).statusCode())
                .as("somebody else's, of a draft")
                .isEqualTo(404);
        HttpResponse<String> withdrawn = running.post(DEV, change + "/withdraw", "");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        assertThat(running.get(DEV, change).statusCode()).as("later").isEqualTo(200);

        assertThat(toAnswer(PRIYA)).contains(idOf(another)).doesNotContain(idOf(change));
        assertThat(body(running.get(PRIYA, another)).path("readable").asBoolean())
                .isTrue();
    }

    @Test
    void isNotTakenAndTakenBackBoth() throws Exception {
        String page = page("0");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 30; round++) {
                int base = body(running.get(PRIYA, page)).path("revision").asInt();
                String text = "round " + round;
                String change = propose(DEV, page, base, text);
                Future<HttpResponse<String>> take = both.submit(() -> running.post(PRIYA, change + "/take", ""));
                Future<HttpResponse<String>> withdraw = both.submit(() -> running.post(DEV, change + "/withdraw", ""));
                List<Integer> answers =
                        List.of(take.get().statusCode(), withdraw.get().statusCode());

                String status = body(running.get(PRIYA, change))
                        .path("change")
                        .path("status")
                        .asString();
                boolean stands =
                        body(running.get(PRIYA, page)).path("text").asString().equals(text);
                assertThat(answers).as(text).containsExactlyInAnyOrder(200, 409);
                assertThat(stands).as(text + " is " + status).isEqualTo(status.equals("TAKEN"));
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void whatWaitsForSomebodyIsFoundHoweverMuchWaitsForOthers() {
        RunningService service = running.service();
        ProposedChanges changes = service.context().getBean(ProposedChanges.class);
        String large = running.communityOf(CARLA, "{\"name\":\"Large\"}");
        String elsewhere = location(running.post(CARLA, large + "/pages", "{\"title\":\"A page\",\"text\":\"x\"}"));
        JsonNode other = body(running.post(CARLA, elsewhere + "/publish", "{}", running.get(CARLA, elsewhere)));
        for (int i = 0; i < 600; i++) {
            CommandContext context = CommandContext.of(Actor.service("tests"), Instant.EPOCH.plusSeconds(i));
            changes.add(
                    new ChangeId(CommandContext.derivedId("elsewhere", Integer.toString(i))),
                    context,
                    ProposedChange.propose(
                            new PageId(other.path("id").asString()),
                            new CommunityId(other.path("community").path("id").asString()),
                            "A page",
                            1,
                            1,
                            null,
                            new PersonId("somebody"),
                            context.at(),
                            Visibility.ORGANIZATION));
        }
        String community = running.communityOf(GRACE, "{\"name\":\"Hers\"}");
        String hers = location(running.post(GRACE, community + "/pages", "{\"title\":\"A page\",\"text\":\"x\"}"));
        running.post(GRACE, hers + "/publish", "{}", running.get(GRACE, hers));
        String change = propose(AMARA, hers, 1, "y");
        assertThat(toAnswer(GRACE)).containsExactly(idOf(change));
        running.post(AMARA, change + "/withdraw", "");
    }

    @Test
    void whatIsAboutOnesOwnPagesIsListedApart() {
        String page = page("of Priya and Dev");
        String community = "/api/cop/communities/"
                + body(running.get(PRIYA, page)).path("community").path("id").asString();
        running.post(DEV, community + "/join", "");
        String devs = location(running.post(DEV, community + "/pages", "{\"title\":\"A page\",\"text\":\"x\"}"));
        running.post(DEV, devs + "/publish", "{}", running.get(DEV, devs));
        String toDev = propose(AMARA, devs, 1, "y");

        assertThat(toAnswer(PRIYA)).as("as a lead").contains(idOf(toDev));
        assertThat(ids(running.get(PRIYA, "/api/cop/changes?own=true"))).doesNotContain(idOf(toDev));
        assertThat(ids(running.get(DEV, "/api/cop/changes?own=true"))).containsExactly(idOf(toDev));
        assertThat(ids(running.get(AMARA, "/api/cop/changes?own=true"))).doesNotContain(idOf(toDev));
    }

    private static List<String> texts(JsonNode change, String kind) {
        return change.path("lines")
                .valueStream()
                .filter(line -> line.path("kind").asString().equals(kind))
                .map(line -> line.path("text").asString())
                .toList();
    }

    private static List<String> toAnswer(String who) {
        return ids(running.get(who, "/api/cop/changes"));
    }

    private static List<String> ids(HttpResponse<String> list) {
        return body(list)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String page(String text) {
        String community = running.communityOf(PRIYA, "{\"name\":\"Craft\"}");
        String page = location(running.post(
                PRIYA, community + "/pages", JSON.writeValueAsString(Map.of("title", "A page", "text", text))));
        running.post(PRIYA, page + "/publish", "{}", running.get(PRIYA, page));
        return page;
    }

    private static String propose(String who, String page, int base, String text) {
        return location(running.post(
                who,
                page + "/changes",
                JSON.writeValueAsString(Map.of("base", base, "title", "A page", "text", text, "note", "Better"))));
    }

    private static void write(String page, int base, String text) {
        HttpResponse<String> written = running.service()
                .send(
                        "PUT",
                        RealParts.get().token(PRIYA),
                        page + "/text",
                        JSON.writeValueAsString(Map.of("base", base, "title", "A page", "text", text)),
                        Map.of());
        assertThat(written.statusCode()).isEqualTo(200);
    }

    private static String location(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created.headers().firstValue("Location").orElseThrow();
    }
}
