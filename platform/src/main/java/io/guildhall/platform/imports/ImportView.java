package io.guildhall.platform.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as its readers see it.
 *
 * @param problem what to do about it when it has FAILED
 * @param file its name, or its kind where nobody has named it
 * @param columns the names of the file's columns; none where its rows are documents
 * @param mapping how the file is understood
 * @param done rows that were applied, or have nothing to apply
 * @param amounts what its rows bring beside themselves, by name
 * @param can the use cases the reader may do now
 */
public record ImportView(
        String id,
        long version,
        String kind,
        String file,
        String by,
        Instant at,
        ImportJob.Status status,
        @Nullable String problem,
        List<String> columns,
        Map<String, @Nullable Object> mapping,
        int rows,
        int done,
        Counts counts,
        Map<String, Integer> amounts,
        List<String> can) {

    /**
     * A row of the report.
     *
     * @param understood by name, what was made of words that people wrote for people
     */
    public record RowView(
            int line, String key, Verdict verdict, List<Problem> problems, Map<String, String> understood) {}
}
