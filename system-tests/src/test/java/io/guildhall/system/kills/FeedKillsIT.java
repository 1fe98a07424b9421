package io.guildhall.system.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.testing.FreePorts;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.system.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two instances of feed-service and a receiver of webhooks are killed at random moments, never knowing of it before, while
 * events go on: each is told once by a stream that an ordinary client reads, and at least once, in the order of its subject, by
 * webhook and on its public topic. {@code -Dkills=60} goes on for minutes, {@code -Dseed=} chooses the moments.
 */
class FeedKillsIT {

    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int SUBJECTS = 20;
    private static final Duration SOON = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Random random = new Random(SEED);
    private final String installation = RealParts.installation();
    private final List<Instance> instances = new ArrayList<>();
    private final Map<String, List<Long>> received = new ConcurrentHashMap<>();
    private final int receiverPort = freePort();
    private @Nullable HttpServer receiver;

    /** The last sequence that was published of each subject. */
    private final Map<String, Long> published = new ConcurrentHashMap<>();

    private volatile boolean enough;

    /** A process of feed-service, and what a client of its stream was told, by subject. */
    private final class Instance {

        final int port = freePort();
        final Map<String, List<Long>> told = new ConcurrentHashMap<>();
        Process process = launch(port);

        void killAndRestart() {
            process.destroyForcibly().onExit().join();
            process = launch(port);
        }

        boolean isReady() {
            return status(port, "/actuator/health/readiness") == 200;
        }

        /** Token and place are sent with each attempt, as any client does. */
        void follow() {
            EventSource stream = new EventSource.Builder(ConnectStrategy.http(URI.create("http://localhost:" + port
                                    + "/api/feed/events/live?topic=team.impediments&after=0"))
                            .header("Authorization", bearer()))
                    .errorStrategy(ErrorStrategy.alwaysContinue())
                    .retryDelay(200, TimeUnit.MILLISECONDS)
                    .build();
            Thread reader = new Thread(() -> {
                for (MessageEvent message : stream.messages()) {
                    add(told, StateMapper.json().readTree(message.getData()));
                }
            });
            reader.setDaemon(true);
            reader.start();
        }
    }

    @BeforeEach
    void start() throws Exception {
        instances.add(new Instance());
        instances.add(new Instance());
        await().atMost(SOON).until(() -> instances.stream().allMatch(Instance::isReady));
        RealParts.get().publish(installation + ".team.people", "sam", 1, """
                        {"name":"Sam","active":true,"links":[{"issuer":"%s","subject":"sam"}]}""".formatted(
                        RealParts.get().issuer()));
        await().atMost(SOON)
                .until(() ->
                        instances.stream().allMatch(instance -> status(instance.port, "/api/feed/webhooks") == 200));
        openReceiver();
        HttpResponse<String> made = http.send(
                request(instances.get(0).port, "/api/feed/webhooks")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"http://127.0.0.1:" + receiverPort
                                + "/\",\"rate\":100,\"filter\":{\"topics\":[\"team.impediments\"]}}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        instances.forEach(Instance::follow);
    }

    @AfterEach
    void stop() {
        enough = true;
        instances.forEach(instance -> instance.process.destroyForcibly());
        closeReceiver();
    }

    @Test
    void everyEventIsAccountedForWhoeverIsKilled() throws Exception {
        Thread writer = new Thread(this::write);
        writer.start();
        for (int kill = 0; kill < KILLS; kill++) {
            pause(500 + random.nextInt(2_500));
            if (random.nextInt(3) == 0) {
                closeReceiver();
                pause(random.nextInt(3_000));
                openReceiver();
            }
            Instance victim = instances.get(random.nextInt(2));
            victim.killAndRestart();
            if (random.nextBoolean()) {
                await().atMost(SOON).until(victim::isReady);
            }
        }
        enough = true;
        writer.join();

        Map<String, List<Long>> all = new HashMap<>();
        published.forEach((subject, last) ->
                all.put(subject, Stream.iterate(1L, i -> i <= last, i -> i + 1).toList()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(firstTimes(received))
                        .as("webhook, seed %d", SEED)
                        .isEqualTo(all));
        for (Instance instance : instances) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(instance.told)
                            .as("stream, seed %d", SEED)
                            .isEqualTo(all));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(publicTopic())
                        .as("public topic, seed %d", SEED)
                        .isEqualTo(all));
    }

    /** A hundred events a second, each subject's in order. */
    private void write() {
        while (!enough) {
            String subject = "subject-" + random(SUBJECTS);
            long sequence = published.getOrDefault(subject, 0L) + 1;
            RealParts.get()
                    .publish(
                            installation + ".team.impediments",
                            subject,
                            sequence,
                            "{\"title\":\"A broken crane\",\"visibility\":\"ORGANIZATION\",\"scopes\":[]}");
            published.put(subject, sequence);
            pause(10);
        }
    }

    private static int random(int bound) {
        return java.util.concurrent.ThreadLocalRandom.current().nextInt(bound);
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** What came of each subject, in the order in which it came first. */
    private static Map<String, List<Long>> firstTimes(Map<String, List<Long>> came) {
        Map<String, List<Long>> first = new HashMap<>();
        came.forEach((subject, sequences) ->
                first.put(subject, sequences.stream().distinct().toList()));
        return first;
    }

    private Map<String, List<Long>> publicTopic() {
        Map<String, List<Long>> found = new HashMap<>();
        for (ConsumerRecord<String, byte[]> event : RealParts.get().log(installation + ".public.impediments")) {
            String id = new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
            found.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(sequence(id));
        }
        return firstTimes(found);
    }

    private static void add(Map<String, List<Long>> told, JsonNode event) {
        told.computeIfAbsent(event.path("subject").asString(""), subject -> new CopyOnWriteArrayList<>())
                .add(sequence(event.path("id").asString("@0")));
    }

    /** What an event is called: {@code topic/subject@sequence}. */
    private static long sequence(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf('@') + 1));
    }

    private void openReceiver() throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), receiverPort), 0);
        opened.createContext("/", exchange -> {
            add(received, StateMapper.json().readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        opened.start();
        receiver = opened;
    }

    private void closeReceiver() {
        if (receiver != null) {
            receiver.stop(0);
            receiver = null;
        }
    }

    private static String bearer() {
        return "Bearer " + RealParts.get().token("sam");
    }

    private int status(int port, String path) {
        try {
            return http.send(request(port, path).GET().build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", bearer())
                .timeout(Duration.ofSeconds(10));
    }

    private static int freePort() {
        try {
            return FreePorts.one();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process launch(int port) {
        try {
            return ServiceProcess.launch(
                    "feed-service",
                    installation,
                    List.of("--server.port=" + port, "--guildhall.outgoing.allowed=127.0.0.1/32"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
