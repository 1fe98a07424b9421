package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.CommandContext;

/** One pass over the rows of a file under one mapping. A refusal thrown for a row refuses that row alone. */
public interface ImportSession {

    /** Looks at every row once before any is judged, to know what the file itself brings. */
    void survey(Row row);

    /** What people know a row by; empty when it does not say. */
    String key(Row row);

    /** As many times the rows are gone through when they are applied. */
    default int phases() {
        return 1;
    }

    /** In which of them this row is applied, from 0. */
    default int phase(Row row) {
        return 0;
    }

    /** What applying the row would come to; nothing is written. */
    RowResult check(Row row, CommandContext context);

    /** Applies the row. Applying it again changes nothing. */
    RowResult apply(Row row, CommandContext context);
}
