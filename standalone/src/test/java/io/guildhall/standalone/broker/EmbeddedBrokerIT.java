package io.guildhall.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.FreePorts;
import io.guildhall.standalone.Forked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final String TOPIC = "team.things";
    private static final int PARTITIONS = 3;

    private final Path folder;

    EmbeddedBrokerIT(@TempDir Path folder) {
        this.folder = folder.resolve("log");
    }

    @Test
    void continuesOnTheSameLogAfterAStopAndOnOtherPorts() throws Exception {
        int ports = FreePorts.consecutive(4);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports, ports + 1)) {
            createTopic(broker.bootstrapServers());
            send(broker.bootstrapServers(), "before");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports + 2, ports + 3)) {
            send(broker.bootstrapServers(), "after");
            assertThat(everything(broker.bootstrapServers())).containsExactlyInAnyOrder("before", "after");
        }
    }

    @Test
    void keepsAcknowledgedRecordsWhenKilled() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        int ports = FreePorts.consecutive(2);
        for (int round = 0; round < 2; round++) {
            try (Forked broker = Forked.start(
                    BrokerProgram.class,
                    List.of(folder.toString(), String.valueOf(ports), String.valueOf(ports + 1)))) {
                String address = broker.awaitLine("ready ");
                if (round == 0) {
                    createTopic(address);
                }
                sendUntilKilled(broker, address, round, acknowledged);
            }
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, ports, ports + 1)) {
            assertThat(everything(broker.bootstrapServers())).containsAll(acknowledged);
        }
    }

    private static void sendUntilKilled(Forked broker, String address, int round, Set<String> acknowledged)
            throws Exception {
        Map<String, Future<RecordMetadata>> sent = new HashMap<>();
        try (KafkaProducer<String, String> producer = producer(address)) {
            for (int i = 0; i < 3_000; i++) {
                String value = round + "-" + i;
                sent.put(value, producer.send(new ProducerRecord<>(TOPIC, value, value)));
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> sent.values().stream().filter(Future::isDone).count() > 500);
            broker.kill();
            producer.close(Duration.ZERO);
        }
        sent.forEach((value, result) -> {
            if (succeeded(result)) {
                acknowledged.add(value);
            }
        });
    }

    private static boolean succeeded(Future<RecordMetadata> result) {
        try {
            return result.get(0, TimeUnit.SECONDS).hasOffset();
        } catch (InterruptedException | ExecutionException | TimeoutException notAcknowledged) {
            return false;
        }
    }

    private static void createTopic(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void send(String address, String value) throws Exception {
        try (KafkaProducer<String, String> producer = producer(address)) {
            producer.send(new ProducerRecord<>(TOPIC, value, value)).get();
        }
    }

    private static KafkaProducer<String, String> producer(String address) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        address,
                        "acks",
                        "all",
                        "delivery.timeout.ms",
                        5_000,
                        "request.timeout.ms",
                        2_000,
                        "max.block.ms",
                        5_000),
                new StringSerializer(),
                new StringSerializer());
    }

    private static Set<String> everything(String address) {
        Set<String> values = new HashSet<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address), new StringDeserializer(), new StringDeserializer())) {
            Set<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
