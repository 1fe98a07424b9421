package io.guildhall.platform.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/**
 * The lines of a CSV file (RFC 4180) under a line of column names. Cells are text and stay text: what looks like a
 * formula, a date or a number is never evaluated. Commas, semicolons and tabs are told apart by the first line.
 */
public final class CsvRows implements RowSource {

    private static final int FIRST_LINE = 64 * 1024;

    private final ImportProperties bounds;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;

    public CsvRows(InputStream file, ImportProperties bounds) {
        this.bounds = bounds;
        try {
            BufferedReader text = new BufferedReader(new Utf8Reader(file), FIRST_LINE);
            records = CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .skipEmptyLines(true)
                    .maxBufferSize(Math.max(16 * 1024, 4 * bounds.maxCell()))
                    .build(
                            CsvRecordHandler.of(cells -> cells.maxFields(bounds.maxColumns())
                                    .maxFieldSize(bounds.maxCell())
                                    .maxRecordSize(bounds.maxColumns() * bounds.maxCell())),
                            text)
                    .iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CsvRecord names = read();
        if (names == null) {
            throw Refusal.invalid("file-empty", "The file is empty; export it again with its column names.");
        }
        columns = names.getFields().stream().map(String::strip).toList();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() {
        CsvRecord read = read();
        if (read == null) {
            return null;
        }
        int line = Math.toIntExact(read.getStartingLineNumber());
        List<String> cells = new ArrayList<>(read.getFields());
        if (cells.size() > columns.size()
                && cells.subList(columns.size(), cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            return Row.unreadable(
                    line,
                    new Problem(
                            "The line has " + cells.size() + " cells under " + columns.size() + " column names.",
                            "Put cells that contain the separator between quotes."));
        }
        ArrayNode content = StateMapper.json().createArrayNode();
        for (int i = 0; i < columns.size(); i++) {
            content.add(i < cells.size() ? cells.get(i) : "");
        }
        return new Row(line, content);
    }

    private @Nullable CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException | UncheckedIOException | NoSuchElementException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            if (e instanceof UncheckedIOException io) {
                throw io;
            }
            throw Refusal.invalid(
                    "csv-unreadable",
                    "The file is no CSV that can be read: " + reason(e) + " A line has at most " + bounds.maxColumns()
                            + " cells of " + bounds.maxCell()
                            + " characters, and a quote that opens has to close; mend the line and import again.");
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        return e.getMessage() + (cause == null || cause.getMessage() == null ? "." : ": " + cause.getMessage() + ".");
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(FIRST_LINE);
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < FIRST_LINE - 1; i++) {
            int c = text.read();
            if (c < 0 || (c == '\n' && !quoted)) {
                break;
            }
            quoted ^= c == '"';
            int known = quoted ? -1 : ",;\t".indexOf(c);
            if (known >= 0) {
                counts[known]++;
            }
        }
        text.reset();
        int best = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[best] ? 2 : best);
    }
}
