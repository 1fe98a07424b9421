package io.guildhall.platform.aggregate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonParseException;
import org.jspecify.annotations.Nullable;

/** Reads a collection page by page, by the last item seen and never by an offset. */
public final class Pages {

    private static final int LONGEST_CURSOR = 2_000;

    private Pages() {}

    /**
     * One page.
     *
     * @param prefix what stands before the name of the sorted field in a document, {@code state.} for a state
     */
    public static <T> Page<T> read(
            MongoCollection<Document> collection,
            Query query,
            String prefix,
            Bson projection,
            Function<Document, T> mapping) {
        String field = "_id".equals(query.sort()) ? "_id" : prefix + query.sort();
        Bson filter = query.filter();
        if (query.cursor() != null) {
            filter = Filters.and(filter, after(query, field, decode(query.cursor())));
        }
        Bson sort = query.descending() ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id");
        List<Document> documents = new ArrayList<>();
        collection
                .find(filter)
                .projection(projection)
                .sort(sort)
                .limit(query.limit() + 1)
                .into(documents);
        String next = null;
        if (documents.size() > query.limit()) {
            documents.remove(query.limit());
            next = encode(documents.get(query.limit() - 1), field);
        }
        return new Page<>(documents.stream().map(mapping).toList(), next);
    }

    private static Bson after(Query query, String field, Document cursor) {
        Object id = cursor.get("i");
        Object value = cursor.get("v");
        boolean down = query.descending();
        Bson sameValue = Filters.and(Filters.eq(field, value), down ? Filters.lt("_id", id) : Filters.gt("_id", id));
        if (value == null) {
            return down ? sameValue : Filters.or(sameValue, Filters.ne(field, null));
        }
        Bson beyond = down ? Filters.lt(field, value) : Filters.gt(field, value);
        return down ? Filters.or(beyond, sameValue, Filters.eq(field, null)) : Filters.or(beyond, sameValue);
    }

    private static String encode(Document last, String field) {
        Document cursor = new Document("v", value(last, field)).append("i", last.get("_id"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(cursor.toJson().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Object value(Document document, String field) {
        Object value = document;
        for (String part : field.split("\\.", -1)) {
            value = value instanceof Document inner ? inner.get(part) : null;
        }
        return value;
    }

    private static Document decode(String cursor) {
        try {
            if (cursor.length() > LONGEST_CURSOR) {
                throw new IllegalArgumentException("No cursor made here is as long");
            }
            Document decoded =
                    Document.parse(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            Object value = decoded.get("v");
            if (decoded.get("i") instanceof String
                    && (value == null || value instanceof String || value instanceof Number)) {
                return decoded;
            }
        } catch (IllegalArgumentException | BSONException | JsonParseException e) {
            // refused below, like every cursor that was not made here
        }
        throw new Refusal(
                "bad-cursor",
                400,
                "This cursor leads nowhere",
                "Take 'next' of the page before as it is, or start anew.");
    }
}
