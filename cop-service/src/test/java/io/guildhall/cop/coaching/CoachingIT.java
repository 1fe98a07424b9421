package io.guildhall.cop.coaching;

import static io.guildhall.cop.RunningCommunities.ADMIN;
import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.guildhall.cop.RunningCommunities;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Coaching questions over HTTP. */
class CoachingIT {

    private static final String DISMISSALS = "/api/cop/coaching/dismissals";

    private static final String OLD = "OLD_IMPEDIMENT";
    private static final String COUNTERED = "DEPENDENCY_COUNTERED_TWICE";

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
    void theSameQuestionStandsAtAThingUntilItIsDismissedForGood() {
        String question = asked(DEV, COUNTERED, "dependency-1");

        assertThat(asked(DEV, COUNTERED, "dependency-1")).isEqualTo(question);
        assertThat(running.post(DEV, DISMISSALS, "{\"question\":\"" + question + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(running.post(DEV, DISMISSALS, "{\"question\":\"" + question + "\"}")
                        .statusCode())
                .isEqualTo(204);
        Set<String> others = new HashSet<>();
        for (int i = 1; i <= 40; i++) {
            others.add(asked(DEV, COUNTERED, "dependency-" + i));
        }
        assertThat(others).doesNotContain(question).contains("").hasSizeGreaterThan(2);
    }

    @Test
    void whatSomebodyDismissesOthersGoOnSeeing() {
        Set<String> before = all(CARLA, OLD);
        all(DEV, OLD).stream()
                .filter(question -> !question.isEmpty())
                .forEach(question -> running.post(DEV, DISMISSALS, "{\"question\":\"" + question + "\"}"));

        assertThat(all(DEV, OLD)).containsExactly("");
        assertThat(all(CARLA, OLD)).isEqualTo(before);
        assertThat(running.service()
                        .context()
                        .getBean(MongoDatabase.class)
                        .getCollection("coaching_dismissals")
                        .find()
                        .first())
                .as("neither when nor where is kept")
                .containsOnlyKeys("_id");
    }

    @Test
    void whatALeadAddsItsMembersMeetUntilTheyDismissIt() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Flow\"}");
        running.post(AMARA, community + "/join", "");
        String question = added(PRIYA, community, "PROMISE_BROKEN", "Who told whom that the date moves?");

        assertThat(all(DEV, "PROMISE_BROKEN")).as("of no member").doesNotContain(question);
        assertThat(all(AMARA, "PROMISE_BROKEN")).contains(question).hasSizeGreaterThan(2);
        assertThat(all(AMARA, "OVERDUE_PAGE")).as("at another moment").doesNotContain(question);
        JsonNode offered = things().map(thing -> body(running.get(AMARA, asking("PROMISE_BROKEN", thing))))
                .filter(one -> one.path("question").path("id").asString("").equals(question))
                .findFirst()
                .orElseThrow();
        assertThat(offered.path("community").path("name").asString()).isEqualTo("Flow");

        assertThat(dismiss(DEV, question)).as("what is not theirs to see").isEqualTo(404);
        assertThat(dismiss(AMARA, question)).isEqualTo(204);
        assertThat(all(AMARA, "PROMISE_BROKEN")).doesNotContain(question).contains("");
        assertThat(all(PRIYA, "PROMISE_BROKEN")).contains(question);
    }

    @Test
    void leadsKeepTheQuestionsOfTheirCommunityAndOthersReadThem() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Review\"}");
        running.post(AMARA, community + "/join", "");
        String body = "{\"moment\":\"ANY\",\"text\":\"What did you change your mind about?\"}";

        for (String other : List.of(AMARA, DEV, CARLA, ADMIN)) {
            assertThat(running.post(other, community + "/questions", body).statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        running.post(PRIYA, community + "/co-leads", "{\"person\":\"amara\"}");
        Map<String, String> key = Map.of("Idempotency-Key", "added-once");
        running.service().post(AMARA, community + "/questions", body, key);
        HttpResponse<String> again = running.service().post(AMARA, community + "/questions", body, key);
        assertThat(body(again).path("items").size()).isEqualTo(1);
        HttpResponse<String> read = running.get(DEV, community + "/questions");
        assertThat(body(read)).isEqualTo(body(again));
        assertThat(read.headers().firstValue("ETag"))
                .isPresent()
                .isEqualTo(running.get(DEV, community).headers().firstValue("ETag"));
        assertThat(body(running.get(AMARA, community)).path("can").toString()).contains("KeepQuestions");
        assertThat(body(running.get(DEV, community)).path("can").toString()).doesNotContain("KeepQuestions");

        String one = community + "/questions/"
                + body(read).path("items").path(0).path("id").asString();
        assertThat(running.delete(DEV, one, Map.of()).statusCode()).isEqualTo(403);
        assertThat(body(running.delete(PRIYA, one, Map.of())).path("items").isEmpty())
                .isTrue();
        assertThat(running.delete(PRIYA, one, Map.of()).statusCode()).isEqualTo(200);
        assertThat(running.post(PRIYA, community + "/questions", "{\"moment\":\"ANY\",\"text\":\"Try harder.\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theQuestionsOfAPrivateCommunityAreItsMembersAlone() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Chapter\",\"visibility\":\"TEAM\"}");
        running.post(PRIYA, community + "/members", "{\"person\":\"amara\"}");
        String question = added(PRIYA, community, "WORK_WITHOUT_OUTCOME", "Who would miss it?");

        for (String other : List.of(DEV, CARLA, ADMIN)) {
            assertThat(running.get(other, community + "/questions").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(running.delete(other, community + "/questions/" + question, Map.of())
                            .statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(all(other, "WORK_WITHOUT_OUTCOME")).as(other).doesNotContain(question);
        }
        assertThat(all(AMARA, "WORK_WITHOUT_OUTCOME")).contains(question);
        running.post(AMARA, community + "/leave", "");
        assertThat(all(AMARA, "WORK_WITHOUT_OUTCOME")).as("who left").doesNotContain(question);
        assertThat(dismiss(AMARA, question)).isEqualTo(404);
    }

    @Test
    void aCommunityThatHasEndedAsksNothingMore() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Past\"}");
        String question = added(PRIYA, community, "OVERDUE_PAGE", "Who would write it otherwise today?");
        assertThat(all(PRIYA, "OVERDUE_PAGE")).contains(question);

        running.post(PRIYA, community + "/archive", "{}", running.get(PRIYA, community));
        assertThat(all(PRIYA, "OVERDUE_PAGE")).doesNotContain(question);
        assertThat(body(running.get(PRIYA, community + "/questions"))
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(running.post(DEV, DISMISSALS, "{\"question\":\"none\"}").statusCode())
                .isEqualTo(404);
        assertThat(running.post(DEV, DISMISSALS, "{}").statusCode()).isEqualTo(400);
        assertThat(running.get(DEV, "/api/cop/coaching?moment=NEVER&about=1").statusCode())
                .isEqualTo(400);
        assertThat(running.get("stranger", "/api/cop/coaching?moment=ANY&about=1")
                        .statusCode())
                .isEqualTo(403);
    }

    /** The id of a question that somebody gives a community. */
    private static String added(String who, String community, String moment, String text) {
        HttpResponse<String> added = running.post(
                who, community + "/questions", "{\"moment\":\"" + moment + "\",\"text\":\"" + text + "\"}");
        return body(added).path("items").path(0).path("id").asString();
    }

    private static int dismiss(String who, String question) {
        return running.post(who, DISMISSALS, "{\"question\":\"" + question + "\"}")
                .statusCode();
    }

    /** So many that each of a few questions stands at one of them. */
    private static Stream<String> things() {
        return IntStream.rangeClosed(1, 150).mapToObj(i -> "thing-" + i);
    }

    private static Set<String> all(String who, String moment) {
        return things().map(thing -> asked(who, moment, thing)).collect(Collectors.toSet());
    }

    /** Empty where none is shown. */
    private static String asked(String who, String moment, String about) {
        return body(running.get(who, asking(moment, about)))
                .path("question")
                .path("id")
                .asString("");
    }

    private static String asking(String moment, String about) {
        return "/api/cop/coaching?moment=" + moment + "&about=" + about;
    }
}
