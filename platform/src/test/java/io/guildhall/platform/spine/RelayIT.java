package io.guildhall.platform.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.testing.CuttingProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** What waits in documents reaches the log: in order, whatever stood between. */
class RelayIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void withTheBrokerAwayFiftyEventsWaitAndThenGoOutInOrder() throws Exception {
        CuttingProxy proxy = new CuttingProxy();
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("advertised.listeners", "EXTERNAL://localhost:" + proxy.port());
        broker.afterPropertiesSet();
        proxy.leadTo(Integer.parseInt(broker.getBrokersAsString().replaceFirst(".*:", "")));
        try (proxy;
                Bench bench = new Bench("localhost:" + proxy.port())) {
            bench.relay.start();
            bench.notes.create("waiting", Bench.context(), Note.write("start"));
            bench.notes.create("beside", Bench.context(), Note.write("start"));
            await().atMost(SOON).until(() -> pending(bench, "waiting") + pending(bench, "beside") == 0);

            proxy.cut();
            for (int i = 0; i < 50; i++) {
                bench.notes.update("waiting", Bench.context(), note -> note.edit("while away"));
            }
            assertThatThrownBy(() -> bench.notes.update("waiting", Bench.context(), note -> note.edit("too many")))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.status()).isEqualTo(503);
                        assertThat(refusal.type()).isEqualTo("backlog");
                        assertThat(refusal.property("retryAfter")).isEqualTo(5);
                    });
            assertThat(bench.notes
                            .update("beside", Bench.context(), note -> note.edit("taken"))
                            .version())
                    .as("other aggregates are written")
                    .isEqualTo(2);
            assertThat(bench.notes.get("waiting").state().edits()).isEqualTo(50);

            proxy.mend();

            await().atMost(SOON).until(() -> pending(bench, "waiting") + pending(bench, "beside") == 0);
            assertThat(bench.notes
                            .update("waiting", Bench.context(), note -> note.edit("again"))
                            .version())
                    .isEqualTo(52);
            await().atMost(SOON).until(() -> pending(bench, "waiting") == 0);
            assertThat(firstAppearances(bench, "localhost:" + proxy.port(), "waiting"))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(0, 51).boxed().toList());
        } finally {
            broker.destroy();
        }
    }

    @Test
    void theSweeperFindsWhatACrashLeft() {
        try (Bench bench = new Bench()) {
            bench.relay.start();
            bench.collection("notes").insertOne(leftBehind("left", 3));

            await().atMost(SOON).until(() -> pending(bench, "left") == 0);
            assertThat(bench.log("test.notes"))
                    .extracting(event -> Bench.header(event, "ce_id"))
                    .containsExactly("left@1", "left@2", "left@3");
        }
    }

    @Test
    void whatWasWrittenBeforeTheRelayStartedIsSent() {
        try (Bench bench = new Bench()) {
            bench.notes.create("early", Bench.context(), Note.write("start"));
            bench.relay.start();

            await().atMost(SOON).until(() -> pending(bench, "early") == 0);
        }
    }

    @Test
    void anEventThatTheBrokerWillNeverTakeStopsItsOwnAggregateOnly() {
        try (Bench bench = new Bench()) {
            bench.relay.start();
            Document large = leftBehind("large", 1);
            large.getList("pending", Document.class).get(0).append("data", "x".repeat(2 << 20));
            bench.collection("notes").insertOne(large);
            await().atMost(SOON).until(() -> bench.relay.unsendable().containsKey("notes/large"));

            bench.notes.create("small", Bench.context(), Note.write("start"));

            await().atMost(SOON).until(() -> pending(bench, "small") == 0);
            assertThat(pending(bench, "large")).isEqualTo(1);
            assertThat(bench.relay.unsendable()).containsOnlyKeys("notes/large");
        }
    }

    private static Document leftBehind(String id, int events) {
        List<Document> pending = LongStream.rangeClosed(1, events)
                .mapToObj(sequence -> new Document("id", id + "@" + sequence)
                        .append(
                                "headers",
                                new Document(Map.of("id", id + "@" + sequence, "partitionkey", id, "subject", id)))
                        .append("data", "{}"))
                .toList();
        return new Document("_id", id)
                .append("schema", 1)
                .append("version", (long) events)
                .append("sequence", (long) events)
                .append("state", new Document("text", "left").append("edits", 0))
                .append("pending", new ArrayList<>(pending))
                .append("commands", List.of());
    }

    private static int pending(Bench bench, String id) {
        Document document =
                bench.collection("notes").find(Filters.eq("_id", id)).first();
        return document == null
                ? 0
                : document.getList("pending", Document.class, List.of()).size();
    }

    private static List<Integer> firstAppearances(Bench bench, String brokers, String id) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<Integer> found = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> event : bench.log(consumer, "test.notes")) {
                int edits = Integer.parseInt(Bench.text(event).replaceFirst(".*\"edits\":([0-9]+).*", "$1"));
                if (id.equals(event.key()) && !found.contains(edits)) {
                    found.add(edits);
                }
            }
            return found;
        }
    }
}
