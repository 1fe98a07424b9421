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
 * produce, consume, write with the same drivers, in the same run. It is no test; run it by name with
 * {@code -Dit.test=AssessmentLatencyBenchmark}.
 */
class AssessmentLatencyBenchmark {

    private static final int OUTCOMES = Integer.getInteger("benchmark.outcomes", 40);
    private static final int FEATURES = Integer.getInteger("benchmark.features", 680);
    private static final int DEPENDENCIES = Integer.getInteger("benchmark.dependencies", 440);
    private static final int EVENTS = Integer.getInteger("benchmark.events", 300);
    private static final Duration PACE = Duration.ofMillis(50);

    @Test
    void measure() throws Exception {
        try (Neighbours neighbours = Neighbours.start()) {
            List<String> features = fill(neighbours);
            reads(neighbours, features);
            List<Double> floor = floor(neighbours.installation());
            List<Double> reaction = reaction(neighbours, features);
            System.out.printf(
                    "%d outcomes, %d features, %d dependencies; floor p50 %.1f p99 %.1f ms; reaction p50 %.1f p99 %.1f ms;"
                            + " ratio p50 %.2f p99 %.2f%n",
                    OUTCOMES,
                    FEATURES,
                    DEPENDENCIES,
                    at(floor, 50),
                    at(floor, 99),
                    at(reaction, 50),
                    at(reaction, 99),
                    at(reaction, 50) / at(floor, 50),
                    at(reaction, 99) / at(floor, 99));
        }
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

    /** What the reads of a look cost, apart from the rest. */
    private static void reads(Neighbours neighbours, List<String> features) {
        var context = neighbours.service().context();
        var gather = context.getBean(GatherEvidence.class);
        var store = context.getBean(io.guildhall.roadmap.features.Features.class);
        var dependencies = context.getBean(io.guildhall.roadmap.features.Dependencies.class);
        var impediments = context.getBean(Impediments.class);
        var assessments = context.getBean(Assessments.class);
        var feature = new io.guildhall.roadmap.shared.FeatureId(features.get(3));
        var outcome = java.util.Objects.requireNonNull(
                store.find(feature).orElseThrow().state().outcome());
        for (int round = 0; round < 3; round++) {
            timed("feature by id", () -> store.find(feature));
            timed("assessment by id", () -> assessments.find(outcome));
            timed("features of outcome", () -> store.of(outcome));
            timed("dependencies of feature", () -> dependencies.of(List.of(feature)));
            timed("impediments", () -> impediments.openAround(List.of(feature), List.of()));
            timed("gather", () -> gather.of(outcome));
        }
    }

    private static void timed(String what, Runnable read) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long start = System.nanoTime();
            read.run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        System.out.printf("TIMED %s p50 %.2f p90 %.2f ms%n", what, at(times, 50), at(times, 90));
    }

    private static List<Double> floor(String installation) throws Exception {
        String topic = installation + ".floor";
        List<Double> times = new ArrayList<>();
        try (MongoClient client = MongoClients.create(RealParts.get().mongoUri());
                KafkaProducer<String, byte[]> producer = producer();
                KafkaConsumer<String, byte[]> consumer = consumer()) {
            MongoCollection<Document> collection =
                    client.getDatabase(installation + "_floor").getCollection("floor");
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            byte[] data = "x".repeat(2000).getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, 0, "warm", data)).get();
            for (int i = 0; i < EVENTS; i++) {
                long start = System.nanoTime();
                collection.insertOne(new Document("_id", "a" + i).append("data", "x".repeat(2000)));
                producer.send(new ProducerRecord<>(topic, 0, "k" + i, data)).get();
                String key = "k" + i;
                boolean seen = false;
                while (!seen) {
                    for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                        seen |= key.equals(event.key());
                    }
                }
                collection.insertOne(new Document("_id", "b" + i).append("data", "x".repeat(2000)));
                times.add((System.nanoTime() - start) / 1e6);
                pause(start);
            }
        }
        return times.subList(EVENTS / 3, EVENTS);
    }

    private static List<Double> reaction(Neighbours neighbours, List<String> features) throws Exception {
        String topic = neighbours.installation() + ".roadmap.assessments";
        List<Double> times = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            for (int i = 0; i < EVENTS; i++) {
                int dependency = i % DEPENDENCIES % (OUTCOMES * 6);
                String day = "2099-12-%02d".formatted(2 + i % 26);
                long start = System.nanoTime();
                neighbours.dependency(
                        "d" + dependency, 10 + i, features.get(dependency), "COMMITTED", "2099-12-01", day);
                String wanted = "\"id\":\"d" + dependency + "\"";
                boolean seen = false;
                while (!seen && System.nanoTime() - start < 5_000_000_000L) {
                    for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                        seen |= new String(event.value(), StandardCharsets.UTF_8).contains(wanted);
                    }
                }
                times.add((System.nanoTime() - start) / 1e6);
                pause(start);
            }
        }
        return times.subList(EVENTS / 3, EVENTS);
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
