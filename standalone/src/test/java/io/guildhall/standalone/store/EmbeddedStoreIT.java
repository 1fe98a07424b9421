package io.guildhall.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guildhall.standalone.Forked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreIT {

    private static final int KILLS = 4;
    private static final int WRITERS = 4;
    private static final int WRITES_BEFORE_A_KILL = 500;
    /** A slow disk is no reason to fail. */
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

    private final Path folder;

    EmbeddedStoreIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void losesNoAcknowledgedWriteWhenKilled() throws Exception {
        Path file = folder.resolve("store");
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        for (int round = 0; round < KILLS; round++) {
            try (Forked store = Forked.start(StoreProgram.class, List.of(file.toString()))) {
                writeUntilKilled(store, round, acknowledged);
            }
            assertThat(lost(file, acknowledged)).isEmpty();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * WRITES_BEFORE_A_KILL);
    }

    private static void writeUntilKilled(Forked store, int round, Map<String, Integer> acknowledged) throws Exception {
        int port = Integer.parseInt(store.awaitLine("port "));
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try (MongoClient client = client(port)) {
            int before = acknowledged.size();
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = round + "-" + writer + "-";
                writers.add(pool.submit(() -> insertAndUpdate(client, prefix, acknowledged)));
            }
            await().atMost(ONE_MINUTE).until(() -> acknowledged.size() - before >= WRITES_BEFORE_A_KILL);
            store.kill();
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Remembers the last acknowledged value of each document; ends with the first write that fails. */
    private static void insertAndUpdate(MongoClient client, String prefix, Map<String, Integer> acknowledged) {
        MongoCollection<Document> things = things(client);
        try {
            for (int i = 0; ; i++) {
                String id = prefix + i;
                things.insertOne(new Document("_id", id).append("value", 1).append("padding", "x".repeat(500)));
                acknowledged.put(id, 1);
                things.updateOne(
                        Filters.and(Filters.eq("_id", id), Filters.eq("value", 1)),
                        Updates.combine(Updates.set("value", 2), Updates.push("pending", "event")));
                acknowledged.put(id, 2);
            }
        } catch (MongoException killed) {
            assertThat(killed).isNotNull();
        }
    }

    /** Ids whose stored value is older than the acknowledged one; a newer one was written but not yet answered. */
    private static List<String> lost(Path file, Map<String, Integer> acknowledged) {
        Map<String, Integer> stored = new HashMap<>();
        try (EmbeddedStore store = EmbeddedStore.start(file, 0, failure -> {});
                MongoClient client = client(store.port())) {
            things(client).find().forEach(thing -> stored.put(thing.getString("_id"), thing.getInteger("value")));
        }
        return acknowledged.entrySet().stream()
                .filter(entry -> stored.getOrDefault(entry.getKey(), 0) < entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void keepsTheFileSmallHoweverOftenOneDocumentChanges() throws Exception {
        Path file = folder.resolve("store");
        try (EmbeddedStore store = EmbeddedStore.start(file, 0, failure -> {});
                MongoClient client = client(store.port())) {
            for (int i = 0; i < 200; i++) {
                things(client).insertOne(new Document("_id", i).append("padding", "x".repeat(2_000)));
            }
            for (int i = 0; i < 6_000; i++) {
                things(client).updateOne(Filters.eq("_id", i % 200), Updates.set("value", i));
            }
            assertThat(things(client).countDocuments()).isEqualTo(200);
        }
        assertThat(Files.size(file)).isLessThan(40L << 20);
    }

    @Test
    void neverAnswersWithAHalfChangedDocument() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder.resolve("store"), 0, failure -> {});
                MongoClient client = client(store.port())) {
            MongoCollection<Document> things = things(client);
            things.insertOne(new Document("_id", 1).append("a", 0).append("b", 0));
            ExecutorService pool = Executors.newSingleThreadExecutor();
            Future<?> writer = pool.submit(() -> {
                for (int i = 1; i <= 1_000; i++) {
                    things.updateOne(Filters.eq("_id", 1), Updates.combine(Updates.set("a", i), Updates.set("b", i)));
                }
            });
            while (!writer.isDone()) {
                Document seen = things.find(Filters.eq("_id", 1)).first();
                assertThat(seen).isNotNull();
                assertThat(seen.get("a")).isEqualTo(seen.get("b"));
            }
            writer.get();
            pool.shutdown();
        }
    }

    private static MongoClient client(int port) {
        return MongoClients.create(
                "mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=2000&connectTimeoutMS=2000");
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }
}
