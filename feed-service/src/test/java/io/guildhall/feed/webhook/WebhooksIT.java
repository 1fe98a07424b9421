package io.guildhall.feed.webhook;

import static io.guildhall.feed.webhook.WebhookFixture.SOON;
import static io.guildhall.feed.webhook.WebhookFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.guildhall.feed.webhook.Receiver.Answer;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Webhooks through their API, as their owners and others see them. */
class WebhooksIT {

    private static final String WEBHOOKS = "/api/feed/webhooks";
    private static final Map<String, String> ANY_VERSION = Map.of("If-Match", "*");

    private static WebhookFixture house;
    private static RunningService service;
    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();
    private static final List<String> SECRETS = new ArrayList<>();
    private Receiver receiver;

    @BeforeAll
    static void start() {
        house = new WebhookFixture();
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
        assertThat(SECRETS).isNotEmpty();
        assertThat(LOGGED.list)
                .isNotEmpty()
                .noneMatch(event -> SECRETS.stream()
                        .anyMatch(
                                secret -> (event.getFormattedMessage() + event.getThrowableProxy()).contains(secret)));
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
    }

    @AfterEach
    void close() {
        for (String who : List.of("sam", "guest")) {
            get(who, WEBHOOKS + "?limit=100")
                    .get("items")
                    .forEach(item -> delete(who, WEBHOOKS + "/" + item.get("id").stringValue()));
        }
        receiver.close();
    }

    @Test
    void showsItsSecretOnce() throws WebhookVerificationException {
        HttpResponse<String> created = service.post("sam", WEBHOOKS, request(receiver.url()), Map.of());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("ETag")).contains("\"1\"");
        String secret = secret(created);
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        String path = created.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> shown = service.get("sam", path);
        assertThat(shown.body()).doesNotContain("whsec_").contains("key=1");
        JsonNode view = RunningService.body(shown);
        assertThat(view.get("state").stringValue()).isEqualTo("ACTIVE");
        assertThat(view.get("rate").intValue()).isEqualTo(50);
        assertThat(view.get("ordered").booleanValue()).isTrue();
        assertThat(view.get("can").get(0).stringValue()).isEqualTo("ManageWebhooks");

        HttpResponse<String> rotated = post("sam", path + "/rotate-secret", "", RunningService.ifMatch(shown));
        assertThat(secret(rotated)).isNotEqualTo(secret);
        assertThat(get("sam", path).get("oldSecretUntil").isString()).isTrue();
        assertThat(post("sam", path + "/test", "", Map.of()).statusCode()).isEqualTo(200);
        receiver.got().get(0).verify(secret);
        receiver.got().get(0).verify(secret(rotated));
    }

    @Test
    void carriesOutARepeatedRequestOnce() {
        Map<String, String> key = Map.of("Idempotency-Key", id());
        HttpResponse<String> first = service.post("sam", WEBHOOKS, request(receiver.url()), key);
        HttpResponse<String> again = service.post("sam", WEBHOOKS, request(receiver.url()), key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(secret(again)).isEqualTo(secret(first));
        assertThat(service.post("sam", WEBHOOKS, request(receiver.url() + "2"), key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(get("sam", WEBHOOKS).get("items")).hasSize(1);

        String path = path(first);
        Map<String, String> rotation = Map.of("Idempotency-Key", id(), "If-Match", "\"1\"");
        String rotated = secret(post("sam", path + "/rotate-secret", "", rotation));
        assertThat(secret(post("sam", path + "/rotate-secret", "", rotation))).isEqualTo(rotated);
    }

    @Test
    void changesOnlyWhatWasSeen() {
        String path = path(create("sam"));
        assertThat(put("sam", path, request(receiver.url()), Map.of()).statusCode())
                .isEqualTo(428);
        HttpResponse<String> revised =
                put("sam", path, "{\"url\":\"" + receiver.url() + "\",\"rate\":7}", Map.of("If-Match", "\"1\""));
        assertThat(RunningService.body(revised).get("rate").intValue()).isEqualTo(7);
        HttpResponse<String> stale = post("sam", path + "/pause", "", Map.of("If-Match", "\"1\""));
        assertThat(stale.statusCode()).isEqualTo(412);
        JsonNode current = RunningService.body(stale).get("current");
        assertThat(current.get("rate").intValue()).isEqualTo(7);
        assertThat(current.get("version").longValue()).isEqualTo(2);
        assertThat(service.send("DELETE", RealParts.get().token("sam"), path, "", Map.of("If-Match", "\"1\""))
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void refusesWhatDoesNotFit() {
        for (String body : List.of(
                "{}",
                "{\"url\":\"\"}",
                "{\"url\":\"https://localhost/\"}",
                "{\"url\":\"https://169.254.169.254/\"}",
                "{\"url\":\"http://example.com/\"}",
                "{\"url\":\"" + receiver.url() + "\",\"rate\":0}",
                "{\"url\":\"" + receiver.url() + "\",\"rate\":101}",
                "{\"url\":\"" + receiver.url() + "\",\"description\":\"" + "x".repeat(501) + "\"}",
                "{\"url\":\"" + receiver.url() + "\",\"filter\":{\"topics\":[\"team.people\"]}}")) {
            HttpResponse<String> refused = service.post("sam", WEBHOOKS, body, Map.of());
            assertThat(refused.statusCode()).as(body).isEqualTo(422);
            assertThat(RunningService.body(refused).get("type").stringValue()).startsWith("/problems/");
        }
        for (String body : List.of("{\"adress\":1}", "[]", "{\"url\":{}}")) {
            assertThat(service.post("sam", WEBHOOKS, body, Map.of()).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        String path = path(create("sam"));
        assertThat(post("sam", path + "/replay", "{}", Map.of()).statusCode()).isEqualTo(422);
        assertThat(post("sam", path + "/deliveries/7/replay", "", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(service.get("sam", path + "/deliveries/x").statusCode()).isEqualTo(400);
        assertThat(service.get("sam", path + "/deliveries?state=LOST").statusCode())
                .isEqualTo(400);
    }

    @Test
    void isItsOwnersAlone() {
        String path = path(create("sam"));
        String unknown = WEBHOOKS + "/" + id();
        for (String where : List.of("", "/deliveries", "/deliveries/1")) {
            assertThat(service.get("guest", path + where).statusCode()).isEqualTo(404);
            assertThat(service.get("sam", unknown + where).statusCode()).isEqualTo(404);
        }
        for (String what : List.of("/pause", "/resume", "/rotate-secret", "/test", "/deliveries/1/replay")) {
            assertThat(post("guest", path + what, "", ANY_VERSION).statusCode()).isEqualTo(404);
        }
        assertThat(delete("guest", path).statusCode()).isEqualTo(404);
        assertThat(get("guest", WEBHOOKS).get("items")).isEmpty();
        assertThat(service.get("stranger", WEBHOOKS).statusCode()).isEqualTo(403);
    }

    @Test
    void anAdministratorPausesAndDeletesWithoutSeeingWhatIsSent() {
        String path = path(create("sam"));
        JsonNode seen = get("admin", path);
        assertThat(seen.get("url").stringValue()).endsWith("/…").doesNotContain("key=1");
        assertThat(seen.get("can").get(0).stringValue()).isEqualTo("SuperviseWebhooks");
        assertThat(get("admin", WEBHOOKS).get("items")).hasSize(1);
        assertThat(service.get("admin", path + "/deliveries").statusCode()).isEqualTo(403);
        for (String what : List.of("/resume", "/rotate-secret", "/test")) {
            assertThat(post("admin", path + what, "", ANY_VERSION).statusCode()).isEqualTo(403);
        }
        assertThat(put("admin", path, request(receiver.url()), ANY_VERSION).statusCode())
                .isEqualTo(403);
        HttpResponse<String> paused = post("admin", path + "/pause", "", ANY_VERSION);
        assertThat(RunningService.body(paused).get("state").stringValue()).isEqualTo("PAUSED");
        assertThat(delete("admin", path).statusCode()).isEqualTo(204);
        assertThat(service.get("sam", path).statusCode()).isEqualTo(404);
    }

    @Test
    void oneSignInHasTwentyAtMost() {
        List<CompletableFuture<Integer>> asked = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> service.post("guest", WEBHOOKS, request(receiver.url() + i), Map.of())
                                .statusCode()))
                .toList();
        asked.forEach(CompletableFuture::join);
        assertThat(get("guest", WEBHOOKS + "?limit=100").get("items").size()).isLessThanOrEqualTo(Webhooks.MOST);
        while (get("guest", WEBHOOKS + "?limit=100").get("items").size() < Webhooks.MOST) {
            assertThat(create("guest").statusCode()).isEqualTo(201);
        }
        HttpResponse<String> tooMany = create("guest");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(tooMany.body()).contains("delete one first");
    }

    @Test
    void showsWhatWasSentAndWhatWasAnswered() {
        receiver.answers = got -> new Answer(
                200,
                Map.of("Set-Cookie", "session=1", "X-Echo", got.header("webhook-signature")),
                got.header("webhook-signature") + " and more");
        String path = path(create("sam"));
        String subject = id();
        awaitHeld(path);
        house.append(subject, 1, "TEAM");

        JsonNode delivery = awaitDelivery(path, subject, "DELIVERED");
        HttpResponse<String> answer = service.get(
                "sam", path + "/deliveries/" + delivery.get("position").longValue());
        JsonNode detail = RunningService.body(answer);
        assertThat(detail.get("body").stringValue())
                .isEqualTo(receiver.of(subject).get(0).body());
        assertThat(headers(detail.get("headers")))
                .containsEntry("webhook-id", receiver.of(subject).get(0).id())
                .containsEntry("webhook-signature", "v1,***");
        JsonNode attempt = detail.get("attempts").get(0);
        assertThat(attempt.get("status").intValue()).isEqualTo(200);
        assertThat(attempt.get("body").stringValue()).isEqualTo("v1,*** and more");
        assertThat(headers(attempt.get("headers")))
                .containsEntry("Set-cookie", "***")
                .containsEntry("X-echo", "v1,***");
        assertThat(answer.body()).doesNotContain(receiver.of(subject).get(0).header("webhook-signature"));
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode view = get("sam", path);
            assertThat(view.get("lastSuccess").isString()).isTrue();
            assertThat(view.get("lag").longValue()).isZero();
        });
    }

    @Test
    void sendsAgainWhatIsAskedForUnderTheSameId() {
        String path = path(create("sam"));
        String subject = id();
        awaitHeld(path);
        Instant from = Instant.now().minusSeconds(5);
        house.append(subject, 1, "ORGANIZATION");
        house.append(subject, 2, "ORGANIZATION");
        JsonNode delivery = awaitDelivery(path, subject, "DELIVERED");
        await().atMost(SOON).until(() -> receiver.of(subject).size() == 2);
        long position = delivery.get("position").longValue();
        await().atMost(SOON).until(() -> deliveries(path, subject, "DELIVERED").size() == 2);

        Map<String, String> key = Map.of("Idempotency-Key", id());
        assertThat(post("sam", path + "/deliveries/" + position + "/replay", "", key)
                        .statusCode())
                .isEqualTo(202);
        await().atMost(SOON).until(() -> receiver.of(subject).size() == 3);
        assertThat(receiver.of(subject))
                .extracting(Receiver.Got::id)
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(2));
        await().atMost(SOON).until(() -> deliveries(path, subject, "DELIVERED").size() == 2);
        assertThat(post("sam", path + "/deliveries/" + position + "/replay", "", key)
                        .statusCode())
                .isEqualTo(202);

        String range = "{\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(from, Instant.now().plusSeconds(60));
        HttpResponse<String> replayed = post("sam", path + "/replay", range, Map.of());
        assertThat(replayed.statusCode()).isEqualTo(202);
        assertThat(RunningService.body(replayed).get("deliveries").intValue()).isGreaterThanOrEqualTo(2);
        await().atMost(SOON).until(() -> receiver.of(subject).size() == 5);
        String empty = "{\"from\":\"2001-01-01T00:00:00Z\",\"until\":\"2001-01-02T00:00:00Z\"}";
        assertThat(RunningService.body(post("sam", path + "/replay", empty, Map.of()))
                        .get("deliveries")
                        .intValue())
                .isZero();
    }

    @Test
    void refusesToSendAgainMoreThanAnEndpointIsSentInAWhile() {
        String path = path(create("sam"));
        post("sam", path + "/pause", "", ANY_VERSION);
        String webhook = path.substring(path.lastIndexOf('/') + 1);
        Instant now = Instant.now();
        Deliveries deliveries = house.bean(Deliveries.class);
        deliveries.write(IntStream.rangeClosed(1, Courier.MOST_WAITING)
                .mapToObj(position -> new Delivery(
                        webhook,
                        position,
                        "team.impediments/x@" + position,
                        "team.impediments",
                        "test.v1",
                        "x",
                        now,
                        Delivery.State.WAITING,
                        now,
                        0,
                        now,
                        null,
                        List.of()))
                .map(delivery -> new Deliveries.Write(delivery, null, () -> {}))
                .toList());

        HttpResponse<String> refused = post("sam", path + "/deliveries/1/replay", "", Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("too-much-waits", "1000 deliveries wait already");
    }

    @Test
    void aTestSaysWhatBecameOfIt() {
        String path = path(create("sam"));
        JsonNode well = RunningService.body(post("sam", path + "/test", "", Map.of()));
        assertThat(well.get("status").intValue()).isEqualTo(204);
        assertThat(well.get("failure").isNull()).isTrue();
        assertThat(receiver.got().get(0).event().getType()).isEqualTo("guildhall.webhook.ping.v1");

        receiver.answers = any -> new Answer(500, Map.of(), "broken");
        JsonNode ill = RunningService.body(post("sam", path + "/test", "", Map.of()));
        assertThat(ill.get("failure").stringValue()).contains("500");
        assertThat(ill.get("body").stringValue()).isEqualTo("broken");

        receiver.close();
        JsonNode gone = RunningService.body(post("sam", path + "/test", "", Map.of()));
        assertThat(gone.get("status").intValue()).isZero();
        assertThat(gone.get("failure").stringValue()).isNotBlank();
    }

    @Test
    void pausesAndGoesOn() {
        String path = path(create("sam"));
        awaitHeld(path);
        JsonNode paused = RunningService.body(post("sam", path + "/pause", "", Map.of("If-Match", "\"1\"")));
        assertThat(paused.get("reason").stringValue()).isEqualTo("Paused by its owner");
        String subject = id();
        house.append(subject, 1, "ORGANIZATION");
        post("sam", path + "/resume", "", Map.of("If-Match", "\"2\""));
        await().atMost(SOON).until(() -> receiver.of(subject).size() == 1);
    }

    private static void awaitHeld(String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        await().atMost(SOON).until(() -> house.bean(Couriers.class).follows(id, 1));
    }

    private static JsonNode awaitDelivery(String path, String subject, String state) {
        await().atMost(SOON).until(() -> !deliveries(path, subject, state).isEmpty());
        return deliveries(path, subject, state).get(0);
    }

    private static List<JsonNode> deliveries(String path, String subject, String state) {
        return StreamSupport.stream(
                        get("sam", path + "/deliveries?limit=100&state=" + state)
                                .get("items")
                                .spliterator(),
                        false)
                .filter(item -> item.get("subject").stringValue().equals(subject))
                .toList();
    }

    private static Map<String, String> headers(JsonNode headers) {
        Map<String, String> found = new java.util.HashMap<>();
        headers.forEach(header ->
                found.put(header.get("name").stringValue(), header.get("value").stringValue()));
        return found;
    }

    private HttpResponse<String> create(String who) {
        HttpResponse<String> created = service.post(who, WEBHOOKS, request(receiver.url()), Map.of());
        if (created.statusCode() == 201) {
            secret(created);
        }
        return created;
    }

    private static String request(String url) {
        return "{\"url\":\"" + url + "\"}";
    }

    private static String secret(HttpResponse<String> answer) {
        String secret = RunningService.body(answer).get("secret").stringValue();
        SECRETS.add(secret);
        return secret;
    }

    private static String path(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode get(String who, String path) {
        HttpResponse<String> answer = service.get(who, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningService.body(answer);
    }

    private static HttpResponse<String> post(String who, String path, String body, Map<String, String> headers) {
        return service.post(who, path, body, headers);
    }

    private static HttpResponse<String> put(String who, String path, String body, Map<String, String> headers) {
        return service.send("PUT", RealParts.get().token(who), path, body, headers);
    }

    private static HttpResponse<String> delete(String who, String path) {
        return service.send("DELETE", RealParts.get().token(who), path, "", ANY_VERSION);
    }
}
