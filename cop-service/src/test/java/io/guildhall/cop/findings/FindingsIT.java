package io.guildhall.cop.findings;

import static io.guildhall.cop.RunningCommunities.ADMIN;
import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.GRACE;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.cop.RunningCommunities;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Findings of communities over HTTP. */
class FindingsIT {

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
    void membersAreAskedAndALeadWaivesItWithAReason() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Craft\"}");
        running.post(AMARA, community + "/join", "");
        JsonNode found = body(running.get(AMARA, community + "/findings")).path("items");
        assertThat(found.path(0).path("text").asString()).isEqualTo("Craft does not meet regularly.");
        assertThat(found.path(0).path("can").isEmpty()).isTrue();
        for (String other : List.of(DEV, GRACE, CARLA, ADMIN)) {
            assertThat(body(running.get(other, community + "/findings"))
                            .path("items")
                            .isEmpty())
                    .as(other)
                    .isTrue();
        }

        String id = found.path(0).path("id").asString();
        String waive = community + "/findings/" + id + "/waive";
        assertThat(running.post(AMARA, waive, "{\"reason\":\"No\"}").statusCode())
                .isEqualTo(403);
        assertThat(running.post(PRIYA, waive, "{}").statusCode()).isEqualTo(422);
        assertThat(running.post(PRIYA, community + "/findings/unknown/waive", "{\"reason\":\"No\"}")
                        .statusCode())
                .isEqualTo(404);
        for (String reason : List.of("Release", "The release takes everybody")) {
            HttpResponse<String> waived = running.post(PRIYA, waive, "{\"reason\":\"" + reason + "\"}");
            assertThat(waived.statusCode()).as(waived.body()).isEqualTo(200);
        }
        JsonNode waived =
                body(running.get(PRIYA, community + "/findings")).path("items").path(0);
        assertThat(waived.path("waived").path("reason").asString()).isEqualTo("The release takes everybody");
        assertThat(waived.path("can").isEmpty()).isTrue();
        await().untilAsserted(() -> assertThat(running.service().log("cop.community-waivers", id))
                .extracting(RunningService::type)
                .containsExactly("guildhall.cop.finding-waived.v1", "guildhall.cop.finding-waived.v1"));
    }

    @Test
    void findingsOfAPrivateCommunityAreItsMembersAlone() {
        String closed = running.communityOf(AMARA, "{\"name\":\"Closed\",\"visibility\":\"TEAM\"}");
        JsonNode found = body(running.get(AMARA, closed + "/findings")).path("items");
        String id = found.path(0).path("id").asString();
        for (String other : List.of(PRIYA, DEV, GRACE, ADMIN)) {
            assertThat(running.get(other, closed + "/findings").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(running.post(other, closed + "/findings/" + id + "/waive", "{\"reason\":\"No\"}")
                            .statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        running.post(AMARA, closed + "/findings/" + id + "/waive", "{\"reason\":\"Ours\"}");
        await().untilAsserted(() -> assertThat(running.service().log("cop.community-waivers", id))
                .singleElement()
                .satisfies(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .contains("\"visibility\":\"TEAM\"")));
    }
}
