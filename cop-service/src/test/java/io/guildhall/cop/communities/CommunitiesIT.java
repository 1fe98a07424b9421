package io.guildhall.cop.communities;

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
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.contract.OpenApiChecks;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Communities over HTTP, on a real store, broker and token check. */
class CommunitiesIT {

    private static RunningCommunities running;

    private final LocalDate thursday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.THURSDAY));

    @BeforeAll
    static void start() {
        running = RunningCommunities.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void describesItsApiAsPublished() {
        OpenApiChecks.matchesPublished(running.service(), "cop-service");
    }

    @Test
    void somebodyFoundsACommunityAndOthersJoinIt() {
        HttpResponse<String> founded = running.post(PRIYA, "/api/cop/communities", """
                {"name":"Platform craft","purpose":"Keep what we run simple","audience":["TECH_LEAD","DEVELOPER"],
                 "links":[{"name":"Chat","address":"https://chat.example/craft"}]}""");
        assertThat(founded.statusCode()).isEqualTo(201);
        assertThat(body(founded).path("lead").path("name").asString()).isEqualTo("priya");
        assertThat(body(founded).path("member").asBoolean()).isTrue();
        String path = founded.headers().firstValue("Location").orElseThrow();

        assertThat(can(running.get(DEV, path))).containsExactly("JoinCommunity");
        HttpResponse<String> joined = running.post(DEV, path + "/join", "");
        assertThat(joined.statusCode()).isEqualTo(200);
        assertThat(body(joined).path("members").asInt()).isEqualTo(2);
        assertThat(body(running.post(DEV, path + "/join", "")).path("members").asInt())
                .isEqualTo(2);
        assertThat(names(running.get(AMARA, path + "/members"))).containsExactlyInAnyOrder("priya", "dev");
        assertThat(can(running.get(DEV, path))).containsExactly("AddFile", "LeaveCommunity");

        assertThat(body(running.post(DEV, path + "/leave", "")).path("member").asBoolean())
                .isFalse();
        assertThat(running.post(PRIYA, path + "/leave", "").statusCode()).isEqualTo(409);
    }

    @Test
    void onlyItsLeadsAndAdministratorsReviseIt() {
        String path = running.communityOf(PRIYA, "{\"name\":\"Testing\"}");
        HttpResponse<String> seen = running.get(PRIYA, path);
        String revised = "{\"name\":\"Testing craft\"}";

        assertThat(running.put(DEV, path, revised, seen).statusCode()).isEqualTo(403);
        assertThat(running.put(CARLA, path, revised, seen).statusCode()).isEqualTo(403);
        assertThat(running.service()
                        .send("PUT", RealParts.get().token(PRIYA), path, revised, Map.of())
                        .statusCode())
                .isEqualTo(428);
        HttpResponse<String> changed = running.put(PRIYA, path, revised, seen);
        assertThat(body(changed).path("name").asString()).isEqualTo("Testing craft");

        HttpResponse<String> stale = running.put(ADMIN, path, "{\"name\":\"Mine\"}", seen);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(body(stale).path("current").path("name").asString()).isEqualTo("Testing craft");
        assertThat(running.put(ADMIN, path, "{\"name\":\"Ours\"}", changed).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPrivateCommunityDoesNotExistForOthersWhateverTheirRole() {
        String path = running.communityOf(AMARA, "{\"name\":\"Scrum Master chapter\",\"visibility\":\"TEAM\"}");

        for (String other : List.of(DEV, CARLA, GRACE, ADMIN)) {
            assertThat(running.get(other, path).statusCode()).as(other).isEqualTo(404);
            assertThat(running.post(other, path + "/join", "").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(running.get(other, path + "/members").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(names(running.get(other, "/api/cop/communities?q=chapter")))
                    .as(other)
                    .isEmpty();
        }
        assertThat(running.post(DEV, path + "/members", "{\"person\":\"dev\"}").statusCode())
                .isEqualTo(404);
        assertThat(running.post(AMARA, path + "/members", "{\"person\":\"nobody\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(running.post(AMARA, path + "/members", "{\"person\":\"dev\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(running.get(DEV, path).statusCode()).isEqualTo(200);
        assertThat(names(running.get(DEV, "/api/cop/communities?q=chapter"))).containsExactly("Scrum Master chapter");

        assertThat(running.delete(AMARA, path + "/members/dev", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(running.get(DEV, path).statusCode()).isEqualTo(404);
    }

    @Test
    void meetsEveryTwoWeeksMovesOneDateAndCancelsAnother() {
        String path = running.communityOf(PRIYA, "{\"name\":\"Bi-weekly\"}");
        HttpResponse<String> seen = running.get(PRIYA, path);
        String cadence = """
                {"rule":"FREQ=WEEKLY;INTERVAL=2;BYDAY=TH","first":"%s","at":"15:00","zone":"Europe/Berlin"}""".formatted(thursday);

        assertThat(running.put(DEV, path + "/cadence", cadence, seen).statusCode())
                .isEqualTo(403);
        HttpResponse<String> meets = running.put(PRIYA, path + "/cadence", cadence, seen);
        assertThat(meets.statusCode()).as(meets.body()).isEqualTo(200);
        assertThat(body(meets).path("next").path("on").asString()).isEqualTo(thursday.toString());

        HttpResponse<String> moved = running.post(
                PRIYA,
                path + "/gatherings/" + thursday + "/move",
                "{\"to\":\"" + thursday.plusDays(1) + "T09:30\",\"reason\":\"Holiday\"}");
        assertThat(body(moved).path("next").path("moved").asBoolean()).isTrue();
        assertThat(body(moved).path("next").path("start").asString())
                .startsWith(thursday.plusDays(1).toString());

        HttpResponse<String> cancelled =
                running.post(PRIYA, path + "/gatherings/" + thursday + "/cancel", "{\"reason\":\"Release week\"}");
        assertThat(body(cancelled).path("next").path("on").asString())
                .isEqualTo(thursday.plusDays(14).toString());
        assertThat(body(running.post(PRIYA, path + "/gatherings/" + thursday + "/restore", ""))
                        .path("next")
                        .path("on")
                        .asString())
                .isEqualTo(thursday.toString());
        assertThat(running.post(PRIYA, path + "/gatherings/" + thursday.plusDays(1) + "/cancel", "{}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void saysWhatIsWrongWithACadence() {
        String path = running.communityOf(PRIYA, "{\"name\":\"Often\"}");
        HttpResponse<String> seen = running.get(PRIYA, path);
        for (String wrong : List.of(
                "{\"rule\":\"FREQ=SECONDLY\",\"first\":\"" + thursday + "\",\"at\":\"15:00\",\"zone\":\"UTC\"}",
                "{\"rule\":\"FREQ=DAILY\",\"first\":\"" + thursday + "\",\"at\":\"15:00\",\"zone\":\"Nowhere/Else\"}",
                "{\"rule\":\"FREQ=DAILY\",\"first\":\"" + thursday + "\",\"at\":\"25:00\",\"zone\":\"UTC\"}",
                "{\"rule\":\"FREQ=DAILY\",\"first\":\"" + thursday
                        + "\",\"at\":\"15:00\",\"zone\":\"UTC\",\"minutes\":9999}")) {
            HttpResponse<String> refused = running.put(PRIYA, path + "/cadence", wrong, seen);
            assertThat(refused.statusCode()).as(wrong).isIn(400, 422);
            assertThat(body(refused).path("detail").asString()).as(wrong).isNotBlank();
        }
    }

    @Test
    void isHandedOverAndWhoLedItStaysAsCoLead() {
        String path = running.communityOf(PRIYA, "{\"name\":\"Handed over\"}");
        HttpResponse<String> seen = running.get(PRIYA, path);
        assertThat(running.post(DEV, path + "/lead", "{\"person\":\"dev\"}", seen)
                        .statusCode())
                .isEqualTo(403);

        HttpResponse<String> handed = running.post(PRIYA, path + "/lead", "{\"person\":\"amara\"}", seen);
        assertThat(body(handed).path("lead").path("id").asString()).isEqualTo("amara");
        assertThat(body(handed).path("coLeads").path(0).path("id").asString()).isEqualTo("priya");
        assertThat(names(running.get(AMARA, path + "/members"))).contains("amara");
        assertThat(running.delete(PRIYA, path + "/co-leads/priya", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(running.put(PRIYA, path, "{\"name\":\"Mine\"}", running.get(PRIYA, path))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aMemberTakesOverWhatNobodyLeadsAnyMore() {
        running.person("leaver", true);
        await().until(() -> running.get("leaver", "/api/cop/communities").statusCode() == 200);
        String path = running.communityOf("leaver", "{\"name\":\"Orphaned\",\"visibility\":\"TEAM\"}");
        running.post("leaver", path + "/members", "{\"person\":\"dev\"}");
        assertThat(can(running.get(DEV, path))).doesNotContain("HandOverCommunity");

        running.person("leaver", false);
        await().untilAsserted(() -> assertThat(can(running.get(DEV, path))).contains("HandOverCommunity"));
        assertThat(running.post(DEV, path + "/lead", "{\"person\":\"dev\"}", running.get(DEV, path))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void listsWhatIsMineAndWhatHasEnded() {
        String path = running.communityOf(GRACE, "{\"name\":\"Leadership reading\"}");
        assertThat(names(running.get(GRACE, "/api/cop/communities?mine=true"))).contains("Leadership reading");
        assertThat(names(running.get(DEV, "/api/cop/communities?mine=true"))).doesNotContain("Leadership reading");

        HttpResponse<String> archived =
                running.post(GRACE, path + "/archive", "{\"reason\":\"Read\"}", running.get(GRACE, path));
        assertThat(can(archived)).containsExactly("ArchiveCommunity", "RemoveFile");
        assertThat(names(running.get(GRACE, "/api/cop/communities?mine=true"))).doesNotContain("Leadership reading");
        assertThat(names(running.get(DEV, "/api/cop/communities?archived=true")))
                .contains("Leadership reading");
        assertThat(running.post(DEV, path + "/join", "").statusCode()).isEqualTo(409);
        assertThat(body(running.post(GRACE, path + "/reopen", "", archived))
                        .path("archived")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aRepeatedRequestFoundsNoSecondCommunity() {
        Map<String, String> key = Map.of("Idempotency-Key", "found-once");
        HttpResponse<String> first = running.service().post(DEV, "/api/cop/communities", "{\"name\":\"Once\"}", key);
        HttpResponse<String> again = running.service().post(DEV, "/api/cop/communities", "{\"name\":\"Once\"}", key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(body(again).path("id")).isEqualTo(body(first).path("id"));
        assertThat(running.service()
                        .post(DEV, "/api/cop/communities", "{\"name\":\"Twice\"}", key)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aFounderWhoWasRemovedDoesNotComeBackByRepeatingTheFirstRequest() {
        Map<String, String> key = Map.of("Idempotency-Key", "founded-and-left");
        String closed = "{\"name\":\"Closed\",\"visibility\":\"TEAM\"}";
        String path = "/api/cop/communities/"
                + body(running.service().post(PRIYA, "/api/cop/communities", closed, key))
                        .path("id")
                        .asString();
        running.post(PRIYA, path + "/members", "{\"person\":\"amara\"}");
        running.post(PRIYA, path + "/lead", "{\"person\":\"amara\"}", running.get(PRIYA, path));
        running.delete(AMARA, path + "/co-leads/priya", Map.of());
        running.delete(AMARA, path + "/members/priya", Map.of());
        assertThat(running.get(PRIYA, path).statusCode()).isEqualTo(404);

        for (String again : List.of(closed, "{\"name\":\"Other\"}")) {
            assertThat(running.service()
                            .post(PRIYA, "/api/cop/communities", again, key)
                            .statusCode())
                    .isIn(404, 409, 422);
            assertThat(running.get(PRIYA, path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aGatheringAtTheEndOfTimeIsNone() {
        String path = running.communityOf(PRIYA, "{\"name\":\"Daily\"}");
        running.put(PRIYA, path + "/cadence", """
                {"rule":"FREQ=DAILY","first":"%s","at":"10:00","zone":"UTC"}""".formatted(thursday), running.get(PRIYA, path));
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(running.get(PRIYA, "/api/cop/gatherings/" + id + "_%2B900000000-01-01")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void publishesWhatHappenedWithWhoMaySeeIt() {
        String path = running.communityOf(AMARA, "{\"name\":\"Told\",\"visibility\":\"TEAM\"}");
        String id = path.substring(path.lastIndexOf('/') + 1);

        await().untilAsserted(() -> assertThat(running.service().log("cop.communities", id))
                .extracting(RunningService::type)
                .containsExactly("guildhall.cop.community-founded.v1"));
        await().untilAsserted(() -> assertThat(running.service().log("cop.memberships", membership(id, AMARA)))
                .extracting(RunningService::type)
                .containsExactly("guildhall.cop.community-joined.v1"));
    }

    private static String membership(String community, String person) {
        return Membership.idOf(new CommunityId(community), new PersonId(person));
    }

    private static List<String> can(HttpResponse<String> response) {
        return texts(body(response).path("can"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> names(HttpResponse<String> page) {
        return StreamSupport.stream(body(page).path("items").spliterator(), false)
                .map(item -> item.path("name")
                        .asString(item.path("person").path("name").asString("")))
                .toList();
    }
}
