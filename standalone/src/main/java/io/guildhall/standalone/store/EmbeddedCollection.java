package io.guildhall.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
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
 * Does less for the same answer. It reads the named documents instead of all where a query names their ids and something
 * else, as every compare-and-set does; as it comes, the collection does so only for queries on nothing but an id. And it
 * finds a document's sort keys once, not again at every comparison.
 */
final class EmbeddedCollection extends H2Collection {

    EmbeddedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    /** Called where no index serves a query. Each document found by its id is still held against the whole query. */
    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batch, @Nullable Document fields) {
        Collection<?> ids = "_id".equals(getIdField()) ? ids(query) : null;
        if (ids == null) {
            return super.matchDocuments(query, orderBy, skip, limit, batch, fields);
        }
        Iterable<Object> positions = ids.stream()
                .distinct()
                .sorted()
                .filter(id -> getDocument(id) != null)
                .<Object>map(id -> id)
                .toList();
        return matchDocuments(query, positions, orderBy, skip, limit, batch, fields);
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

    /** Those of which a document must have one to match; null when the query does not say, or not as text. */
    private static @Nullable Collection<?> ids(Document query) {
        Object wanted = query.get("_id");
        if (wanted instanceof Document condition) {
            wanted = condition.getOrDefault("$eq", condition.get("$in"));
        }
        if (wanted instanceof String) {
            return List.of(wanted);
        }
        if (wanted instanceof Collection<?> several && several.stream().allMatch(String.class::isInstance)) {
            return several;
        }
        Stream<?> parts = query.get("$and") instanceof Collection<?> all ? all.stream() : Stream.empty();
        return parts.map(part -> part instanceof Document inner ? ids(inner) : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
