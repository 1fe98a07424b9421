package io.guildhall.platform.aggregate;

import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A question to a collection, answered in pages.
 *
 * @param index the name of the declared index that serves it
 * @param filter what an item has to match, visibility included
 * @param sort the field it is sorted by, ties by id
 * @param cursor where the previous page ended
 * @param limit items a page, 1 to 100
 */
public record Query(
        String index,
        Bson filter,
        String sort,
        boolean descending,
        @Nullable String cursor,
        int limit) {

    public static final int MOST = 100;

    public Query {
        if (limit < 1 || limit > MOST) {
            throw Refusal.invalid("limit-out-of-bounds", "A page has 1 to " + MOST + " items; ask for fewer.");
        }
    }
}
