package io.guildhall.cop.pages;

import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.cop.RunningCommunities;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pages that are offered where they help, over HTTP. */
class HelpIT {

    private static final String HELPFUL = "/api/cop/helpful-pages";

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
    void thePublishedPagesThatTreatARuleAreFoundByIt() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Craft\"}");
        publish(PRIYA, page(PRIYA, community, "One strategy", "\"treats\":[\"one-strategy\",\"role-health\"]"));
        publish(PRIYA, page(PRIYA, community, "A budget", "\"treats\":[\"debt-budget\"]"));
        page(PRIYA, community, "Not yet", "\"treats\":[\"one-strategy\"]");

        assertThat(titles(DEV, "?treats=one-strategy&treats=debt-budget")).containsExactly("A budget", "One strategy");
        assertThat(titles(DEV, "?treats=role-health")).containsExactly("One strategy");
        assertThat(titles(DEV, "?treats=proxy-product-owner")).isEmpty();
        JsonNode one = body(running.get(DEV, HELPFUL + "?treats=role-health"))
                .path("items")
                .path(0);
        assertThat(one.path("community").path("name").asString()).isEqualTo("Craft");
        assertThat(one.path("treats").size()).isEqualTo(2);
    }

    @Test
    void templatesAreFoundByWhatIsMadeOfThem() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Craft\"}");
        publish(PRIYA, page(PRIYA, community, "Evidence", "\"makes\":\"ESCALATION_EVIDENCE\""));
        String archived = publish(PRIYA, page(PRIYA, community, "Old evidence", "\"makes\":\"ESCALATION_EVIDENCE\""));
        running.post(PRIYA, archived + "/archive", "{}", running.get(PRIYA, archived));

        assertThat(titles(DEV, "?makes=ESCALATION_EVIDENCE"))
                .contains("Evidence")
                .doesNotContain("Old evidence");
        assertThat(titles(DEV, "?makes=DECISION_RECORD")).isEmpty();
    }

    @Test
    void whoDoesNotSeeACommunityIsOfferedNoneOfItsPages() {
        String closed = running.communityOf(AMARA, "{\"name\":\"Closed\",\"visibility\":\"TEAM\"}");
        publish(AMARA, page(AMARA, closed, "Among us", "\"treats\":[\"order-takers\"]"));
        publish(AMARA, page(AMARA, closed, "Our agenda", "\"makes\":\"RITUAL_AGENDA\""));

        assertThat(titles(AMARA, "?treats=order-takers")).containsExactly("Among us");
        for (String other : List.of(PRIYA, DEV, RunningCommunities.CARLA, RunningCommunities.ADMIN)) {
            assertThat(titles(other, "?treats=order-takers")).as(other).isEmpty();
            assertThat(titles(other, "?makes=RITUAL_AGENDA")).as(other).isEmpty();
        }
    }

    @Test
    void whoAsksForNothingIsToldWhatToName() {
        HttpResponse<String> refused = running.get(DEV, HELPFUL);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("helpful-for-what");
    }

    private static String page(String who, String community, String title, String purpose) {
        HttpResponse<String> drafted =
                running.post(who, community + "/pages", "{\"title\":\"" + title + "\"," + purpose + "}");
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        return drafted.headers().firstValue("Location").orElseThrow();
    }

    private static String publish(String who, String page) {
        assertThat(running.post(who, page + "/publish", "{}", running.get(who, page))
                        .statusCode())
                .isEqualTo(200);
        return page;
    }

    private static List<String> titles(String who, String query) {
        HttpResponse<String> found = running.get(who, HELPFUL + query);
        return body(found)
                .path("items")
                .valueStream()
                .map(item -> item.path("title").asString())
                .toList();
    }
}
