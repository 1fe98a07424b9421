package io.guildhall.platform.replica;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.StateMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One document per aggregate of one topic, the newest sequence wins. Deliveries repeated or reversed change nothing.
 *
 * @param <T> the part of the state that this service reads; a record whose unknown fields are ignored
 */
public final class Replica<T> {

    private final MongoDatabase database;
    private final String topic;
    private final String name;
    private final Class<T> type;
    private final List<Index> indexes;
    private volatile MongoCollection<Document> served;

    Replica(MongoDatabase database, String topic, String name, int version, Class<T> type, List<Index> indexes) {
        this.database = database;
        this.topic = topic;
        this.name = name;
        this.type = type;
        this.indexes = indexes;
        this.served = generation(version);
    }

    /** The collection of one version of the projection, with its indexes. */
    MongoCollection<Document> generation(int version) {
        MongoCollection<Document> collection = database.getCollection(name + "_v" + version);
        indexes.forEach(index -> collection.createIndex(index.keys(), new IndexOptions().name(index.name())));
        return collection;
    }

    void serve(MongoCollection<Document> collection) {
        served = collection;
    }

    /** Where its states come from, without the installation's prefix. */
    public String topic() {
        return topic;
    }

    public Optional<Replicated<T>> find(String id) {
        return Optional.ofNullable(served.find(Filters.eq("_id", id)).first()).map(this::replicated);
    }

    public List<Replicated<T>> findAll(Collection<String> ids) {
        List<Replicated<T>> found = new ArrayList<>();
        if (!ids.isEmpty()) {
            served.find(Filters.in("_id", ids)).forEach(document -> found.add(replicated(document)));
        }
        return found;
    }

    /**
     * At most {@code most} of what matches; fields are under {@code state.}.
     *
     * @param index the declared index that serves it
     */
    public List<Replicated<T>> list(String index, Bson filter, int most) {
        if (indexes.stream().noneMatch(known -> known.name().equals(index))) {
            throw new IllegalArgumentException(name + " declares no index " + index);
        }
        List<Replicated<T>> found = new ArrayList<>();
        served.find(filter).limit(most).forEach(document -> found.add(replicated(document)));
        return found;
    }

    /** The sequence up to which this service has seen an aggregate, and done what follows from it; 0 for none. */
    public long seen(String id) {
        Document document = served.find(Filters.eq("_id", id)).first();
        return document == null ? 0 : document.get("done", 0L);
    }

    /**
     * Applies a state.
     *
     * @return the state now known, or null when it is newer than the event
     */
    @Nullable
    Replicated<T> apply(MongoCollection<Document> collection, IncomingEvent event) {
        // Read before it is written: a state that does not fit must not be what is served from now on.
        T state = StateMapper.json().treeToValue(event.state(), type);
        Document set =
                new Document("sequence", event.sequence()).append("state", StateMapper.toDocument(event.state()));
        try {
            collection.updateOne(
                    Filters.and(Filters.eq("_id", event.subject()), Filters.lt("sequence", event.sequence())),
                    new Document("$set", set),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException | MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document known = collection.find(Filters.eq("_id", event.subject())).first();
            if (known != null && known.getLong("sequence") > event.sequence()) {
                return null;
            }
        }
        return new Replicated<>(event.subject(), event.sequence(), state);
    }

    /** Remembers that what follows from a state is done. */
    void done(MongoCollection<Document> collection, IncomingEvent event) {
        collection.updateOne(
                Filters.and(Filters.eq("_id", event.subject()), Filters.eq("sequence", event.sequence())),
                new Document("$set", new Document("done", event.sequence())));
    }

    private Replicated<T> replicated(Document document) {
        return new Replicated<>(
                document.getString("_id"),
                document.getLong("sequence"),
                StateMapper.fromDocument(document.get("state", Document.class), type));
    }
}
