package io.guildhall.cop.adoption;

import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.GRACE;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.cop.RunningCommunities;
import io.guildhall.platform.testing.RealParts;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What teams say of pages, over HTTP. */
class AdoptionIT {

    private static RunningCommunities running;

    @BeforeAll
    static void start() {
        running = RunningCommunities.start();
        // Amara is Scrum Master of four more teams, and so may speak for them.
        for (String team : List.of("ledger", "payouts", "refunds", "search")) {
            running.service().publish("team.units", team, """
                    {"kind":"TEAM","name":"%s","parent":"product","assignments":[
                    {"person":"amara","role":"SCRUM_MASTER","from":"2026-01-01"}]}""".formatted(team));
        }
        String page = page("Known");
        await().untilAsserted(() -> assertThat(body(running.get(AMARA, page + "/adoption"))
                        .path("speakFor")
                        .size())
                .isEqualTo(5));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aTeamAdoptsAdaptsOrDeclinesAPageAndSilenceIsUnknown() {
        String page = page("Facilitation");
        assertThat(body(say(AMARA, page, "ledger", "{\"stance\":\"ADOPT\"}"))
                        .path("used")
                        .asInt())
                .isEqualTo(1);
        assertThat(say(AMARA, page, "payouts", "{\"stance\":\"ADAPT\"}").statusCode())
                .isEqualTo(422);
        say(AMARA, page, "payouts", "{\"stance\":\"ADAPT\",\"words\":\"Every second sprint\"}");
        JsonNode seen = body(say(AMARA, page, "refunds", "{\"stance\":\"DECLINE\",\"words\":\"We are three\"}"));

        assertThat(seen.path("used").asInt()).isEqualTo(2);
        assertThat(names(seen.path("items"))).containsExactly("ledger", "payouts", "refunds");
        assertThat(seen.path("items").path(2).path("words").asString()).isEqualTo("We are three");

        HttpResponse<String> silent = running.delete(AMARA, page + "/adoption/refunds", Map.of());
        assertThat(names(body(silent).path("items"))).containsExactly("ledger", "payouts");
    }

    @Test
    void onlyWhoBelongsToATeamSpeaksForIt() {
        String page = page("Debt budget");
        String adopt = "{\"stance\":\"ADOPT\"}";
        assertThat(say(DEV, page, "ledger", adopt).statusCode()).isEqualTo(403);
        assertThat(say(GRACE, page, "ledger", adopt).statusCode()).isEqualTo(403);
        assertThat(say(CARLA, page, "ledger", adopt).statusCode()).isEqualTo(403);
        assertThat(say(DEV, page, "payments", adopt).statusCode()).isEqualTo(200);
        assertThat(say(AMARA, page, "nowhere", adopt).statusCode()).isEqualTo(422);
        assertThat(names(body(running.get(DEV, page + "/adoption")).path("speakFor")))
                .containsExactly("Payments");
    }

    @Test
    void nobodySpeaksOfWhatIsNotPublished() {
        String community = running.communityOf(AMARA, "{\"name\":\"Drafts\"}");
        String page = running.post(AMARA, community + "/pages", "{\"title\":\"Draft\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(say(AMARA, page, "ledger", "{\"stance\":\"ADOPT\"}").statusCode())
                .isEqualTo(409);
        assertThat(body(running.get(AMARA, page + "/adoption")).path("speakFor").isEmpty())
                .isTrue();
        assertThat(say(DEV, page, "payments", "{\"stance\":\"ADOPT\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatThreeTeamsDoAlikeIsOfferedAsAnImprovement() {
        String page = page("Alike");
        say(AMARA, page, "ledger", "{\"stance\":\"ADAPT\",\"words\":\"Every second sprint\"}");
        for (String team : List.of("payouts", "refunds")) {
            say(AMARA, page, team, "{\"stance\":\"ADAPT\",\"like\":\"ledger\"}");
        }
        JsonNode improvements = body(running.get(PRIYA, page + "/adoption")).path("improvements");
        assertThat(improvements.size()).isEqualTo(1);
        assertThat(improvements.path(0).path("words").asString()).isEqualTo("Every second sprint");
        assertThat(say(AMARA, page, "search", "{\"stance\":\"ADAPT\",\"like\":\"payments\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theMatrixShowsFirstWhatNeedsATalk() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Matrix\"}");
        List<String> pages = IntStream.range(0, 3)
                .mapToObj(i -> publish(community, "Page " + i))
                .toList();
        say(AMARA, pages.get(1), "ledger", "{\"stance\":\"ADOPT\"}");
        say(AMARA, pages.get(2), "ledger", "{\"stance\":\"DECLINE\",\"words\":\"No need\"}");

        JsonNode matrix = body(running.get(DEV, community + "/adoption"));
        assertThat(matrix.path("more").asInt()).isZero();
        assertThat(names(matrix.path("teams"))).contains("Payments", "ledger");
        assertThat(StreamSupport.stream(matrix.path("pages").spliterator(), false)
                        .map(row -> row.path("page").path("name").asString()))
                .containsExactly("Page 2", "Page 0", "Page 1");
        assertThat(matrix.path("pages").path(2).path("used").asInt()).isEqualTo(1);
    }

    @Test
    void theMatrixSaysHowManyPagesItDoesNotShow() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Large\"}");
        IntStream.range(0, 102).forEach(i -> publish(community, "Page " + i));
        JsonNode matrix = body(running.get(DEV, community + "/adoption"));
        assertThat(matrix.path("pages").size()).isEqualTo(100);
        assertThat(matrix.path("more").asInt()).isEqualTo(2);
    }

    @Test
    void anImprovementWaitsForThoseWhoWriteThePageUntilTheyHave() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Improving\"}");
        String page = publish(community, "Improving");
        String id = community.substring(community.lastIndexOf('/') + 1);
        running.put(PRIYA, page + "/authors", "{\"authors\":[\"dev\"]}", running.get(PRIYA, page));
        for (String team : List.of("ledger", "payouts")) {
            say(AMARA, page, team, "{\"stance\":\"ADAPT\",\"words\":\"In pairs\"}");
        }
        assertThat(improvable(PRIYA, "")).doesNotContain("Improving");
        say(AMARA, page, "refunds", "{\"stance\":\"ADAPT\",\"words\":\"In  PAIRS\"}");

        assertThat(improvable(PRIYA, "")).as("its owner").contains("Improving");
        assertThat(improvable(DEV, "")).as("who writes it as well").contains("Improving");
        assertThat(improvable(AMARA, "")).as("who does not").doesNotContain("Improving");
        assertThat(improvable(AMARA, "?community=" + id)).as("the queue").containsExactly("Improving");
        for (Map.Entry<String, String> may :
                Map.of(DEV, "EditPage", AMARA, "ProposeChange").entrySet()) {
            assertThat(body(running.get(may.getKey(), "/api/cop/improvements?community=" + id))
                            .path("items")
                            .path(0)
                            .path("can")
                            .path(0)
                            .asString())
                    .isEqualTo(may.getValue());
        }

        write(page, "Improving");
        assertThat(improvable(PRIYA, "")).doesNotContain("Improving");
        assertThat(improvable(AMARA, "?community=" + id)).isEmpty();
        JsonNode kept = body(running.get(AMARA, page + "/adoption")).path("improvements");
        assertThat(kept.size()).isEqualTo(1);
        assertThat(kept.path(0).path("open").asBoolean()).isFalse();
    }

    @Test
    void whatTeamsSayOfAPrivatePageIsNobodyElses() {
        String community = running.communityOf(PRIYA, "{\"name\":\"Closed\",\"visibility\":\"TEAM\"}");
        String page = publish(community, "Secret");
        String id = community.substring(community.lastIndexOf('/') + 1);
        running.put(PRIYA, page + "/authors", "{\"authors\":[\"dev\"]}", running.get(PRIYA, page));
        running.post(PRIYA, community + "/members", "{\"person\":\"amara\"}");
        for (String team : List.of("ledger", "payouts", "refunds")) {
            assertThat(say(AMARA, page, team, "{\"stance\":\"ADAPT\",\"words\":\"In pairs\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(improvable(PRIYA, "")).contains("Secret");
        assertThat(improvable(DEV, "")).as("who writes it and is no member").doesNotContain("Secret");
        assertThat(running.get(CARLA, "/api/cop/improvements?community=" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatATeamSaidIsOutdatedOnceThePageSaysSomethingElse() {
        String page = page("Changing");
        say(AMARA, page, "ledger", "{\"stance\":\"ADOPT\"}");
        write(page, "Changing");
        assertThat(body(running.get(DEV, page + "/adoption"))
                        .path("items")
                        .path(0)
                        .path("outdated")
                        .asBoolean())
                .isTrue();
    }

    private static void write(String page, String title) {
        String body = "{\"base\":1,\"title\":\"" + title + "\",\"text\":\"Something else\"}";
        running.service().send("PUT", RealParts.get().token(PRIYA), page + "/text", body, Map.of());
    }

    private static List<String> improvable(String who, String where) {
        return StreamSupport.stream(
                        body(running.get(who, "/api/cop/improvements" + where))
                                .path("items")
                                .spliterator(),
                        false)
                .map(item -> item.path("page").path("name").asString())
                .toList();
    }

    private static String page(String title) {
        return publish(running.communityOf(PRIYA, "{\"name\":\"Of " + title + "\"}"), title);
    }

    private static String publish(String community, String title) {
        String page = running.post(PRIYA, community + "/pages", "{\"title\":\"" + title + "\",\"text\":\"Text\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        running.post(PRIYA, page + "/publish", "{}", running.get(PRIYA, page));
        return page;
    }

    private static HttpResponse<String> say(String who, String page, String team, String body) {
        return running.service().send("PUT", RealParts.get().token(who), page + "/adoption/" + team, body, Map.of());
    }

    private static List<String> names(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("name")
                        .asString(item.path("team").path("name").asString("")))
                .toList();
    }
}
