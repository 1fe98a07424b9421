package io.guildhall.feed.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.guildhall.feed.FeedService;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What administrators are told of what goes in and out, on a real broker and store. */
class ConnectionsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CONNECTIONS = "/api/feed/connections";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(FeedService.class, "feed-service", RealParts.installation());
        service.publish("team.units", "product", """
                {"kind":"PRODUCT","name":"All","visibility":"ORGANIZATION","scopes":[],
                "assignments":[{"person":"ada","role":"ADMINISTRATOR","from":"2026-01-01"}]}""");
        for (String person : List.of("sam", "ada")) {
            service.publish(
                    "team.people", person, """
                    {"name":"%s","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(person, RealParts.get().issuer(), person));
        }
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(service.get("sam", "/api/feed/subscriptions").statusCode())
                    .isEqualTo(200);
            assertThat(service.get("ada", CONNECTIONS).statusCode()).isEqualTo(200);
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void tellsAdministratorsOnly() {
        webhook();
        for (String administrator : List.of("admin", "ada")) {
            assertThat(service.get(administrator, "/api/feed/webhooks").body())
                    .contains("\"can\":[\"SuperviseWebhooks\"]");
        }
        assertThat(service.get("admin", CONNECTIONS).statusCode()).isEqualTo(200);
        assertThat(service.get("sam", CONNECTIONS).statusCode()).isEqualTo(403);
        assertThat(service.get("stranger", CONNECTIONS).statusCode()).isEqualTo(403);
    }

    @Test
    void saysHowFarEachTopicIsReadAndWhatCouldNotBe() {
        String id = UUID.randomUUID().toString();
        Instant before = Instant.now().minusSeconds(1);
        service.publish("team.impediments", id, 1, "{\"title\":\"A\",\"visibility\":\"ORGANIZATION\",\"scopes\":[]}");
        service.publish("team.waivers", id, 1, "[]");

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode impediments = events("team.impediments");
            assertThat(impediments.get("behind").longValue()).isZero();
            assertThat(impediments.get("deadLetters").longValue()).isZero();
            assertThat(Instant.parse(impediments.get("newest").stringValue())).isAfter(before);
            assertThat(events("team.waivers").get("behind").longValue()).isZero();
            assertThat(events("team.waivers").get("deadLetters").longValue()).isOne();
        });
        assertThat(events("roadmap.decisions").get("newest").isNull()).isTrue();
    }

    @Test
    void countsSubscriptionsAndNamesNone() {
        HttpResponse<String> made = service.post(
                "sam", "/api/feed/subscriptions", "{\"kind\":\"ATOM\",\"name\":\"My own feed\"}", Map.of());
        service.post("sam", "/api/feed/subscriptions", "{\"kind\":\"CALENDAR\",\"name\":\"Days\"}", Map.of());
        service.post("sam", "/api/feed/subscriptions", "{\"kind\":\"CALENDAR\",\"name\":\"More days\"}", Map.of());

        assertThat(use("ATOM").get("count").intValue()).isOne();
        assertThat(use("ATOM").get("lastUsed").isNull()).isTrue();
        assertThat(use("CALENDAR").get("count").intValue()).isEqualTo(2);

        String path =
                URI.create(RunningService.body(made).get("url").stringValue()).getPath();
        assertThat(service.get("sam", path).statusCode()).isEqualTo(200);
        assertThat(use("ATOM").get("lastUsed").isString()).isTrue();
        assertThat(service.get("admin", CONNECTIONS).body()).doesNotContain("My own feed", path, "sam");
    }

    @Test
    void saysHowFarPublishingIsAndThatNobodyIsMailed() {
        Instant before = Instant.now().minusSeconds(1);
        service.publish(
                "team.impediments",
                UUID.randomUUID().toString(),
                1,
                "{\"title\":\"B\",\"visibility\":\"ORGANIZATION\",\"scopes\":[]}");
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode published = connections().get("publicTopics");
            assertThat(published.get("behind").longValue()).isZero();
            assertThat(Instant.parse(published.get("moved").stringValue())).isAfter(before);
            assertThat(published.get("waits").isNull()).isTrue();
        });
        assertThat(connections().get("mail").get("setUp").booleanValue())
                .as("without a mail server")
                .isFalse();
    }

    @Test
    void countsWhoeverIsToldLive() throws Exception {
        int before = connections().get("streams").intValue();
        String port = service.context().getEnvironment().getProperty("local.server.port");
        HttpRequest live = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/feed/live"))
                .header("Authorization", "Bearer " + RealParts.get().token("sam"))
                .build();
        HttpResponse<InputStream> open =
                HttpClient.newHttpClient().send(live, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream stream = open.body()) {
            assertThat(stream.read()).as("the first heartbeat").isEqualTo(':');
            assertThat(connections().get("streams").intValue()).isEqualTo(before + 1);
        }
    }

    @Test
    void countsDeliveriesThatWereGivenUpByWebhook() {
        String id = webhook();
        webhook();
        var deliveries = service.context().getBean(MongoDatabase.class).getCollection("webhook_deliveries");
        for (String state : new String[] {"FAILED", "FAILED", "DELIVERED"}) {
            deliveries.insertOne(new Document("_id", UUID.randomUUID().toString())
                    .append("webhook", id)
                    .append("state", state));
        }
        JsonNode givenUp = connections().get("givenUp");
        assertThat(givenUp.size()).isOne();
        assertThat(givenUp.get(id).intValue()).isEqualTo(2);
    }

    private static String webhook() {
        HttpResponse<String> made = service.post(
                "sam",
                "/api/feed/webhooks",
                "{\"url\":\"https://hooks.example.com/" + UUID.randomUUID() + "\"}",
                Map.of());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return RunningService.body(made).get("webhook").get("id").stringValue();
    }

    private static JsonNode connections() {
        return RunningService.body(service.get("admin", CONNECTIONS));
    }

    private static JsonNode events(String topic) {
        return of(connections().get("events"), "topic", topic);
    }

    private static JsonNode use(String kind) {
        return of(connections().get("subscriptions"), "kind", kind);
    }

    private static JsonNode of(JsonNode all, String field, String value) {
        for (JsonNode one : all) {
            if (one.get(field).stringValue().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("No " + value + " in " + all);
    }
}
