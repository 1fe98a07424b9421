package io.guildhall.system.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.testing.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Kills a service with SIGKILL at four chosen moments while people work with it, starts it again, lets them repeat what was
 * not answered, and compares the whole history: what was acknowledged, the store, the topic, and another service's replica.
 */
@Disabled("its third and fourth kill have not been seen to pass yet")
class KillPointsIT {

    private static final Duration SOON = Duration.ofSeconds(150);
    private static final String IMPEDIMENTS = "impediments";
    private static final int PEOPLE = 3;
    private static final int COMMANDS = 8;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String installation = RealParts.installation();
    private final MongoClient store = MongoClients.create(RealParts.get().mongoUri());
    private final AtomicInteger kills = new AtomicInteger();
    private final int port = freePort();

    /** How many updates of each impediment were acknowledged, by title. */
    private final Map<String, Integer> acknowledged = new TreeMap<>();

    private StoreProxy teamStore;
    private StoreProxy followStore;
    private Killable team;
    private Killable followUps;

    @BeforeEach
    void start() throws IOException {
        teamStore = new StoreProxy(RealParts.get().mongoUri());
        followStore = new StoreProxy(RealParts.get().mongoUri());
        team = Killable.jar(bootJar(), arguments());
        followUps = Killable.program(
                FollowUps.class, List.of(followStore.uri(), RealParts.get().brokers(), installation));
        awaitTeam();
        publish("team.units", "payments", """
                {"kind":"TEAM","name":"Payments","parent":"product","visibility":"ORGANIZATION","scopes":[],"assignments":[
                {"person":"sam","role":"SCRUM_MASTER","from":"2026-01-01"}]}""");
        publish("team.people", "sam", """
                {"name":"Sam","active":true,"links":[{"issuer":"%s","subject":"sam"}]}""".formatted(RealParts.get().issuer()));
        await().atMost(SOON).ignoreExceptions().until(() -> get("/api/team/impediments") == 200);
    }

    @AfterEach
    void stop() throws IOException {
        team.close();
        followUps.close();
        teamStore.close();
        followStore.close();
        store.close();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceWhereverTheProcessWasKilled() {
        round("calm", null, teamStore, team);
        round("before the write", command -> command.writes(IMPEDIMENTS), teamStore, team);
        round("before sending", command -> command.readsPending(IMPEDIMENTS), teamStore, team);
        round("before clearing", StoreProxy.Command::clears, teamStore, team);
        round("before the reaction", command -> command.writes(FollowUps.DATABASE), followStore, followUps);

        assertThat(kills).hasValue(4);
        assertThat(acknowledged).hasSize(5 * PEOPLE);
    }

    private void round(
            String name,
            @org.jspecify.annotations.Nullable Predicate<StoreProxy.Command> at,
            StoreProxy proxy,
            Killable process) {
        if (at != null) {
            AtomicInteger fitting = new AtomicInteger();
            // In the middle of the work and not at its first command.
            proxy.killAt(command -> at.test(command) && fitting.incrementAndGet() > COMMANDS, () -> {
                process.kill();
                kills.incrementAndGet();
            });
        }
        List<Thread> people = new ArrayList<>();
        Map<String, Integer> done = new java.util.concurrent.ConcurrentHashMap<>();
        for (int person = 0; person < PEOPLE; person++) {
            String title = name + " " + person;
            Thread thread = new Thread(() -> done.put(title, work(title)), title);
            thread.start();
            people.add(thread);
        }
        if (at != null) {
            await().atMost(SOON).until(() -> !process.alive());
            process.restart();
        }
        people.forEach(KillPointsIT::join);
        acknowledged.putAll(done);
        assertThat(done).as(name).hasSize(PEOPLE);
        compareHistory(name);
    }

    /** Raises one impediment and updates it; what is not answered is sent again under its key until it is. */
    private int work(String title) {
        String raised = untilAnswered("", "{\"title\":\"" + title + "\"}", title);
        String id = StateMapper.json().readTree(raised).get("id").stringValue();
        for (int i = 1; i < COMMANDS; i++) {
            untilAnswered("/" + id + "/update", "{\"text\":\"update " + i + "\"}", title + " " + i);
        }
        return COMMANDS - 1;
    }

    private String untilAnswered(String path, String body, String key) {
        long until = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < until) {
            try {
                HttpResponse<String> answer = http.send(
                        request("/api/team/impediments" + path)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .timeout(Duration.ofSeconds(10))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return answer.body();
                }
                // 403: started again, it has not read the organization yet
                assertThat(answer.statusCode()).as(answer.body()).isIn(403, 404, 503);
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            } catch (IOException e) {
                java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new IllegalStateException("No answer to " + key);
    }

    private void compareHistory(String round) {
        MongoCollection<Document> stored =
                store.getDatabase(installation + "_team-service").getCollection(IMPEDIMENTS);
        await().atMost(SOON).until(() -> stored.countDocuments(Filters.gt("pending.id", "")) == 0);
        Map<String, List<ConsumerRecord<String, byte[]>>> topic = firstAppearances("team.impediments");
        Map<String, Integer> inStore = new TreeMap<>();
        Map<String, JsonNode> fold = new TreeMap<>();
        for (Document document : stored.find()) {
            JsonNode state = StateMapper.toJson(document.get("state"));
            String id = document.getString("_id");
            List<String> texts = new ArrayList<>();
            state.get("updates").forEach(update -> texts.add(update.get("text").stringValue()));
            assertThat(texts).as(round).doesNotHaveDuplicates().isSorted();
            assertThat(inStore.put(state.get("title").stringValue(), texts.size()))
                    .as("raised once")
                    .isNull();
            List<ConsumerRecord<String, byte[]>> events = topic.getOrDefault(id, List.of());
            assertThat(events)
                    .as(round + ": one event a write")
                    .hasSize(document.getLong("version").intValue());
            for (int i = 0; i < events.size(); i++) {
                assertThat(state(events.get(i)).get("updates")).as("in order").hasSize(i);
            }
            assertThat(state(events.get(events.size() - 1))).isEqualTo(state);
            fold.put(id, state);
        }
        assertThat(inStore)
                .as(round + ": all that was acknowledged, nothing invented")
                .isEqualTo(acknowledged);
        assertThat(topic.keySet()).isEqualTo(fold.keySet());
        compareReplica(round, fold);
    }

    private void compareReplica(String round, Map<String, JsonNode> fold) {
        var database = store.getDatabase(installation + "_" + FollowUps.DATABASE);
        await().atMost(SOON).untilAsserted(() -> {
            Map<String, JsonNode> replica = new TreeMap<>();
            for (Document document :
                    database.getCollection("replica_team_impediments_v1").find()) {
                replica.put(document.getString("_id"), StateMapper.toJson(document.get("state")));
            }
            assertThat(replica).as(round).isEqualTo(fold);
            Map<String, Integer> followed = new TreeMap<>();
            for (Document document : database.getCollection(FollowUps.DATABASE).find(Filters.size("pending", 0))) {
                Document state = document.get("state", Document.class);
                followed.put(state.getString("title"), state.getInteger("updates"));
            }
            assertThat(followed).as(round).isEqualTo(acknowledged);
        });
        firstAppearances("test.followups")
                .values()
                .forEach(events -> assertThat(events)
                        .as("a reaction that ran twice recorded once")
                        .extracting(event -> state(event).get("updates").intValue())
                        .doesNotHaveDuplicates()
                        .isSorted());
    }

    private static JsonNode state(ConsumerRecord<String, byte[]> event) {
        return StateMapper.json().readTree(event.value()).get("state");
    }

    /** The events of a topic by aggregate, each at its first appearance. */
    private Map<String, List<ConsumerRecord<String, byte[]>>> firstAppearances(String topic) {
        Map<String, Map<String, ConsumerRecord<String, byte[]>>> found = new TreeMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.get().brokers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(installation + "." + topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(event -> found.computeIfAbsent(event.key(), key -> new LinkedHashMap<>())
                                .putIfAbsent(id(event), event));
            }
        }
        Map<String, List<ConsumerRecord<String, byte[]>>> events = new TreeMap<>();
        found.forEach((key, byId) -> events.put(key, List.copyOf(byId.values())));
        return events;
    }

    private static String id(ConsumerRecord<String, byte[]> event) {
        return new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    private void publish(String topic, String id, String state) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.get().brokers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            String data = "{\"state\":" + state + ",\"change\":{},\"by\":\"test\",\"at\":\"2026-11-24T00:00:00.000Z\"}";
            var event = new ProducerRecord<String, byte[]>(
                    installation + "." + topic, id, data.getBytes(StandardCharsets.UTF_8));
            Map.of("id", id + "@1", "type", "test.v1", "subject", id, "sequence", "1")
                    .forEach(
                            (name, value) -> event.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
            var unused = producer.send(event);
        }
    }

    private void awaitTeam() {
        await().atMost(SOON).ignoreExceptions().until(() -> get("/actuator/health/readiness") == 200);
    }

    private int get(String path) throws IOException, InterruptedException {
        return http.send(
                        request(path).timeout(Duration.ofSeconds(5)).GET().build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + RealParts.get().token("sam"));
    }

    private List<String> arguments() {
        return Arrays.stream(RealParts.get().arguments("team-service", installation))
                .map(argument -> argument.startsWith("--spring.mongodb.uri=")
                        ? "--spring.mongodb.uri=" + teamStore.uri()
                        : argument.startsWith("--server.port=") ? "--server.port=" + port : argument)
                .toList();
    }

    private static Path bootJar() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("../team-service/target"), "*-boot.jar")) {
            return jars.iterator().next();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(SOON.toMillis() * 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
