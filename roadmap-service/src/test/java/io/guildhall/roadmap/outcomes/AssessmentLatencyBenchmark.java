package io.guildhall.roadmap.outcomes;

import static io.guildhall.roadmap.Neighbours.APO;
import static io.guildhall.roadmap.Neighbours.PO;
import static io.guildhall.roadmap.Neighbours.id;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.roadmap.Neighbours;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * How long it takes from a dependency's event to the event that the outcome stands otherwise, beside the floor: write,
 * produce, consume, write with the same drivers, in the same run, one every 50 ms. It is no test; it runs by name, on a
 * machine that does nothing else:
 *
 * <pre>{@code ./mvnw verify -Dportal.skip -pl platform,roadmap-service -Dtest=NoSuch -Dit.test=AssessmentLatencyBenchmark
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}</pre>
 *
 * <p>The figures are in docs/benchmarks.md.
 */
class AssessmentLatencyBenchmark {

    private static final int OUTCOMES = Integer.getInteger("benchmark.outcomes", 40);
    private static final int FEATURES = Integer.getInteger("benchmark.features", 680);
    private static final int DEPENDENCIES = Integer.getInteger("benchmark.dependencies", 440);
    private static final int EVENTS = Integer.getInteger("benchmark.events", 300);
    private static final int TURN = 10;
    private static final Duration PACE = Duration.ofMillis(50);

    private final List<Double> floor = new ArrayList<>();
    private final List<Double> reaction = new ArrayList<>();

    @Test
    void measure() throws Exception {
        try (Neighbours neighbours = Neighbours.start();
                MongoClient client = MongoClients.create(RealParts.get().mongoUri());
                KafkaProducer<String, byte[]> producer = producer();
                KafkaConsumer<String, byte[]> floorConsumer = consumer();
                KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<String> features = fill(neighbours);
            MongoCollection<Document> collection =
                    client.getDatabase(neighbours.installation() + "_floor").getCollection("floor");
            String topic = neighbours.installation() + ".floor";
            producer.send(new ProducerRecord<>(topic, 0, "warm", new byte[1])).get();
            floorConsumer.assign(List.of(new TopicPartition(topic, 0)));
            followAssessments(consumer, neighbours.installation() + ".roadmap.assessments");
            // In turns, so that both meet the same machine.
            for (int i = 0; i < EVENTS; i++) {
                floor(i, collection, producer, topic, floorConsumer);
                if (i % TURN == TURN - 1) {
                    for (int j = i + 1 - TURN; j <= i; j++) {
                        reaction(j, neighbours, features, consumer);
                    }
                }
            }
        }
        List<Double> warmFloor = floor.subList(EVENTS / 3, floor.size());
        List<Double> warm = reaction.subList(EVENTS / 3, reaction.size());
        System.out.printf(
                "%d outcomes, %d features, %d dependencies; floor p50 %.1f p99 %.1f ms; reaction p50 %.1f p99 %.1f ms;"
                        + " ratio p50 %.2f p99 %.2f%n",
                OUTCOMES,
                FEATURES,
                DEPENDENCIES,
                at(warmFloor, 50),
                at(warmFloor, 99),
                at(warm, 50),
                at(warm, 99),
                at(warm, 50) / at(warmFloor, 50),
                at(warm, 99) / at(warmFloor, 99));
    }

    private static List<String> fill(Neighbours neighbours) {
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < OUTCOMES; i++) {
            outcomes.add(id(neighbours.post(
                    APO,
                    "/api/roadmap/outcomes",
                    "{\"title\":\"Outcome %d\",\"area\":\"checkout\",\"quarter\":\"2099-Q4\"}".formatted(i))));
        }
        List<String> features = new ArrayList<>();
        for (int i = 0; i < FEATURES; i++) {
            // Six features an outcome; the rest is work without one.
            String outcome = i < OUTCOMES * 6 ? ",\"outcome\":\"" + outcomes.get(i % OUTCOMES) + "\"" : "";
            features.add(id(neighbours.post(
                    PO,
                    "/api/roadmap/features",
                    "{\"title\":\"Feature %d\",\"team\":\"payments\",\"plannedDate\":\"2099-12-20\"%s}"
                            .formatted(i, outcome))));
        }
        for (int i = 0; i < DEPENDENCIES; i++) {
            neighbours.dependency("d" + i, 1, features.get(i), "COMMITTED", "2099-12-01", "2099-11-30");
        }
        return features;
    }

    private void floor(
            int i,
            MongoCollection<Document> collection,
            KafkaProducer<String, byte[]> producer,
            String topic,
            KafkaConsumer<String, byte[]> consumer)
            throws Exception {
        String key = "k" + i;
        long start = System.nanoTime();
        collection.insertOne(new Document("_id", "a" + i).append("data", "x".repeat(2000)));
        producer.send(new ProducerRecord<>(topic, 0, key, "x".repeat(2000).getBytes(StandardCharsets.UTF_8)))
                .get();
        await(consumer, start, event -> key.equals(event.key()));
        collection.insertOne(new Document("_id", "b" + i).append("data", "x".repeat(2000)));
        floor.add((System.nanoTime() - start) / 1e6);
        pause(start);
    }

    private void reaction(int i, Neighbours neighbours, List<String> features, KafkaConsumer<String, byte[]> consumer)
            throws InterruptedException {
        int dependency = i % DEPENDENCIES % (OUTCOMES * 6);
        String day = "2099-12-%02d".formatted(2 + i % 26);
        String wanted = "\"id\":\"d" + dependency + "\"";
        long start = System.nanoTime();
        neighbours.dependency("d" + dependency, 10 + i, features.get(dependency), "COMMITTED", "2099-12-01", day);
        await(consumer, start, event -> new String(event.value(), StandardCharsets.UTF_8).contains(wanted));
        reaction.add((System.nanoTime() - start) / 1e6);
        pause(start);
    }

    private static void followAssessments(KafkaConsumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private static void await(
            KafkaConsumer<String, byte[]> consumer, long start, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        boolean seen = false;
        while (!seen && System.nanoTime() - start < 5_000_000_000L) {
            for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                seen |= wanted.test(event);
            }
        }
    }

    @SuppressWarnings("ThreadSleep") // the pace is what is measured at
    private static void pause(long start) throws InterruptedException {
        long left = PACE.toMillis() - (System.nanoTime() - start) / 1_000_000;
        if (left > 0) {
            Thread.sleep(left);
        }
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, RealParts.get().brokers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        RealParts.get().brokers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.GROUP_ID_CONFIG,
                        UUID.randomUUID().toString()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static double at(List<Double> times, int percentile) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percentile / 100));
    }
}
