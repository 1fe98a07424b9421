package io.guildhall.standalone.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an index answers, a scan answers the same. */
class IndexesIT {

    private static final List<Bson> QUERIES = List.of(
            eq("state.team", "a"),
            eq("state.team", null),
            eq("state.team", "nobody"),
            ne("state.team", "a"),
            in("state.team", "a", "c"),
            in("state.team", Arrays.asList("a", null)),
            in("state.team", List.of()),
            in("state.tags", "x", "y"),
            eq("state.tags", List.of()),
            eq("state.tags", List.of("x", "y")),
            eq("state.tags", null),
            eq("state.concerns.id", "k1"),
            eq("state.concerns.id", null),
            and(eq("state.team", "a"), eq("state.size", 3)),
            and(eq("state.size", 3L), eq("state.team", "b")),
            eq("state.size", 3.0),
            Filters.gt("state.size", 5),
            and(eq("_id", "d7"), eq("state.team", "a")),
            and(eq("_id", "d7"), ne("state.team", "a")),
            and(in("_id", "d7", "d8", "d999"), Filters.gte("state.size", 0)),
            Filters.or(eq("state.team", "a"), eq("state.size", 3)),
            regex("state.team", "^[ab]$"));

    @Test
    void findsWhatAScanFinds(@TempDir Path folder) {
        Path file = folder.resolve("store");
        try (EmbeddedStore store = EmbeddedStore.start(file, 0, failure -> {});
                MongoClient client = MongoClients.create(store.uri("test"))) {
            MongoCollection<Document> scanned = client.getDatabase("test").getCollection("scanned");
            MongoCollection<Document> indexed = client.getDatabase("test").getCollection("indexed");
            fill(scanned, 0);
            fill(indexed, 0);
            index(indexed);
            sameAnswers(scanned, indexed);
            for (MongoCollection<Document> collection : List.of(scanned, indexed)) {
                change(collection);
                fill(collection, 200);
            }
            sameAnswers(scanned, indexed);
        }
        try (EmbeddedStore store = EmbeddedStore.start(file, 0, failure -> {});
                MongoClient client = MongoClients.create(store.uri("test"))) {
            MongoCollection<Document> scanned = client.getDatabase("test").getCollection("scanned");
            MongoCollection<Document> indexed = client.getDatabase("test").getCollection("indexed");
            index(indexed);
            sameAnswers(scanned, indexed);
            change(scanned);
            change(indexed);
            sameAnswers(scanned, indexed);
        }
    }

    @Test
    void comparesAndSetsOnceOnly(@TempDir Path folder) {
        try (EmbeddedStore store = EmbeddedStore.start(folder.resolve("store"), 0, failure -> {});
                MongoClient client = MongoClients.create(store.uri("test"))) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.insertOne(new Document("_id", "a").append("version", 1L));
            Bson unchanged = and(eq("_id", "a"), eq("version", 1L), Filters.lte("schema", 1));
            Bson set = Updates.combine(Updates.set("version", 2L), Updates.set("schema", 1));

            assertThat(things.updateOne(unchanged, set).getMatchedCount()).isZero();
            things.updateOne(eq("_id", "a"), Updates.set("schema", 1));
            assertThat(things.updateOne(unchanged, set).getMatchedCount()).isOne();
            assertThat(things.updateOne(unchanged, set).getMatchedCount()).isZero();
            things.updateOne(
                    and(eq("_id", "b"), Filters.lt("version", 5L)),
                    Updates.set("version", 5L),
                    new UpdateOptions().upsert(true));
            assertThat(things.countDocuments(and(eq("_id", "b"), eq("version", 5L)))).isOne();
        }
    }

    private static void index(MongoCollection<Document> collection) {
        collection.createIndex(Indexes.ascending("state.team", "state.size"));
        collection.createIndex(Indexes.ascending("state.tags"));
        collection.createIndex(Indexes.ascending("state.concerns.id"));
        collection.createIndex(Indexes.descending("state.size"));
    }

    private static void fill(MongoCollection<Document> collection, int from) {
        Random random = new Random(7L + from);
        List<String> teams = Arrays.asList("a", "b", "c", null);
        List<List<String>> tags = List.of(List.of(), List.of("x"), List.of("x", "y"), List.of("z"));
        for (int i = from; i < from + 200; i++) {
            Document state = new Document("size", i % 3 == 0 ? (Object) (long) random.nextInt(10) : random.nextInt(10))
                    .append("tags", tags.get(random.nextInt(4)))
                    .append("concerns", concerns(random.nextInt(4)));
            if (random.nextInt(5) > 0) {
                state.append("team", teams.get(random.nextInt(4)));
            }
            collection.insertOne(new Document("_id", "d" + i).append("state", state));
        }
    }

    private static List<Document> concerns(int many) {
        List<Document> concerns = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            concerns.add(i == 2 ? new Document("kind", "NONE") : new Document("id", "k" + i));
        }
        return concerns;
    }

    private static void change(MongoCollection<Document> collection) {
        for (int i = 0; i < 200; i += 3) {
            collection.updateOne(eq("_id", "d" + i), Updates.set("state.team", i % 2 == 0 ? "a" : "new"));
            collection.updateOne(eq("_id", "d" + i), Updates.push("state.tags", "y"));
        }
        collection.updateMany(eq("state.team", "b"), Updates.set("state.team", "c"));
        for (int i = 1; i < 200; i += 7) {
            collection.deleteOne(eq("_id", "d" + i));
        }
        collection.deleteMany(and(eq("state.team", "c"), Filters.gt("state.size", 7)));
    }

    private static void sameAnswers(MongoCollection<Document> scanned, MongoCollection<Document> indexed) {
        for (Bson query : QUERIES) {
            assertThat(indexed.find(query).sort(Sorts.ascending("_id")).into(new ArrayList<>()))
                    .as("%s", query)
                    .isEqualTo(scanned.find(query).sort(Sorts.ascending("_id")).into(new ArrayList<>()));
            assertThat(indexed.countDocuments(query)).as("%s", query).isEqualTo(scanned.countDocuments(query));
        }
    }
}
