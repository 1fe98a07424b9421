package io.guildhall.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index that finds documents by the first of its fields. It is kept in memory, filled when the collection is
 * opened, and may name a few documents too many, because each is matched against the query afterwards; it never names too
 * few. Queries that ask something else of that field than to be equal, or to be one of some values, are left to a scan.
 */
final class FieldIndex extends Index<Object> {

    /** Stands for a field that is missing or null; a query for null asks for both. */
    private static final Object NOTHING = new Object();

    private final String field;
    private final List<String> path;
    private final Map<Object, Set<Object>> positions = new HashMap<>();
    private final Map<Object, Set<Object>> values = new HashMap<>();

    FieldIndex(String name, List<IndexKey> keys) {
        super(name, keys, true);
        this.field = keys.get(0).getKey();
        this.path = List.of(field.split("\\.", -1));
    }

    @Override
    public boolean canHandle(Document query) {
        return wanted(query).isPresent();
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        Set<Object> found = new LinkedHashSet<>();
        for (Object value : wanted(query).orElseThrow()) {
            found.addAll(positions.getOrDefault(value, Set.of()));
        }
        return found;
    }

    /** The values of which the field has to be one; empty when the query says nothing of this kind. */
    private Optional<Set<Object>> wanted(Document query) {
        return Conditions.on(field, query).flatMap(FieldIndex::normalized);
    }

    private static Optional<Set<Object>> normalized(Collection<?> wanted) {
        Set<Object> values = new LinkedHashSet<>();
        for (Object value : wanted) {
            Object normal = normalize(value);
            if (normal == null) {
                return Optional.empty();
            }
            values.add(normal);
        }
        return Optional.of(values);
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        Set<Object> found = new HashSet<>();
        collect(document, 0, found);
        found.forEach(value ->
                positions.computeIfAbsent(value, unseen -> new LinkedHashSet<>()).add(position));
        values.put(position, found);
    }

    /** What a query may find at the path, whatever way it takes through arrays. */
    private void collect(@Nullable Object at, int step, Set<Object> found) {
        if (at instanceof Collection<?> items) {
            if (items.isEmpty()) {
                found.add(NOTHING);
            }
            items.forEach(item -> collect(item, step, found));
        } else if (step < path.size()) {
            collect(at instanceof Document inner ? inner.get(path.get(step)) : null, step + 1, found);
        } else {
            Object value = normalize(at);
            if (value != null) {
                found.add(value);
            }
        }
    }

    /** Null for what only a scan can compare: documents, lists, patterns. */
    private static @Nullable Object normalize(@Nullable Object value) {
        if (value == null || value instanceof Missing) {
            return NOTHING;
        }
        if (value instanceof Number number) {
            return number.doubleValue() + 0.0;
        }
        return value instanceof String || value instanceof Boolean ? value : null;
    }

    private void forget(Object position) {
        for (Object value : values.getOrDefault(position, Set.of())) {
            Set<Object> there = positions.get(value);
            if (there != null && there.remove(position) && there.isEmpty()) {
                positions.remove(value);
            }
        }
        values.remove(position);
    }

    /** The position of a document is its id. */
    @Override
    public synchronized @Nullable Object remove(Document document) {
        forget(Missing.ofNullable(document.get("_id")));
        return null;
    }

    @Override
    public synchronized void updateInPlace(
            Document before, Document after, Object position, MongoCollection<Object> collection) {
        forget(position);
        add(after, position, collection);
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // Two documents may have the same value.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // Two documents may have the same value.
    }

    @Override
    public synchronized long getCount() {
        return values.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public synchronized void drop() {
        positions.clear();
        values.clear();
    }
}
