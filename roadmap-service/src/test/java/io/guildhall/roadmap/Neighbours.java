package io.guildhall.roadmap;

import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/**
 * A running roadmap-service and what its neighbours publish: the organization of the tests (area Checkout with the teams
 * Payments and Ledger), dependencies and impediments.
 */
public final class Neighbours implements AutoCloseable {

    public static final String CPO = "carla";
    public static final String APO = "ana";
    public static final String PO = "paul";
    public static final String SM = "sam";

    private final String installation;
    private final RunningService service;
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, RealParts.get().brokers()),
            new StringSerializer(),
            new ByteArraySerializer());

    private Neighbours(String installation) {
        this.installation = installation;
        this.service = RunningService.start(RoadmapService.class, "roadmap-service", installation);
    }

    public static Neighbours start() {
        return start(RealParts.installation());
    }

    /** Another instance of the service where the installation has one already. */
    public static Neighbours start(String installation) {
        Neighbours neighbours = new Neighbours(installation);
        neighbours.publishOrganization();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> neighbours
                                        .service
                                        .get(CPO, "/actuator/health/readiness")
                                        .statusCode()
                                == 200
                        && neighbours.get(CPO, "/api/roadmap/outcomes").statusCode() == 200
                        && neighbours.get(SM, "/api/roadmap/outcomes").statusCode() == 200
                        && neighbours.knowsItsOrganization());
        return neighbours;
    }

    public String installation() {
        return installation;
    }

    public RunningService service() {
        return service;
    }

    @Override
    public void close() {
        producer.close();
        service.close();
    }

    public HttpResponse<String> get(String who, String path) {
        return service.get(who, path);
    }

    public HttpResponse<String> post(String who, String path, String body) {
        return service.post(who, path, body, Map.of());
    }

    public HttpResponse<String> post(String who, String path, String body, HttpResponse<String> seen) {
        return service.post(who, path, body, RunningService.ifMatch(seen));
    }

    public HttpResponse<String> put(String who, String path, String body, HttpResponse<String> seen) {
        return service.send("PUT", RealParts.get().token(who), path, body, RunningService.ifMatch(seen));
    }

    public static JsonNode body(HttpResponse<String> response) {
        return RunningService.body(response);
    }

    public static String id(HttpResponse<String> created) {
        return RunningService.body(created).path("id").asString();
    }

    /** Sets an outcome of the area and plans a feature of Payments for it; returns both ids. */
    public List<String> anOutcomeWithAFeature(String featureDay) {
        String outcome = id(post(APO, "/api/roadmap/outcomes", """
                {"title":"Pay in one tap","area":"checkout","quarter":"2099-Q4",
                 "keyResults":[{"name":"Conversion","unit":"%","baseline":61,"target":70}]}"""));
        String feature = id(post(PO, "/api/roadmap/features", """
                {"title":"Instant payouts","team":"payments","plannedDate":"%s","outcome":"%s"}""".formatted(featureDay, outcome)));
        return List.of(outcome, feature);
    }

    /** Publishes a dependency of Payments on Ledger. */
    public void dependency(
            String id, long sequence, String feature, String status, String neededBy, String committedBy) {
        event(
                "team.dependencies",
                id,
                sequence,
                "guildhall.team.dependency-committed.v1",
                """
                {"title":"Ledger API v2","consumer":"payments","producer":"ledger","feature":"%s","neededBy":"%s",
                 "committedBy":%s,"status":"%s","visibility":"ORGANIZATION","scopes":["payments","ledger"],
                 "history":[{"move":"PROPOSED","at":"2026-11-02T12:00:00.000Z","by":"x","date":"%s"},
                            {"move":"COMMITTED","at":"2026-11-03T12:00:00.000Z","by":"x","date":%s}]}""".formatted(feature, neededBy, quoted(committedBy), status, neededBy, quoted(committedBy)),
                "{}",
                "sam");
    }

    private static String quoted(String day) {
        return day.isEmpty() ? "null" : '"' + day + '"';
    }

    /** Publishes an event as team-service would, and waits until it is in the log. */
    public void event(String topic, String id, long sequence, String type, String state, String change, String by) {
        String data = "{\"state\":%s,\"change\":%s,\"by\":\"%s\",\"at\":\"2026-11-24T00:00:00.000Z\"}"
                .formatted(state, change, by);
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(installation + "." + topic, id, data.getBytes(StandardCharsets.UTF_8));
        Map.of("id", id + "@" + sequence, "type", type, "subject", id, "sequence", String.valueOf(sequence))
                .forEach((name, value) -> event.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(event).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean knowsItsOrganization() {
        JsonNode goal = body(get(CPO, "/api/roadmap/product-goal"));
        JsonNode grid = body(get(APO, "/api/roadmap/roadmap"));
        return !goal.path("can").isEmpty() && grid.path("areas").size() == 1;
    }

    private void publishOrganization() {
        unit("product", """
                {"kind":"PRODUCT","name":"Harbour","calendar":{"firstStart":"2026-10-05","lengthDays":14},"assignments":[
                {"person":"carla","role":"CHIEF_PRODUCT_OWNER","from":"2026-01-01"},
                {"person":"lena","role":"EXECUTIVE_ACTION_TEAM","from":"2026-01-01"}]}""");
        unit("checkout", """
                {"kind":"AREA","name":"Checkout","parent":"product","assignments":[
                {"person":"ana","role":"AREA_PRODUCT_OWNER","from":"2026-01-01"}]}""");
        unit("payments", """
                {"kind":"TEAM","name":"Payments","parent":"checkout","assignments":[
                {"person":"paul","role":"PRODUCT_OWNER","from":"2026-01-01"},
                {"person":"sam","role":"SCRUM_MASTER","from":"2026-01-01"}]}""");
        unit("ledger", """
                {"kind":"TEAM","name":"Ledger","parent":"checkout","assignments":[]}""");
        for (String person : List.of(CPO, APO, PO, SM, "lena", "guest")) {
            event(
                    "team.people",
                    person,
                    1,
                    "test.v1",
                    """
                    {"name":"%s","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(person, RealParts.get().issuer(), person),
                    "{}",
                    "test");
        }
    }

    public void unit(String id, String state) {
        event("team.units", id, System.currentTimeMillis(), "test.v1", state, "{}", "test");
    }
}
