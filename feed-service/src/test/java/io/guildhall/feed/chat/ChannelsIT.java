package io.guildhall.feed.chat;

import static io.guildhall.feed.chat.ChatFixture.SOON;
import static io.guildhall.feed.chat.ChatFixture.id;
import static io.guildhall.feed.chat.ChatFixture.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.guildhall.feed.webhook.Receiver;
import io.guildhall.feed.webhook.Receiver.Answer;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Channels through their API, as their owners and others see them. */
class ChannelsIT {

    private static final String CHANNELS = "/api/feed/channels";
    private static final String SECRET = "T0123-B4567-a-very-secret-part-9xyz";
    private static final Map<String, String> ANY_VERSION = Map.of("If-Match", "*");
    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

    private static ChatFixture house;
    private static RunningService service;
    private Receiver receiver;

    @BeforeAll
    static void start() {
        house = new ChatFixture();
        service = house.service;
        LOGGED.start();
        root().addAppender(LOGGED);
        ours().setLevel(Level.DEBUG);
    }

    @AfterAll
    static void stop() {
        house.close();
        ours().setLevel(Level.INFO);
        root().detachAppender(LOGGED);
        assertThat(LOGGED.list)
                .isNotEmpty()
                .noneMatch(event -> (event.getFormattedMessage() + event.getThrowableProxy()).contains(SECRET));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger ours() {
        return (Logger) LoggerFactory.getLogger("io.guildhall");
    }

    @BeforeEach
    void open() {
        receiver = Receiver.open();
        receiver.answers = any -> new Answer(200, Map.of(), "ok");
    }

    @AfterEach
    void close() {
        for (String who : List.of("sam", "pat", "ana")) {
            get(who, CHANNELS + "?limit=100")
                    .get("items")
                    .forEach(item -> delete(who, CHANNELS + "/" + item.get("id").stringValue()));
        }
        receiver.close();
    }

    @Test
    void connectingSwitchesNothingOnAndWhatIsChosenIsToldFromThenOn() {
        HttpResponse<String> created = create("sam", "payments", "SLACK");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path = path(created);
        JsonNode view = RunningService.body(created);
        assertThat(view.get("state").stringValue()).isEqualTo("ACTIVE");
        assertThat(view.get("tells")).isEmpty();
        assertThat(view.get("unit").stringValue()).isEqualTo("payments");
        assertThat(view.get("owner").stringValue()).isEqualTo("sam of the house");
        assertThat(view.get("can").get(0).stringValue()).isEqualTo("ManageChannels");
        String before = house.raise("TEAM");

        HttpResponse<String> revised = revise("sam", path, "{\"tells\":[\"IMPEDIMENTS\"]}", "\"1\"");
        assertThat(RunningService.body(revised).get("tells").get(0).stringValue())
                .isEqualTo("IMPEDIMENTS");
        String after = house.raise("TEAM");
        await().atMost(SOON).until(() -> receiver.got().size() == 1);
        assertThat(told(receiver).get(0)).contains(after).doesNotContain(before);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(get("sam", path).get("sentToday").intValue()).isEqualTo(1));
    }

    @Test
    void itsAddressIsShownToNobody() {
        String path = path(create("sam", "payments", "TEAMS"));
        receiver.answers = got -> new Answer(500, Map.of(), "invalid token a-very-secret-part-9xyz");
        for (String who : List.of("sam", "admin")) {
            HttpResponse<String> seen = service.get(who, path);
            assertThat(seen.body()).doesNotContain(SECRET, "/hook");
            assertThat(service.get(who, CHANNELS).body()).doesNotContain(SECRET);
        }
        assertThat(get("sam", path).get("address").stringValue()).isEqualTo("127.0.0.1:" + receiver.port() + "/…9xyz");
        assertThat(get("admin", path).get("address").stringValue()).isEqualTo("127.0.0.1:" + receiver.port() + "/…");
        assertThat(service.get("sam", path + "/preview").body()).doesNotContain(SECRET);
        assertThat(service.post("sam", path + "/test", "", Map.of()).body())
                .contains("It said: invalid token")
                .doesNotContain("secret-part");
        assertThat(revise("sam", path, "{}", "\"7\"").body())
                .contains("changed-meanwhile")
                .doesNotContain(SECRET);
        for (String url :
                List.of("https://127.0.0.2/" + SECRET, "https://user@example.com/" + SECRET, SECRET, "\u00e9")) {
            HttpResponse<String> refused = service.post(
                    "sam", CHANNELS, "{\"kind\":\"SLACK\",\"unit\":\"payments\",\"url\":\"" + url + "\"}", Map.of());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).doesNotContain(SECRET);
        }
    }

    @Test
    void theAddressStaysWhereNoOtherIsGiven() {
        String path = path(create("sam", "payments", "SLACK"));
        revise("sam", path, "{\"name\":\"Ours\",\"tells\":[]}", "\"1\"");
        assertThat(service.post("sam", path + "/test", "", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(receiver.got().get(0).path()).contains(SECRET);
        assertThat(get("sam", path).get("name").stringValue()).isEqualTo("Ours");

        try (Receiver other = Receiver.open()) {
            revise("sam", path, "{\"url\":\"" + other.url() + "\"}", "\"2\"");
            service.post("sam", path + "/test", "", Map.of());
            assertThat(other.got()).hasSize(1);
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        String url = url();
        for (String body : List.of(
                "{}",
                "{\"kind\":\"SLACK\",\"url\":\"" + url + "\"}",
                "{\"kind\":\"SLACK\",\"url\":\"" + url + "\",\"unit\":\"nowhere\"}",
                "{\"kind\":\"SLACK\",\"url\":\"" + url + "\",\"unit\":\"product\"}",
                "{\"kind\":\"SLACK\",\"unit\":\"payments\"}",
                "{\"url\":\"" + url + "\",\"unit\":\"payments\"}",
                "{\"kind\":\"SLACK\",\"unit\":\"payments\",\"url\":\"https://169.254.169.254/\"}",
                "{\"kind\":\"SLACK\",\"unit\":\"payments\",\"url\":\"https://localhost/\"}",
                "{\"kind\":\"SLACK\",\"unit\":\"payments\",\"url\":\"http://example.com/\"}",
                "{\"kind\":\"SLACK\",\"unit\":\"payments\",\"url\":\"" + url + "\",\"name\":\"" + "x".repeat(101)
                        + "\"}")) {
            HttpResponse<String> refused = service.post("sam", CHANNELS, body, Map.of());
            assertThat(refused.statusCode()).as(body).isEqualTo(422);
            assertThat(RunningService.body(refused).get("type").stringValue()).startsWith("/problems/");
        }
        for (String body : List.of(
                "{\"kind\":\"IRC\"}", "{\"tells\":[\"GOSSIP\"]}", "{\"tells\":[null]}", "{\"adress\":1}", "[]")) {
            assertThat(service.post("sam", CHANNELS, body, Map.of()).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void onlyWhoeverLeadsTheUnitConnectsAChannel() {
        for (String who : List.of("sam", "ana", "admin")) {
            HttpResponse<String> created = create(who, "payments", "SLACK");
            assertThat(created.statusCode()).as(who).isEqualTo(201);
            delete(who, path(created));
        }
        assertThat(create("sam", "search", "SLACK").statusCode()).isEqualTo(403);
        assertThat(create("sam", "shop", "SLACK").statusCode()).isEqualTo(403);
        HttpResponse<String> refused = create("guest", "payments", "SLACK");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(RunningService.body(refused).get("detail").stringValue()).contains("Scrum Master");
        assertThat(create("stranger", "payments", "SLACK").statusCode()).isEqualTo(403);
    }

    @Test
    void isItsOwnersAlone() {
        String path = path(create("sam", "payments", "SLACK"));
        for (String where : List.of("", "/preview")) {
            assertThat(service.get("pat", path + where).statusCode()).isEqualTo(404);
            assertThat(service.get("sam", CHANNELS + "/" + id() + where).statusCode())
                    .isEqualTo(404);
        }
        for (String what : List.of("/pause", "/resume", "/test")) {
            assertThat(service.post("pat", path + what, "", ANY_VERSION).statusCode())
                    .isEqualTo(404);
        }
        assertThat(revise("pat", path, "{}", "*").statusCode()).isEqualTo(404);
        assertThat(delete("pat", path).statusCode()).isEqualTo(404);
        assertThat(get("pat", CHANNELS).get("items")).isEmpty();
        assertThat(service.get("stranger", CHANNELS).statusCode()).isEqualTo(403);
    }

    @Test
    void anAdministratorPausesAndDeletesWithoutSeeingWhatIsTold() {
        String path = path(create("sam", "payments", "SLACK"));
        assertThat(get("admin", path).get("can").get(0).stringValue()).isEqualTo("SuperviseChannels");
        assertThat(get("admin", CHANNELS).get("items")).hasSize(1);
        assertThat(service.get("admin", path + "/preview").statusCode()).isEqualTo(403);
        for (String what : List.of("/resume", "/test")) {
            assertThat(service.post("admin", path + what, "", ANY_VERSION).statusCode())
                    .isEqualTo(403);
        }
        assertThat(revise("admin", path, "{}", "*").statusCode()).isEqualTo(403);
        JsonNode paused = RunningService.body(service.post("admin", path + "/pause", "", ANY_VERSION));
        assertThat(paused.get("state").stringValue()).isEqualTo("PAUSED");
        assertThat(paused.get("reason").stringValue()).isEqualTo("Paused by an administrator");
        assertThat(delete("admin", path).statusCode()).isEqualTo(204);
        assertThat(service.get("sam", path).statusCode()).isEqualTo(404);
    }

    @Test
    void carriesOutARepeatedRequestOnceAndChangesOnlyWhatWasSeen() {
        Map<String, String> key = Map.of("Idempotency-Key", id());
        String body = request("payments", "SLACK");
        HttpResponse<String> first = service.post("sam", CHANNELS, body, key);
        HttpResponse<String> again = service.post("sam", CHANNELS, body, key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(path(again)).isEqualTo(path(first));
        assertThat(service.post("sam", CHANNELS, request("payments", "TEAMS"), key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(get("sam", CHANNELS).get("items")).hasSize(1);

        String path = path(first);
        assertThat(service.send("PUT", RealParts.get().token("sam"), path, "{}", Map.of())
                        .statusCode())
                .isEqualTo(428);
        assertThat(revise("sam", path, "{\"name\":\"Ours\"}", "\"1\"").statusCode())
                .isEqualTo(200);
        HttpResponse<String> stale = service.post("sam", path + "/pause", "", Map.of("If-Match", "\"1\""));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(RunningService.body(stale).get("current").get("name").stringValue())
                .isEqualTo("Ours");
    }

    @Test
    void oneSignInHasTwentyAtMost() {
        List<CompletableFuture<Integer>> asked = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> create("sam", "payments", "SLACK").statusCode()))
                .toList();
        asked.forEach(CompletableFuture::join);
        assertThat(get("sam", CHANNELS + "?limit=100").get("items").size()).isLessThanOrEqualTo(Channels.MOST);
        while (get("sam", CHANNELS + "?limit=100").get("items").size() < Channels.MOST) {
            assertThat(create("sam", "payments", "SLACK").statusCode()).isEqualTo(201);
        }
        HttpResponse<String> tooMany = create("sam", "payments", "SLACK");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(tooMany.body()).contains("delete one first");
    }

    @Test
    void showsBeforehandWhatWouldBeTold() {
        String path = path(create("sam", "payments", "SLACK"));
        String hidden = house.raise("PRIVATE");
        String impediment = house.raise("TEAM");
        String asked =
                house.append("team.dependencies", "guildhall.team.dependency-proposed.v1", "payments", "ORGANIZATION");

        JsonNode nothing = get("sam", path + "/preview");
        assertThat(nothing.get("things")).isEmpty();
        JsonNode waiting = get("sam", path + "/preview?tells=WAITING");
        assertThat(waiting.toString()).contains(asked).doesNotContain(impediment);
        JsonNode both = get("sam", path + "/preview?tells=WAITING&tells=IMPEDIMENTS");
        assertThat(both.toString()).contains(asked, impediment).doesNotContain(hidden);
        assertThat(both.get("message").get("blocks").get(0).get("type").stringValue())
                .isEqualTo("header");
        JsonNode last = both.get("things").get(both.get("things").size() - 1);
        assertThat(last.get("text").stringValue())
                .isEqualTo("sam of the house asked for the dependency '" + asked + "'");
        assertThat(last.get("step").stringValue()).isEqualTo("From proposed to committed");
        assertThat(last.get("url").stringValue()).startsWith("https://guildhall.example/dependencies/");
        assertThat(service.get("sam", path + "/preview?tells=GOSSIP").statusCode())
                .isEqualTo(400);
        assertThat(receiver.got()).isEmpty();
    }

    @Test
    void aTestSaysWhatBecameOfIt() {
        String path = path(create("sam", "payments", "TEAMS"));
        JsonNode well = RunningService.body(service.post("sam", path + "/test", "", Map.of()));
        assertThat(well.get("status").intValue()).isEqualTo(200);
        assertThat(well.get("failure").isNull()).isTrue();
        assertThat(receiver.got().get(0).body())
                .contains("AdaptiveCard", "A test from Guildhall", "sam of the house tries");

        receiver.answers = any -> new Answer(404, Map.of(), "no_service");
        JsonNode ill = RunningService.body(service.post("sam", path + "/test", "", Map.of()));
        assertThat(ill.get("failure").stringValue()).isEqualTo("It answered 404. It said: no_service.");
        receiver.close();
        JsonNode gone = RunningService.body(service.post("sam", path + "/test", "", Map.of()));
        assertThat(gone.get("status").intValue()).isZero();
        assertThat(gone.get("failure").stringValue()).isNotBlank();
    }

    private HttpResponse<String> create(String who, String unit, String kind) {
        return service.post(who, CHANNELS, request(unit, kind), Map.of());
    }

    private String request(String unit, String kind) {
        return "{\"kind\":\"%s\",\"unit\":\"%s\",\"url\":\"%s\"}".formatted(kind, unit, url());
    }

    private String url() {
        return receiver.url() + "&sig=" + SECRET;
    }

    private static String path(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode get(String who, String path) {
        HttpResponse<String> answer = service.get(who, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningService.body(answer);
    }

    private static HttpResponse<String> revise(String who, String path, String body, String version) {
        return service.send("PUT", RealParts.get().token(who), path, body, Map.of("If-Match", version));
    }

    private static HttpResponse<String> delete(String who, String path) {
        return service.send("DELETE", RealParts.get().token(who), path, "", ANY_VERSION);
    }
}
