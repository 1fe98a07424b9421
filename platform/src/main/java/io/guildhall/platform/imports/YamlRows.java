package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The documents of a YAML stream, one at a time: {@code ---} at the start of a line always separates them, so that one
 * document that is wrong is one row that is wrong.
 */
public final class YamlRows implements RowSource {

    private final ImportProperties bounds;
    private final BufferedReader text;
    private final StringBuilder document = new StringBuilder();
    private final YamlDocument parser;
    private int line;
    private int start;
    private boolean content;
    private boolean tooLong;
    private boolean ended;

    public YamlRows(InputStream file, ImportProperties bounds) {
        this.bounds = bounds;
        this.parser = new YamlDocument(bounds.maxDocument());
        this.text = new BufferedReader(new Utf8Reader(file));
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public @Nullable Row next() {
        try {
            while (!ended) {
                String read = readLine();
                line++;
                ended = read == null;
                if (read == null || separates(read)) {
                    Row finished = content ? finished() : null;
                    begin(read);
                    if (finished != null) {
                        return finished;
                    }
                } else {
                    append(read);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean separates(String read) {
        return (read.startsWith("---") || read.startsWith("..."))
                && (read.length() == 3 || Character.isWhitespace(read.charAt(3)));
    }

    private void begin(@Nullable String separator) {
        document.setLength(0);
        content = false;
        tooLong = false;
        if (separator != null && separator.length() > 3) {
            append("   " + separator.substring(3));
        }
    }

    private void append(String read) {
        String bare = read.strip();
        if (!content && (bare.isEmpty() || bare.startsWith("#") || read.startsWith("%"))) {
            return;
        }
        if (!content) {
            content = true;
            start = line;
        }
        if (document.length() + read.length() >= bounds.maxDocument()) {
            tooLong = true;
            document.setLength(0);
        }
        if (!tooLong) {
            document.append(read).append('\n');
        }
    }

    private Row finished() {
        if (tooLong) {
            return Row.unreadable(
                    start,
                    new Problem(
                            "The document is longer than " + bounds.maxDocument() + " characters.",
                            "Split it into documents of one entity each."));
        }
        try {
            JsonNode read = parser.parse(document.toString(), start);
            return new Row(start, read);
        } catch (Refusal refusal) {
            return Row.unreadable(start, new Problem(refusal.title(), refusal.detail()));
        }
    }

    /** A line without its end, cut where it is longer than any document may be. */
    private @Nullable String readLine() throws IOException {
        StringBuilder read = new StringBuilder();
        int c = text.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (c != '\r' && read.length() < bounds.maxDocument()) {
                read.append((char) c);
            }
            c = text.read();
        }
        return read.toString();
    }
}
