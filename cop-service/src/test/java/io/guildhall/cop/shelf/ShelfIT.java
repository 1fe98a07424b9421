package io.guildhall.cop.shelf;

import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.cop.RunningCommunities;
import io.guildhall.platform.testing.RealParts;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The starter shelf, installed over HTTP. */
class ShelfIT {

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
    void aPartIsInstalledOnceAndWhatPeopleMadeOfItStays() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Scrum Masters\"}");
        assertThat(running.post(DEV, community + "/shelf/scrum-masters", "").statusCode())
                .isEqualTo(403);
        assertThat(running.post(PRIYA, community + "/shelf/nothing", "").statusCode())
                .isEqualTo(404);

        JsonNode first = body(running.post(PRIYA, community + "/shelf/scrum-masters", ""));
        int installed = first.path("installed").asInt();
        assertThat(installed).isPositive();
        assertThat(first.path("trees").asInt()).isEqualTo(1);
        JsonNode pages = body(running.get(DEV, community + "/pages?limit=100")).path("items");
        assertThat(pages.size()).isEqualTo(installed);
        assertThat(pages.path(0).path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(pages.path(0).path("owner").path("id").asString()).isEqualTo("priya");

        String page = "/api/cop/pages/" + pages.path(0).path("id").asString();
        HttpResponse<String> edited = running.service()
                .send(
                        "PUT",
                        RealParts.get().token(PRIYA),
                        page + "/text",
                        "{\"base\":1,\"title\":\"Ours\",\"text\":\"In our words\"}",
                        Map.of());
        assertThat(edited.statusCode()).isEqualTo(200);
        JsonNode again = body(running.post(PRIYA, community + "/shelf/scrum-masters", ""));
        assertThat(again.path("installed").asInt()).isZero();
        assertThat(again.path("trees").asInt()).isZero();
        assertThat(body(running.get(DEV, page)).path("text").asString()).isEqualTo("In our words");
    }

    @Test
    void aTreeComesPublishedAndItsAdviceLeadsToThePagesOfItsCommunity() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Scrum Masters\"}");
        running.post(PRIYA, community + "/shelf/developers", "");
        running.post(PRIYA, community + "/shelf/scrum-masters", "");

        JsonNode trees = body(running.get(DEV, community + "/trees")).path("items");
        assertThat(trees.size()).isEqualTo(1);
        assertThat(trees.path(0).path("status").asString()).isEqualTo("PUBLISHED");
        JsonNode tree = body(
                running.get(DEV, "/api/cop/trees/" + trees.path(0).path("id").asString()));
        assertThat(tree.path("owner").path("id").asString()).isEqualTo("priya");
        assertThat(linkOf(tree, "make-room"))
                .satisfies(
                        path -> assertThat(running.get(DEV, "/api/cop" + path).statusCode())
                                .isEqualTo(200));
        assertThat(adviceOf(tree, "scrum-of-scrums")).contains("See the Scrum of Scrums.");
    }

    private static String linkOf(JsonNode tree, String node) {
        String advice = adviceOf(tree, node);
        return advice.substring(advice.indexOf("](") + 2, advice.indexOf(')'));
    }

    private static String adviceOf(JsonNode tree, String node) {
        for (JsonNode one : tree.path("nodes")) {
            if (one.path("id").asString().equals(node)) {
                return one.path("advice").asString();
            }
        }
        throw new AssertionError("The tree has no node " + node);
    }

    @Test
    void showsWhatThereIs() {
        JsonNode parts = body(running.get(DEV, "/api/cop/shelf")).path("parts");
        assertThat(parts.size()).isEqualTo(5);
        assertThat(parts.path(0).path("pages").size()).isGreaterThan(4);
    }
}
