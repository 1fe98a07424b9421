package io.guildhall.system.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.platform.testing.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event reaches an ordinary client of the stream once, a webhook's receiver and its public topic at least once and in
 * the order of its subject, while the product is killed under load, and the receiver is away again and again.
 * {@code -Dkills=30} goes on for minutes.
 */
class FeedsOutliveKillsIT {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int EVENTS_A_ROUND = 40;
    private static final Duration SOON = Duration.ofMinutes(1);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Map<String, List<Long>> received = new ConcurrentHashMap<>();
    private final int receiverPort = freePort();
    private @Nullable HttpServer receiver;

    @Test
    void nothingIsLostOrToldTwice(@TempDir Path data) throws Exception {
        try (Product product = Product.start(data, Map.of("GUILDHALL_OUTGOING_ALLOWED", "127.0.0.1/32"))) {
            Visitor admin = new Visitor(product);
            admin.signIn("admin");
            create(admin, "/api/team/units", "{\"kind\":\"PRODUCT\",\"name\":\"Harbour\"}");
            openReceiver();
            create(
                    admin,
                    "/api/feed/webhooks",
                    "{\"url\":\"http://127.0.0.1:" + receiverPort + "/\",\"filter\":{\"topics\":[\"team.units\"]}}");
            try (EventSource stream = stream(product, admin)) {
                stream.start();
                follow(stream);
                Map<String, Integer> written = new LinkedHashMap<>();
                for (int kill = 0; kill < KILLS; kill++) {
                    write(admin, kill, written);
                    closeReceiver();
                    product.killAndRestart();
                    write(admin, KILLS + kill, written);
                    openReceiver();
                }
                int all = written.values().stream().mapToInt(Integer::intValue).sum();
                await().atMost(SOON).untilAsserted(() -> assertThat(told).hasSizeGreaterThanOrEqualTo(all));
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(written)
                                .allSatisfy((unit, changes) -> assertThat(firstTimes(unit))
                                        .as("what the receiver got of " + unit)
                                        .hasSize(changes)));

                await().atMost(SOON).untilAsserted(() -> {
                    Map<String, List<Long>> published = published(product);
                    assertThat(written)
                            .allSatisfy((unit, changes) -> assertThat(published.getOrDefault(unit, List.of()))
                                    .as("what is published of " + unit)
                                    .hasSize(changes)
                                    .isSorted());
                });

                assertThat(told).doesNotHaveDuplicates().hasSize(all);
                assertThat(written.keySet())
                        .allSatisfy(unit -> assertThat(firstTimes(unit)).isSorted());
            }
        }
        closeReceiver();
    }

    /** The positions of what the public topic tells of each unit, by their first appearances. */
    private static Map<String, List<Long>> published(Product product) {
        Map<String, Set<Long>> found = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", product.broker()), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("public.units").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> told : consumer.poll(Duration.ofMillis(200))) {
                    String position =
                            new String(told.headers().lastHeader("ce_position").value(), StandardCharsets.UTF_8);
                    found.computeIfAbsent(told.key(), unit -> new LinkedHashSet<>())
                            .add(Long.valueOf(position));
                }
            }
        }
        Map<String, List<Long>> first = new HashMap<>();
        found.forEach((unit, positions) -> first.put(unit, List.copyOf(positions)));
        return first;
    }

    /** Teams, each founded and then given another name. */
    private static void write(Visitor admin, int round, Map<String, Integer> written) throws Exception {
        for (int i = 0; i < EVENTS_A_ROUND / 2; i++) {
            String name = "Team " + round + "-" + i;
            HttpResponse<String> founded = admin.post(
                    "/api/team/units", "{\"kind\":\"TEAM\",\"name\":\"" + name + "\",\"parent\":\"product\"}");
            assertThat(founded.statusCode()).as(founded.body()).isEqualTo(201);
            String id = Visitor.body(founded).get("id").stringValue();
            HttpResponse<String> revised = admin.put(
                    "/api/team/units/" + id,
                    "{\"name\":\"" + name + " of the harbour\",\"parent\":\"product\"}",
                    Map.of("If-Match", founded.headers().firstValue("ETag").orElseThrow()));
            assertThat(revised.statusCode()).as(revised.body()).isEqualTo(200);
            written.put(id, 2);
        }
    }

    private static int freePort() {
        try {
            return FreePorts.one();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EventSource stream(Product product, Visitor admin) {
        return new EventSource.Builder(
                        ConnectStrategy.http(product.portal().resolve("/api/feed/events/live?topic=team.units"))
                                .header("Cookie", admin.cookies(product.portal())))
                .errorStrategy(ErrorStrategy.alwaysContinue())
                .retryDelay(200, TimeUnit.MILLISECONDS)
                .build();
    }

    private void follow(EventSource stream) {
        Thread reader = new Thread(() -> {
            for (MessageEvent message : stream.messages()) {
                JsonNode event = new JsonMapper().readTree(message.getData());
                if (!event.path("subject").asString("").equals("product")) {
                    told.add(event.path("id").asString(message.getEventName()));
                }
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private void openReceiver() throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), receiverPort), 0);
        opened.createContext("/", exchange -> {
            JsonNode event = new JsonMapper().readTree(exchange.getRequestBody().readAllBytes());
            received.computeIfAbsent(event.path("subject").asString(""), subject -> new CopyOnWriteArrayList<>())
                    .add(event.path("position").asLong(0));
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

    /** The positions of what the receiver got of a unit, as they came first. */
    private List<Long> firstTimes(String unit) {
        return received.getOrDefault(unit, List.of()).stream().distinct().toList();
    }

    private static void create(Visitor visitor, String path, String json) throws Exception {
        HttpResponse<String> created = visitor.post(path, json);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    }
}
