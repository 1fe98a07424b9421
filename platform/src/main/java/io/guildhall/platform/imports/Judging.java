package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import org.jspecify.annotations.Nullable;

/** Turns whatever comes of one row, refusals included, into its result. */
final class Judging {

    private Judging() {}

    static RowResult check(ImportSession session, Row row, CommandContext context) {
        RowResult unreadable = unreadable(row);
        if (unreadable != null) {
            return unreadable;
        }
        try {
            return session.check(row, context);
        } catch (Refusal refusal) {
            return refused(session.key(row), refusal);
        }
    }

    /** @throws Refusal when it is to be tried again later */
    static RowResult apply(ImportSession session, Row row, CommandContext context) {
        try {
            return session.apply(row, context);
        } catch (Refusal refusal) {
            return refused(session.key(row), refusal);
        }
    }

    private static @Nullable RowResult unreadable(Row row) {
        Problem why = row.unreadable();
        return why == null ? null : RowResult.refused("", why.what(), why.todo());
    }

    private static RowResult refused(String key, Refusal refusal) {
        if (refusal.status() >= 500) {
            throw refusal;
        }
        return RowResult.refused(key, refusal.title(), refusal.detail());
    }
}
