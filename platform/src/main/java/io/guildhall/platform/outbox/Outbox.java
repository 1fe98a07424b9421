package io.guildhall.platform.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/** What waits in the documents of one collection to be sent to one topic. */
final class Outbox {

    private final MongoCollection<Document> collection;
    private final String topic;

    Outbox(MongoCollection<Document> collection, String topic) {
        this.collection = collection;
        this.topic = topic;
    }

    String topic() {
        return topic;
    }

    String name() {
        return collection.getNamespace().getCollectionName();
    }

    List<PendingEvent> pending(String id) {
        Document document = collection
                .find(Filters.eq("_id", id))
                .projection(Projections.include("pending"))
                .first();
        if (document == null) {
            return List.of();
        }
        List<PendingEvent> events = new ArrayList<>();
        for (Document event : document.getList("pending", Document.class, List.of())) {
            events.add(PendingEvent.from(event));
        }
        return events;
    }

    /** Takes out what the broker has acknowledged; taking it out twice is harmless. */
    void sent(String id, List<String> events) {
        collection.updateOne(
                Filters.eq("_id", id), Updates.pull("pending", new Document("id", new Document("$in", events))));
    }

    /** Every aggregate with something to send; served by the index {@code pending}. */
    void forEachWaiting(Consumer<String> visitor) {
        collection
                .find(Filters.gt("pending.id", ""))
                .projection(Projections.include("_id"))
                .forEach(document -> visitor.accept(document.getString("_id")));
    }
}
