package io.guildhall.system.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.bson.Document;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.testing.FreePorts;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.system.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Kills team-service with SIGKILL at four chosen moments while people work with it and the roadmap tells it of features,
 * starts it again, lets them repeat what was not answered, and compares the whole history: what was acknowledged, the
 * store, the topics, and the replica with what follows from it. Whatever is sent is sent twice.
 */
class KillPointsIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final int PEOPLE = 3;
    private static final List<String> DAYS = LocalDate.of(2037, 1, 1)
            .datesUntil(LocalDate.of(2037, 1, 8))
            .map(LocalDate::toString)
            .toList();
    private static final String LAST_DAY = DAYS.get(DAYS.size() - 1);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String installation = RealParts.installation();
    private final TrappedStore store = new TrappedStore();
    private final MongoServer server = new MongoServer(store);
    private final String uri = server.bindAndGetConnectionString();
    private final MongoClient client = MongoClients.create(uri);
    private final MongoDatabase database = client.getDatabase(installation + "_team-service");
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);

    /** The days that were acknowledged, by the title of an impediment and of a feature. */
    private final Map<String, List<String>> acknowledged = new ConcurrentSkipListMap<>();

    private int port;
    private volatile Process service;

    @BeforeEach
    void start() throws IOException {
        port = FreePorts.one();
        service = launch();
        await().atMost(SOON).ignoreExceptions().until(() -> get("/actuator/health/readiness") == 200);
        publish("team.units", "payments", 1, """
                {"kind":"TEAM","name":"Payments","parent":"product","visibility":"ORGANIZATION","scopes":[],"assignments":[
                {"person":"sam","role":"SCRUM_MASTER","from":"2026-01-01"}]}""");
        publish("team.people", "sam", 1, """
                {"name":"Sam","active":true,"links":[{"issuer":"%s","subject":"sam"}]}""".formatted(RealParts.get().issuer()));
        soon().until(() -> get("/api/team/impediments") == 200);
    }

    @AfterEach
    void stop() {
        people.shutdownNow();
        kill();
        client.close();
        server.shutdownNow();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceWhereverTheServiceWasKilled() throws IOException {
        int midway = DAYS.size();
        round("before writing", midway, command -> writes(command, "impediments"), false);
        // Nobody changes the last of them after that, so that the service has to find by itself what it has not sent.
        Predicate<Document> ending =
                command -> writes(command, "impediments") && command.toString().contains(LAST_DAY);
        round("before sending", PEOPLE, ending, true);
        long repetitions = repetitions("team.impediments");
        round("before clearing", midway, command -> clears(command, "impediments"), false);
        assertThat(repetitions("team.impediments")).isGreaterThan(repetitions);
        round("before reacting", midway, command -> writes(command, "dependencies"), false);
    }

    /**
     * @param nth of the fitting commands that is the service's last
     * @param carriedOut whether the store carries it out
     */
    private void round(String name, int nth, Predicate<Document> moment, boolean carriedOut) throws IOException {
        AtomicInteger fitting = new AtomicInteger();
        store.killAt(command -> moment.test(command) && fitting.incrementAndGet() == nth, carriedOut, this::kill);
        List<CompletableFuture<Void>> work = IntStream.range(0, PEOPLE)
                .mapToObj(person -> CompletableFuture.runAsync(() -> work(name + " " + person), people))
                .toList();
        soon().until(() -> !service.isAlive());
        service = launch();
        work.forEach(CompletableFuture::join);
        assertThat(acknowledged.keySet())
                .filteredOn(title -> title.startsWith(name))
                .hasSize(PEOPLE);
        compareHistory("impediments", "updates", "text");
        compareHistory("dependencies", "history", "date");
        compareReplica();
    }

    private static boolean writes(Document command, String collection) {
        return collection.equals(command.get("findAndModify"));
    }

    /** Takes what was sent out of its document. */
    private static boolean clears(Document command, String collection) {
        return collection.equals(command.get("update")) && command.toString().contains("$pull");
    }

    /** Updates an impediment day after day while a feature that waits for another team is rescheduled as often. */
    private void work(String title) {
        String impediment = send("", "{\"title\":\"" + title + "\"}", title);
        for (int i = 0; i < DAYS.size(); i++) {
            String day = DAYS.get(i);
            String feature = """
                    {"title":"%s","team":"payments","date":"%s","status":"OPEN","needs":[{"team":"ledger"}]}""".formatted(title, day);
            publish("roadmap.features", title, i + 1, feature);
            publish("roadmap.features", title, i + 1, feature);
            send("/" + impediment + "/update", "{\"text\":\"" + day + "\"}", title + day);
        }
        acknowledged.put(title, DAYS);
    }

    /** Sends a command until it is answered, and then again; returns the impediment's id. */
    private String send(String path, String body, String key) {
        String id = untilAnswered(path, body, key);
        assertThat(untilAnswered(path, body, key)).isEqualTo(id);
        return id;
    }

    private String untilAnswered(String path, String body, String key) {
        HttpRequest command = request("/api/team/impediments" + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = soon().until(
                        () -> http.send(command, HttpResponse.BodyHandlers.ofString()),
                        given -> given.statusCode() < 300
                                // Just started, it has not read the organization and its people yet.
                                || !Set.of(403, 404, 503).contains(given.statusCode()));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return StateMapper.json().readTree(answer.body()).get("id").stringValue();
    }

    /** All that was acknowledged is stored, once and in order; the topic tells how it came about, and nothing else. */
    private void compareHistory(String collection, String list, String item) {
        soon().untilAsserted(() -> {
            Map<String, List<String>> stored = new TreeMap<>();
            for (var document : database.getCollection(collection).find(Filters.size("pending", 0))) {
                JsonNode state = StateMapper.toJson(document.get("state"));
                stored.merge(
                        state.get("title").stringValue(), items(state, list, item), (one, other) -> List.of("twice"));
            }
            assertThat(stored).isEqualTo(acknowledged);
        });
        Map<String, Map<String, JsonNode>> topic = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> event : log("team." + collection)) {
            topic.computeIfAbsent(event.key(), key -> new LinkedHashMap<>())
                    .putIfAbsent(
                            id(event),
                            StateMapper.json().readTree(event.value()).get("state"));
        }
        for (var document : database.getCollection(collection).find()) {
            JsonNode state = StateMapper.toJson(document.get("state"));
            List<JsonNode> events =
                    List.copyOf(topic.remove(document.getString("_id")).values());
            assertThat(events).hasSize(document.getLong("version").intValue()).endsWith(state);
            int before = DAYS.size() - events.size() + 1;
            for (int i = 0; i < events.size(); i++) {
                assertThat(items(events.get(i), list, item)).isEqualTo(DAYS.subList(0, before + i));
            }
        }
        assertThat(topic).isEmpty();
    }

    /** The replica is what was told last, and the service has done what follows; {@link #compareHistory} saw it done once. */
    private void compareReplica() {
        soon().untilAsserted(() -> {
            Map<String, String> replica = new TreeMap<>();
            for (var document :
                    database.getCollection("replica_roadmap_features_v1").find()) {
                assertThat(document.get("done")).isEqualTo(document.get("sequence"));
                replica.put(document.getString("_id"), document.getEmbedded(List.of("state", "date"), String.class));
            }
            assertThat(replica.keySet()).isEqualTo(acknowledged.keySet());
            assertThat(replica.values()).containsOnly(LAST_DAY);
        });
    }

    private static List<String> items(JsonNode state, String list, String item) {
        List<String> items = new ArrayList<>();
        state.get(list).forEach(entry -> items.add(entry.get(item).stringValue()));
        return items;
    }

    /** How many events of a topic are there more than once. */
    private long repetitions(String topic) {
        List<ConsumerRecord<String, byte[]>> log = log(topic);
        return log.size() - log.stream().map(KillPointsIT::id).distinct().count();
    }

    private static String id(ConsumerRecord<String, byte[]> event) {
        return new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> log(String topic) {
        return RealParts.get().log(installation + "." + topic);
    }

    private void publish(String topic, String id, long sequence, String state) {
        RealParts.get().publish(installation + "." + topic, id, sequence, state);
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).atMost(SOON).ignoreExceptionsInstanceOf(IOException.class);
    }

    private int get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + RealParts.get().token("sam"))
                .timeout(Duration.ofSeconds(10));
    }

    private Process launch() throws IOException {
        return ServiceProcess.launch(
                "team-service", installation, List.of("--server.port=" + port, "--spring.mongodb.uri=" + uri));
    }

    /** Returns when it is gone. */
    private void kill() {
        service.destroyForcibly().onExit().join();
    }
}
