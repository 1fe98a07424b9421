package io.guildhall.cop.search;

import static io.guildhall.cop.RunningCommunities.ADMIN;
import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guildhall.cop.RunningCommunities;
import io.guildhall.cop.communities.Communities;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.testing.RealParts;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The search over HTTP, on a real store, broker and token check. */
class SearchIT {

    private static String installation = "";
    private static RunningCommunities running;

    @BeforeAll
    static void start() {
        installation = RealParts.installation();
        running = RunningCommunities.start(installation, Map.of());
        await().until(() -> search(running, PRIYA, "anything").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void whoWritesAPageFindsItAtOnce() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Craft\"}");
        String path = page(community, "Pairing", "# Mondays\\n\\nWe pair on **legacy** code.");

        JsonNode hit = body(search(running, PRIYA, "legac")).path("items").path(0);
        assertThat(hit.path("id").asString()).isEqualTo(path.substring(path.lastIndexOf('/') + 1));
        assertThat(hit.path("title").asString()).isEqualTo("Pairing");
        assertThat(hit.path("status").asString()).isEqualTo("DRAFT");
        assertThat(hit.path("community").path("name").asString()).isEqualTo("Craft");
        assertThat(hit.path("highlights").path("title").toString()).isEqualTo("[{\"text\":\"Pairing\",\"hit\":false}]");
        assertThat(hit.path("highlights").path("text").path(0).path("parts").toString())
                .contains("{\"text\":\"legacy\",\"hit\":true}")
                .doesNotContain("**");

        write(path, "Pairing", "We pair on new code.");
        assertThat(titles(search(running, PRIYA, "legacy"))).isEmpty();
    }

    @Test
    void aDraftIsFoundByMembersAndAPublishedPageByEverybody() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Open\"}");
        String path = page(community, "Mutation testing", "Kills survivors.");
        assertThat(titles(search(running, DEV, "survivors"))).isEmpty();

        HttpResponse<String> published = running.post(PRIYA, path + "/publish", "{}", running.get(PRIYA, path));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(titles(search(running, DEV, "survivors"))).containsExactly("Mutation testing");
        assertThat(titles(search(running, DEV, "survivors&community=elsewhere")))
                .isEmpty();

        running.post(PRIYA, path + "/archive", "{}", running.get(PRIYA, path));
        assertThat(titles(search(running, DEV, "survivors"))).isEmpty();
        assertThat(titles(search(running, DEV, "survivors&archived=true"))).containsExactly("Mutation testing");
    }

    @Test
    void whatIsPrivateIsFoundByMembersAloneWhateverTheirRole() {
        String community = running.communityOf(AMARA, "{\"name\":\"Chapter\",\"visibility\":\"TEAM\"}");
        HttpResponse<String> drafted =
                running.post(AMARA, community + "/pages", "{\"title\":\"Confidential\",\"text\":\"Zanzibar\"}");
        String path = drafted.headers().firstValue("Location").orElseThrow();
        running.post(AMARA, path + "/publish", "{}", running.get(AMARA, path));

        assertThat(titles(search(running, AMARA, "zanzibar"))).containsExactly("Confidential");
        String id = community.substring(community.lastIndexOf('/') + 1);
        for (String other : List.of(DEV, CARLA, ADMIN)) {
            assertThat(titles(search(running, other, "zanzibar"))).as(other).isEmpty();
            assertThat(titles(search(running, other, "zanzibar&community=" + id)))
                    .as(other)
                    .isEmpty();
        }
        running.post(AMARA, community + "/members", "{\"person\":\"dev\"}");
        assertThat(titles(search(running, DEV, "zanzibar&community=" + id))).containsExactly("Confidential");
        running.delete(AMARA, community + "/members/dev", Map.of());
        assertThat(titles(search(running, DEV, "zanzibar"))).isEmpty();
    }

    @Test
    void anotherInstanceBuildsItsOwnIndexAndFollows() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Both\"}");
        String before = page(community, "Written before", "Quicksilver");
        try (RunningCommunities other = RunningCommunities.start(installation, Map.of())) {
            await().untilAsserted(() ->
                    assertThat(titles(search(other, PRIYA, "quicksilver"))).containsExactly("Written before"));
            page(community, "Written after", "Quicksilver");
            await().untilAsserted(() -> assertThat(titles(search(other, PRIYA, "quicksilver")))
                    .containsExactlyInAnyOrder("Written before", "Written after"));

            write(before, "Written before", "Lead");
            await().untilAsserted(() ->
                    assertThat(titles(search(other, PRIYA, "quicksilver"))).containsExactly("Written after"));
        }
    }

    @Test
    void saysSoWhileTheIndexIsBeingBuilt() {
        Actor priya = new Actor(PRIYA, RealParts.get().issuer(), PRIYA, false);
        try (PageIndex empty = new PageIndex()) {
            SearchPages search =
                    new SearchPages(empty, running.service().context().getBean(Communities.class));
            assertThatThrownBy(() -> search.search("anything", null, false, priya, 20))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.type()).isEqualTo("index-being-built");
                        assertThat(refusal.status()).isEqualTo(503);
                        assertThat(refusal.property("retryAfter")).isEqualTo(5);
                    });
            empty.built();
            assertThat(search.search("anything", null, false, priya, 20)).isEmpty();
        }
    }

    @Test
    void refusesWhatNobodyTypes() {
        assertThat(search(running, PRIYA, "x".repeat(200)).statusCode()).isEqualTo(200);
        assertThat(search(running, PRIYA, "x".repeat(201)).statusCode()).isEqualTo(422);
        assertThat(search(running, PRIYA, "x ".repeat(20).strip()).statusCode()).isEqualTo(200);
        assertThat(search(running, PRIYA, "x ".repeat(21).strip()).statusCode()).isEqualTo(422);
        assertThat(search(running, PRIYA, "x&limit=0").statusCode()).isEqualTo(422);
        assertThat(search(running, PRIYA, "x&limit=101").statusCode()).isEqualTo(422);
        assertThat(running.get(PRIYA, "/api/cop/search").statusCode()).isEqualTo(400);
        assertThat(search(running, "stranger", "x").statusCode()).isEqualTo(403);
        for (String nothing : List.of("the", "?!", " ", "🤷")) {
            assertThat(titles(search(running, PRIYA, nothing))).as(nothing).isEmpty();
        }
    }

    private static String page(String community, String title, String text) {
        HttpResponse<String> drafted =
                running.post(PRIYA, community + "/pages", "{\"title\":\"" + title + "\",\"text\":\"" + text + "\"}");
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        return drafted.headers().firstValue("Location").orElseThrow();
    }

    private static void write(String path, String title, String text) {
        HttpResponse<String> written = running.service()
                .send(
                        "PUT",
                        RealParts.get().token(PRIYA),
                        path + "/text",
                        "{\"base\":1,\"title\":\"" + title + "\",\"text\":\"" + text + "\"}",
                        Map.of());
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    }

    /** @param asked with further parameters behind an ampersand */
    private static HttpResponse<String> search(RunningCommunities where, String who, String asked) {
        String[] parts = asked.split("&", 2);
        return where.get(
                who,
                "/api/cop/search?q=" + URLEncoder.encode(parts[0], StandardCharsets.UTF_8)
                        + (parts.length > 1 ? "&" + parts[1] : ""));
    }

    private static List<String> titles(HttpResponse<String> found) {
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        return StreamSupport.stream(body(found).path("items").spliterator(), false)
                .map(hit -> hit.path("title").asString())
                .toList();
    }
}
