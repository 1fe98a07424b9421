package io.guildhall.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The index of ids, also for queries that demand more than an id, as every compare-and-set does. As it comes, it answers
 * only queries for nothing else, and leaves all others to a scan.
 */
final class IdIndex extends Index<Object> {

    private static final String ID = "_id";

    private final Index<Object> ids;

    IdIndex(Index<Object> ids) {
        super(ids.getName(), ids.getKeys(), false);
        this.ids = ids;
    }

    @Override
    public boolean canHandle(Document query) {
        return ids.canHandle(query) || id(query).isPresent();
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        if (ids.canHandle(query)) {
            return ids.getPositions(query);
        }
        Collection<?> wanted = id(query).orElseThrow();
        Object condition =
                wanted.size() == 1 ? wanted.iterator().next() : new Document("$in", List.copyOf(wanted));
        return ids.getPositions(new Document(ID, condition));
    }

    /** Ids that are text; others are left to the index as it comes. */
    private static Optional<Collection<?>> id(Document query) {
        return Conditions.on(ID, query).filter(ids -> ids.stream().allMatch(String.class::isInstance) && !ids.isEmpty());
    }

    @Override
    public Object getPosition(Document document) {
        return ids.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        ids.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        ids.add(document, position, collection);
    }

    @Override
    public Object remove(Document document) {
        return ids.remove(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        ids.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        ids.updateInPlace(before, after, position, collection);
    }

    @Override
    public long getCount() {
        return ids.getCount();
    }

    @Override
    public boolean isEmpty() {
        return ids.isEmpty();
    }

    @Override
    public long getDataSize() {
        return ids.getDataSize();
    }

    @Override
    public boolean isUnique() {
        return ids.isUnique();
    }

    @Override
    public void drop() {
        ids.drop();
    }
}
