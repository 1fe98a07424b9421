package io.guildhall.standalone.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers are those of a look at every document, only sooner. */
class EmbeddedCollectionIT {

    private static final int FEW = 200;
    private static final int MANY = 20_000;

    private static final List<Bson> QUERIES = List.of(
            and(eq("_id", "d7"), eq("team", "b")),
            and(eq("_id", "d7"), ne("team", "b")),
            and(eq("team", "b"), eq("_id", "d7")),
            and(eq("_id", "d999"), eq("team", "b")),
            and(eq("_id", null), eq("team", "a")),
            and(eq("_id", "d6"), eq("team", null)),
            and(eq("_id", "d5"), eq("tags", List.of())),
            and(eq("_id", "d7"), eq("tags", "x")),
            and(in("_id", "d7", "d8", "d8", "d999"), gte("size", 0)),
            and(in("_id", Arrays.asList("d7", null)), gte("size", 0)),
            and(in("_id", List.of()), gte("size", 0)),
            and(in("_id", "d7", 1), gte("size", 0)),
            and(nin("_id", "d7", "d8"), eq("team", "b")),
            and(eq("_id", 1), eq("team", "number")),
            and(eq("_id", 1L), eq("team", "number")),
            and(eq("_id", new Document("a", 1)), eq("team", "document")),
            and(eq("_id", List.of("d7")), gte("size", 0)),
            and(regex("_id", "^d1"), eq("team", "b")),
            and(Filters.gt("_id", "d2"), eq("team", "b")),
            new Document("_id", new Document("$in", List.of("d7", "d8")).append("$ne", "d7")).append("team", "b"),
            new Document("$and", List.of(new Document("_id", "d7"), new Document("team", "b"))),
            new Document("$and", List.of(new Document("_id", "d7"), new Document("_id", "d8"))),
            or(eq("_id", "d7"), eq("team", "a")),
            eq("team", "a"),
            eq("team", null),
            eq("team", "nobody"),
            ne("team", "a"),
            in("team", "a", "number"),
            in("team", Arrays.asList("a", null)),
            in("team", List.of()),
            nin("team", "a", "b"),
            regex("team", "^a"),
            eq("tags", "x"),
            eq("tags", List.of()),
            eq("tags", List.of("x")),
            new Document("tags", new Document("$eq", List.of("x", "y"))),
            new Document("tags", new Document("$eq", "y")),
            Filters.all("tags", "x", "y"),
            and(eq("tags", "x"), eq("team", "b")),
            and(eq("team", "b"), in("tags", "y", "z"), gte("size", 2)),
            new Document("$and", List.of(new Document("tags", "y"), new Document("tags", "x"))),
            eq("parts.kind", "wheel"),
            in("parts.kind", "wheel", "door"),
            and(eq("parts.kind", "door"), Filters.elemMatch("parts", and(eq("kind", "door"), eq("size", 3)))),
            eq("parts.kind", null));

    private final Path file;
    private final EmbeddedStore store;
    private final MongoClient client;

    EmbeddedCollectionIT(@TempDir Path folder) {
        file = folder.resolve("store");
        store = EmbeddedStore.start(file, 0, failure -> {});
        client = MongoClients.create(store.uri("test"));
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    private MongoCollection<Document> things;

    @BeforeEach
    void fill() {
        things = client.getDatabase("test").getCollection("things");
        things.createIndex(Indexes.ascending("team", "size"), new IndexOptions().name("by_team"));
        for (int i = 0; i < 20; i++) {
            Document thing = new Document("_id", "d" + i)
                    .append("size", i)
                    .append("tags", tags(i % 3))
                    .append("parts", List.of(part(i % 4 == 0 ? "wheel" : "seat", i), part("door", i % 5)));
            things.insertOne(i % 2 == 0 ? thing : thing.append("team", i % 3 == 0 ? "a" : "b"));
        }
        things.insertOne(new Document("_id", 1).append("team", "number").append("size", 1));
        things.insertOne(new Document("_id", new Document("a", 1)).append("team", "document"));
        // After the documents, as when a new version wants one.
        things.createIndex(Indexes.ascending("tags"), new IndexOptions().name("by_tag"));
        things.createIndex(Indexes.ascending("parts.kind"), new IndexOptions().name("by_part"));
    }

    private static Document part(String kind, int size) {
        return new Document("kind", kind).append("size", size);
    }

    private static List<String> tags(int many) {
        return List.of("x", "y").subList(0, many);
    }

    @Test
    void findsWhatALookAtEveryDocumentFinds() {
        sameAnswers();
        things.updateOne(and(eq("_id", "d7"), eq("team", "b")), Updates.set("team", "a"));
        things.updateOne(and(eq("_id", "d6"), eq("size", 6)), Updates.set("team", "b"));
        things.deleteOne(and(eq("_id", "d8"), eq("size", 8)));
        things.updateMany(and(in("_id", "d1", "d3", "d5"), gte("size", 3)), Updates.push("tags", "x"));
        sameAnswers();
        things.updateMany(eq("team", "b"), Updates.set("team", "a"));
        things.updateMany(eq("tags", "y"), Updates.pull("tags", "y"));
        things.updateOne(eq("team", "number"), Updates.unset("team"));
        things.updateOne(eq("parts.kind", "wheel"), Updates.set("parts", List.of(part("door", 1), part("door", 2))));
        things.replaceOne(eq("_id", "d2"), new Document("team", "b").append("tags", "x"));
        things.updateOne(eq("team", "late"), Updates.set("size", 1), new UpdateOptions().upsert(true));
        sameAnswers();
        things.deleteMany(eq("tags", "x"));
        things.findOneAndUpdate(eq("team", "a"), Updates.set("team", "b"));
        things.findOneAndDelete(eq("team", "b"));
        sameAnswers();
        things.drop();
        sameAnswers();
        fill();
        sameAnswers();
        things.dropIndex("by_team");
        sameAnswers();
    }

    @Test
    void findsTheSameAfterItWasOpenedAgain() {
        things.updateMany(eq("team", "b"), Updates.set("team", "a"));
        client.close();
        store.close();
        try (EmbeddedStore again = EmbeddedStore.start(file, 0, failure -> {});
                MongoClient other = MongoClients.create(again.uri("test"))) {
            things = other.getDatabase("test").getCollection("things");
            sameAnswers();
            things.updateMany(eq("team", "a"), Updates.set("team", "c"));
            assertThat(things.countDocuments(eq("team", "a"))).isZero();
            sameAnswers();
        }
    }

    private void sameAnswers() {
        for (Bson query : QUERIES) {
            // An alternative names no id that a document must have.
            Bson everywhere = new Document("$or", List.of(query.toBsonDocument()));
            for (int skip = 0; skip < 2; skip++) {
                assertThat(sorted(query, skip)).as("%s", query).isEqualTo(sorted(everywhere, skip));
            }
            assertThat(things.find(query).first())
                    .as("%s", query)
                    .isEqualTo(things.find(everywhere).first());
            assertThat(things.countDocuments(query)).as("%s", query).isEqualTo(things.countDocuments(everywhere));
        }
    }

    private List<Document> sorted(Bson query, int skip) {
        return things.find(query)
                .sort(Sorts.descending("size"))
                .skip(skip)
                .limit(3)
                .into(new ArrayList<>());
    }

    @Test
    void comparesAndSetsOnceOnly() {
        Bson unchanged = and(eq("_id", "d7"), eq("size", 7), Filters.lte("schema", 1));
        Bson set = Updates.combine(Updates.set("size", 100), Updates.set("schema", 1));

        assertThat(things.updateOne(unchanged, set).getMatchedCount()).isZero();
        things.updateOne(eq("_id", "d7"), Updates.set("schema", 1));
        assertThat(things.updateOne(unchanged, set).getMatchedCount()).isOne();
        assertThat(things.updateOne(unchanged, set).getMatchedCount()).isZero();
        things.updateOne(
                and(eq("_id", "new"), Filters.lt("size", 5)), Updates.set("size", 5), new UpdateOptions().upsert(true));
        assertThat(things.countDocuments(and(eq("_id", "new"), eq("size", 5)))).isOne();
    }

    @Test
    void sortsByEveryKeyInItsDirection() {
        MongoCollection<Document> plans = client.getDatabase("test").getCollection("plans");
        plans.insertMany(List.of(
                plan("e", null, 1),
                plan("a", "2026-02-01", 2),
                plan("d", "2026-01-01", 1),
                plan("c", "2026-02-01", 1),
                plan("b", "2026-01-01", 10)));
        plans.insertOne(new Document("_id", "f"));

        assertThat(order(plans, Sorts.ascending("state.day", "_id"))).containsExactly("e", "f", "b", "d", "a", "c");
        assertThat(order(plans, Sorts.descending("state.day", "_id"))).containsExactly("c", "a", "d", "b", "f", "e");
        assertThat(order(plans, Sorts.orderBy(Sorts.descending("state.day"), Sorts.ascending("state.tags", "_id"))))
                .containsExactly("c", "a", "d", "b", "f", "e");
        assertThat(order(plans, Sorts.orderBy(Sorts.ascending("state.tags.size"), Sorts.descending("_id"))))
                .containsExactly("f", "e", "d", "c", "a", "b");
    }

    private static Document plan(String id, @Nullable String day, int size) {
        List<Document> tags = List.of(new Document("size", size), new Document("size", 20));
        return new Document("_id", id).append("state", new Document("day", day).append("tags", tags));
    }

    private static List<String> order(MongoCollection<Document> collection, Bson sort) {
        return collection.find().sort(sort).map(found -> found.getString("_id")).into(new ArrayList<>());
    }

    @Test
    void findsByAnIndexAmongManyAsFastAsAmongFew() {
        MongoCollection<Document> few = filled("few", FEW);
        MongoCollection<Document> many = filled("many", MANY);
        few.createIndex(Indexes.ascending("group"));
        many.createIndex(Indexes.ascending("group"));
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            long amongFew = finding(few);
            ratios.add((double) amongFew / finding(many));
        }
        Collections.sort(ratios);
        System.out.printf("finding ten among %d beside among %d: %.2f of the throughput%n", MANY, FEW, ratios.get(2));
        assertThat(ratios.get(2)).isGreaterThan(0.5);
    }

    private static long finding(MongoCollection<Document> collection) {
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertThat(collection.find(eq("group", "g" + i % 20)).into(new ArrayList<>()))
                    .hasSize(10);
        }
        return System.nanoTime() - start;
    }

    @Test
    void comparesAndSetsAmongManyAsFastAsAmongFew() {
        MongoCollection<Document> few = filled("few", FEW);
        MongoCollection<Document> many = filled("many", MANY);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            long amongFew = comparingAndSetting(few, round, FEW);
            ratios.add((double) amongFew / comparingAndSetting(many, round, MANY));
        }
        Collections.sort(ratios);
        System.out.printf(
                "compare-and-set among %d beside among %d: %.2f of the throughput%n", MANY, FEW, ratios.get(2));
        assertThat(ratios.get(2)).isGreaterThan(0.5);
    }

    private MongoCollection<Document> filled(String name, int size) {
        MongoCollection<Document> collection = client.getDatabase("test").getCollection(name);
        for (int from = 0; from < size; from += FEW) {
            List<Document> next = new ArrayList<>();
            for (int i = from; i < from + FEW; i++) {
                next.add(new Document("_id", "d" + i)
                        .append("version", 0L)
                        .append("group", "g" + i / 10)
                        .append("padding", "x".repeat(1000)));
            }
            collection.insertMany(next);
        }
        return collection;
    }

    private static long comparingAndSetting(MongoCollection<Document> collection, long version, int size) {
        long began = System.nanoTime();
        for (int i = 0; i < FEW; i++) {
            Bson unchanged = and(eq("_id", "d" + i * (size / FEW)), eq("version", version));
            assertThat(collection
                            .updateOne(unchanged, Updates.inc("version", 1L))
                            .getModifiedCount())
                    .isOne();
        }
        return System.nanoTime() - began;
    }
}
