package io.guildhall.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Does less for the same answer. It reads the documents that can match instead of all where a query names their ids and
 * something else, as every compare-and-set does, or a text in the first field of an index; as it comes, the collection does so
 * only for queries on nothing but an id. And it finds a document's sort keys once, not again at every comparison.
 */
final class EmbeddedCollection extends H2Collection {

    /** Documents of a collection whose indexes may take room in memory. */
    private static final int MOST_INDEXED = 50_000;

    private final MVMap<Object, Document> documents;

    EmbeddedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
    }

    /** Called where no unique index serves a query. Each document found is still held against the whole query. */
    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batch, @Nullable Document fields) {
        Collection<?> positions = "_id".equals(getIdField()) && !isNaturalDescending(orderBy) ? positions(query) : null;
        if (positions == null) {
            return super.matchDocuments(query, orderBy, skip, limit, batch, fields);
        }
        Iterable<Object> inOrder = positions.stream()
                .distinct()
                .sorted(ValueComparator.asc())
                .filter(position -> getDocument(position) != null)
                .<Object>map(position -> position)
                .toList();
        return matchDocuments(query, inOrder, orderBy, skip, limit, batch, fields);
    }

    /** Where all documents are that can match; null where that is not known. */
    private @Nullable Collection<?> positions(Document query) {
        Collection<?> fewest = wanted(query, "_id");
        if (fewest != null) {
            return fewest;
        }
        for (Index<Object> index : getIndexes()) {
            if (index instanceof FieldIndex known && documents.size() > MOST_INDEXED) {
                known.forget();
            } else if (index instanceof FieldIndex known) {
                Collection<String> texts = wanted(query, known.field());
                Collection<?> found = texts == null ? null : known.of(texts, documents.entrySet().stream());
                if (found != null && (fewest == null || found.size() < fewest.size())) {
                    fewest = found;
                }
            }
        }
        // Where most documents are named, one look at all of them is less work.
        return fewest == null || fewest.size() > documents.size() / 2 ? null : fewest;
    }

    @Override
    protected QueryResult matchDocumentsFromStream(
            Stream<Document> documents,
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batch,
            @Nullable Document fields) {
        Comparator<Document> order =
                orderBy == null || deriveComparator(orderBy) == null ? null : keysFoundOnce(orderBy);
        return matchDocumentsFromStream(query, documents, skip, limit, batch, order, fields);
    }

    /** Orders as {@link de.bwaldvogel.mongo.backend.DocumentComparator} does. For one query, which has one thread. */
    private static Comparator<Document> keysFoundOnce(Document orderBy) {
        List<String> paths = List.copyOf(orderBy.keySet());
        List<ValueComparator> orders = orderBy.values().stream()
                .map(direction -> ((Number) direction).intValue() > 0 ? ValueComparator.asc() : ValueComparator.desc())
                .toList();
        IdentityHashMap<Document, List<@Nullable Object>> known = new IdentityHashMap<>();
        Function<Document, List<@Nullable Object>> keys = document -> known.computeIfAbsent(
                document,
                found -> paths.stream()
                        .map(path -> Utils.getSubdocumentValueCollectionAware(found, path))
                        .toList());
        return (one, other) -> {
            List<@Nullable Object> left = keys.apply(one);
            List<@Nullable Object> right = keys.apply(other);
            for (int i = 0; i < orders.size(); i++) {
                int order = orders.get(i).compare(left.get(i), right.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /** The texts of which a field must have one, or hold one, for a document to match; null when the query names none. */
    private static @Nullable Collection<String> wanted(Document query, String field) {
        Object wanted = query.get(field);
        if (wanted instanceof Document condition) {
            if (condition.get("$in") instanceof Collection<?> several
                    && several.stream().allMatch(String.class::isInstance)) {
                return several.stream().map(String.class::cast).toList();
            }
            wanted = condition.get("$eq");
        }
        if (wanted instanceof String text) {
            return List.of(text);
        }
        Stream<?> parts = query.get("$and") instanceof Collection<?> all ? all.stream() : Stream.empty();
        return parts.map(part -> part instanceof Document inner ? wanted(inner, field) : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
