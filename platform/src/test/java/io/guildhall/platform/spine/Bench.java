package io.guildhall.platform.spine;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.contract.EventContracts;
import io.guildhall.platform.outbox.Relay;
import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.testing.RealParts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** The platform's spine without a service around it, on databases and topics of its own. */
final class Bench implements AutoCloseable {

    private static final Duration SWEEP = Duration.ofSeconds(1);

    final String installation = RealParts.installation();
    private final String brokers;
    private final MongoClient client = MongoClients.create(RealParts.get().mongoUri());
    private final MongoDatabase database = client.getDatabase(installation);
    private final Admin admin;
    final Topics topics;
    private final Producer<String, byte[]> producer;
    private final List<Consumers> instances = new ArrayList<>();
    final Relay relay;
    final AggregateStore<Note> notes;

    Bench() {
        this(RealParts.get().brokers());
    }

    Bench(String brokers) {
        this.brokers = brokers;
        admin = Admin.create(Map.of("bootstrap.servers", brokers));
        topics = new Topics(admin, installation + ".", 3, (short) -1);
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "max.block.ms",
                        1000,
                        "request.timeout.ms",
                        1000,
                        "delivery.timeout.ms",
                        2000),
                new StringSerializer(),
                new ByteArraySerializer());
        relay = new Relay(producer, SWEEP, new SimpleMeterRegistry());
        notes = new AggregateStores(database, "test", topics, new EventContracts(), relay).open(Note.TYPE);
    }

    /** One instance of a service that consumes; it is not started. */
    Consumers instance() {
        DefaultKafkaConsumerFactory<String, byte[]> factory = new DefaultKafkaConsumerFactory<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "allow.auto.create.topics",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        Consumers consumers = new Consumers("test", database, topics, factory, admin, producer);
        instances.add(consumers);
        return consumers;
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    static CommandContext context() {
        return CommandContext.of(somebody(), now());
    }

    static CommandContext context(@Nullable String key, @Nullable String hash, @Nullable Long version) {
        return new CommandContext(somebody(), now(), key, hash, version, null);
    }

    private static Actor somebody() {
        return new Actor("somebody", "issuer", "subject", false);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Publishes a note's state as its service would. */
    void publish(String topic, String id, long sequence, String state) {
        publish(
                topic,
                id,
                sequence,
                0,
                "{\"state\":" + state + ",\"change\":{},\"by\":\"x\",\"at\":\"2026-11-24T00:00:00.000Z\"}");
    }

    void publish(String topic, String id, long sequence, int hops, @Nullable String data) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(
                topics.fullName(topic), id, data == null ? null : data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "id",
                        id + "@" + sequence,
                        "type",
                        "guildhall.test.note-edited.v1",
                        "subject",
                        id,
                        "sequence",
                        Long.toString(sequence),
                        "hops",
                        Integer.toString(hops))
                .forEach((name, value) -> event.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(event).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static String state(String text, int edits) {
        return "{\"text\":\"" + text + "\",\"edits\":" + edits + ",\"label\":null}";
    }

    /** Everything in a topic, by partition and offset; nothing where there is no such topic. */
    List<ConsumerRecord<String, byte[]>> log(String topic) {
        return RealParts.get().log(topics.fullName(topic));
    }

    List<ConsumerRecord<String, byte[]>> log(KafkaConsumer<String, byte[]> consumer, String topic) {
        return RealParts.log(consumer, topics.fullName(topic));
    }

    static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    static String text(ConsumerRecord<String, byte[]> event) {
        return event.value() == null ? "" : new String(event.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        instances.forEach(Consumers::stop);
        relay.stop();
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
        client.close();
    }
}
