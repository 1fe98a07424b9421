package io.guildhall.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where documents are that have a text in the first field of an index, or in a list there. It may name too many documents,
 * which are held against the whole query, but never too few. It is in memory, and made when it is first asked; whoever
 * changes the collection does so alone.
 */
final class FieldIndex extends Index<Object> {

    /** Null until it is made. */
    private @Nullable Map<String, Set<Object>> positions;

    FieldIndex(String name, List<IndexKey> keys) {
        // As one that knows nothing of some documents, it is asked by nobody but our collection.
        super(name, keys, true);
    }

    /** Not for a path that counts through a list. */
    static boolean serves(List<IndexKey> keys) {
        return Stream.of(keys.get(0).getKey().split("\\.")).noneMatch(name -> name.matches("\\d+"));
    }

    String field() {
        return getKeys().get(0).getKey();
    }

    /**
     * The positions of all documents that have one of these texts there.
     *
     * @param all documents of the collection by position, read only where the index has to be made
     */
    synchronized Set<Object> of(Collection<String> texts, Stream<Map.Entry<Object, Document>> all) {
        Map<String, Set<Object>> known = positions;
        if (known == null) {
            Map<String, Set<Object>> made = new HashMap<>();
            all.forEach(entry -> add(made, entry.getValue(), entry.getKey()));
            positions = made;
            known = made;
        }
        if (texts.size() == 1) {
            return known.getOrDefault(texts.iterator().next(), Set.of());
        }
        Set<Object> found = new HashSet<>();
        for (String text : texts) {
            found.addAll(known.getOrDefault(text, Set.of()));
        }
        return found;
    }

    /** Gives its room back; it is made again when it is asked. */
    synchronized void forget() {
        positions = null;
    }

    private void add(Map<String, Set<Object>> to, Document document, Object position) {
        texts(document).forEach(text -> to.merge(text, Set.of(position), FieldIndex::together));
    }

    /** Of some fields each text stands once, and a set that never changes takes a fraction of the room. */
    private static Set<Object> together(Set<Object> known, Set<Object> more) {
        Set<Object> all = known.size() == 1 ? new HashSet<>(known) : known;
        all.addAll(more);
        return all;
    }

    private void remove(Map<String, Set<Object>> from, Document document, Object position) {
        for (String text : texts(document)) {
            Set<Object> there = from.getOrDefault(text, Set.of());
            if (there.equals(Set.of(position))) {
                from.remove(text);
            } else if (there.size() > 1) {
                there.remove(position);
            }
        }
    }

    private Set<String> texts(Document document) {
        Set<String> texts = new LinkedHashSet<>();
        collect(Utils.getSubdocumentValueCollectionAware(document, field()), texts);
        return texts;
    }

    private static void collect(@Nullable Object value, Set<String> texts) {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof Collection<?> several) {
            several.forEach(one -> collect(one, texts));
        }
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        if (positions != null) {
            add(positions, document, position);
        }
    }

    @Override
    public synchronized @Nullable Object remove(Document document) {
        if (positions != null) {
            remove(positions, document, Utils.getSubdocumentValue(document, "_id"));
        }
        return null;
    }

    @Override
    public synchronized void updateInPlace(
            Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (positions != null && !texts(before).equals(texts(after))) {
            remove(positions, before, position);
            add(positions, after, position);
        }
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // Nothing is unique.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // Nothing is unique.
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    /** More than none: nobody needs to fill it before it is asked. */
    @Override
    public long getCount() {
        return 1;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        // It is nowhere but here.
    }
}
