package io.guildhall.standalone.sample;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which steps of the story were answered, and with which id, so that a start after a crash goes on where it was. A step that
 * was carried out and is not in here is sent again under the same Idempotency-Key.
 */
final class Journal {

    private static final String TODAY = "today";
    private static final String NO_ID = "-";

    private final Path file;
    private final Map<String, String> done = new ConcurrentHashMap<>();
    private final LocalDate today;

    private Journal(Path file, LocalDate today) {
        this.file = file;
        this.today = today;
    }

    /** @param today what the story counts from when it begins now; one that has begun keeps its own */
    static Journal open(Path file, LocalDate today) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, line(TODAY, today.toString()));
            return new Journal(file, today);
        }
        // A process may be killed while it writes its last line: what does not end was not written.
        String text = Files.readString(file);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        }
        List<String[]> lines = whole.lines()
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2)
                .toList();
        LocalDate began = lines.stream()
                .filter(parts -> parts[0].equals(TODAY))
                .map(parts -> LocalDate.parse(parts[1]))
                .findFirst()
                .orElse(today);
        Journal journal = new Journal(file, began);
        lines.forEach(parts -> journal.done.put(parts[0], parts[1]));
        return journal;
    }

    /** The day that the story ends on. */
    LocalDate today() {
        return today;
    }

    boolean has(String step) {
        return done.containsKey(step);
    }

    /** The id of what a step has made. */
    Optional<String> id(String step) {
        return Optional.ofNullable(done.get(step)).filter(id -> !id.equals(NO_ID));
    }

    synchronized void add(String step, @Nullable String id) throws IOException {
        String known = id == null ? NO_ID : id;
        Files.writeString(file, line(step, known), StandardOpenOption.APPEND);
        done.put(step, known);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String line(String step, String id) {
        return step + "\t" + id + "\n";
    }
}
