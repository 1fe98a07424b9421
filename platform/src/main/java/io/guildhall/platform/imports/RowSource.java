package io.guildhall.platform.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file read row by row, in bounded memory. */
public interface RowSource {

    /** The names of the columns in their order, as often as they stand there; none where rows are documents. */
    List<String> columns();

    /**
     * The next row, null at the end.
     *
     * @throws io.guildhall.platform.aggregate.Refusal when the file cannot be read any further
     */
    @Nullable
    Row next();
}
