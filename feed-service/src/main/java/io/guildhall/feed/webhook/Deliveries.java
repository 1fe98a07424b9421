package io.guildhall.feed.webhook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Pages;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The store of deliveries; a delivery's id is its webhook and the event's position, so that none is there twice. */
@Component
class Deliveries {

    private static final int MOST_ATTEMPTS = 20;

    private static final List<Index> INDEXES = List.of(
            Index.on("by_webhook", "webhook", "-position", "-_id"),
            Index.on("by_state", "webhook", "state", "-position", "-_id"),
            Index.on("by_change", "changed"));

    /** Lists do without the answers. */
    private static final Bson BRIEF = Projections.exclude("attempts");

    private final MongoCollection<Document> collection;

    Deliveries(MongoDatabase database) {
        collection = database.getCollection("webhook_deliveries");
        INDEXES.forEach(index -> collection.createIndex(index.keys(), new IndexOptions().name(index.name())));
    }

    /**
     * What is to be written, and what to do when it is.
     *
     * @param attempt that led there, null when there was none
     */
    record Write(Delivery delivery, @Nullable Attempt attempt, Runnable whenWritten) {

        private UpdateOneModel<Document> update() {
            Document set = StateMapper.toDocument(delivery);
            set.remove("attempts");
            Document update = new Document("$set", set);
            if (attempt != null) {
                set.put("last", StateMapper.toDocument(attempt.brief()));
                Document added = new Document("$each", List.of(StateMapper.toDocument(attempt)));
                update.append("$push", new Document("attempts", added.append("$slice", -MOST_ATTEMPTS)));
            }
            return new UpdateOneModel<>(eq("_id", delivery.id()), update, new UpdateOptions().upsert(true));
        }
    }

    /** Writes in this order; when it fails, all of them may be given again. */
    void write(List<Write> writes) {
        List<WriteModel<Document>> updates = new ArrayList<>();
        writes.forEach(write -> updates.add(write.update()));
        if (!updates.isEmpty()) {
            collection.bulkWrite(updates);
        }
    }

    Optional<Delivery> find(String webhook, long position) {
        return Optional.ofNullable(
                        collection.find(eq("_id", webhook + "/" + position)).first())
                .map(Deliveries::delivery);
    }

    /** The newest event first, without the attempts. */
    Page<Delivery> page(String webhook, Delivery.@Nullable State state, @Nullable String cursor, int limit) {
        Query query = state == null
                ? new Query("by_webhook", eq("webhook", webhook), "position", true, cursor, limit)
                : new Query(
                        "by_state",
                        and(eq("webhook", webhook), eq("state", state.name())),
                        "position",
                        true,
                        cursor,
                        limit);
        return Pages.read(collection, query, "", BRIEF, Deliveries::delivery);
    }

    /** What is still to be delivered, the oldest first, without the attempts; served by {@code by_state}. */
    List<Delivery> waiting(String webhook) {
        List<Delivery> found = new ArrayList<>();
        collection
                .find(and(eq("webhook", webhook), eq("state", Delivery.State.WAITING.name())))
                .projection(BRIEF)
                .sort(Sorts.ascending("position"))
                .forEach(document -> found.add(delivery(document)));
        return found;
    }

    /** How many are still to be delivered; served by {@code by_state}. */
    long countWaiting(String webhook) {
        return collection.countDocuments(and(eq("webhook", webhook), eq("state", Delivery.State.WAITING.name())));
    }

    /** The positions behind this one that have a document; served by {@code by_webhook}. */
    Set<Long> behind(String webhook, long position) {
        Set<Long> found = new HashSet<>();
        collection
                .find(and(eq("webhook", webhook), gt("position", position)))
                .projection(Projections.include("position"))
                .forEach(document -> found.add(document.getLong("position")));
        return found;
    }

    /** How many of each webhook were given up, without those that have none; served by {@code by_state}. */
    Map<String, Long> givenUp(Collection<String> webhooks) {
        Map<String, Long> found = new HashMap<>();
        collection
                .aggregate(List.of(
                        Aggregates.match(and(in("webhook", webhooks), eq("state", Delivery.State.FAILED.name()))),
                        Aggregates.group("$webhook", Accumulators.sum("count", 1L))))
                .forEach(one -> found.put(
                        one.getString("_id"), one.get("count", Number.class).longValue()));
        return found;
    }

    /** Served by {@code by_webhook}. */
    void delete(String webhook) {
        collection.deleteMany(eq("webhook", webhook));
    }

    /** Deletes what nobody waits for and was last written before a moment; returns how much that was. */
    long forget(Instant before) {
        return collection
                .deleteMany(and(lt("changed", StateMapper.text(before)), ne("state", Delivery.State.WAITING.name())))
                .getDeletedCount();
    }

    /** Deletes what was written before a moment for webhooks that are none of these, whether or not it waits. */
    void forgetOthers(Collection<String> webhooks, Instant before) {
        collection.deleteMany(and(lt("changed", StateMapper.text(before)), nin("webhook", webhooks)));
    }

    private static Delivery delivery(Document document) {
        return StateMapper.fromDocument(document, Delivery.class);
    }
}
