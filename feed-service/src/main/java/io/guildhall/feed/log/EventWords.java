package io.guildhall.feed.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** Says what somebody did, as {@code event-words.yml} has it. */
@Component
public final class EventWords {

    private static final String RESOURCE = "event-words.yml";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final Pattern STATE = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    private final Map<String, String> words;

    EventWords() {
        try (InputStream in = EventWords.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("No " + RESOURCE + " on the class path");
            }
            words = Map.copyOf(new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, String>>load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words there are, by the wire name of the event. */
    Map<String, String> all() {
        return words;
    }

    /** Who did what to what, like: Sam Osei committed to the dependency 'Ledger API'. */
    public String title(LogEntry entry, String by) {
        String did = words.getOrDefault(entry.type(), "changed something");
        return by + " " + did + (entry.title() == null ? "" : " '" + entry.title() + "'");
    }

    /** What became of what, where the change names both in words or days. */
    public Optional<String> step(LogEntry entry) {
        return word(entry.change().path("from"))
                .flatMap(from -> word(entry.change().path("to")).map(to -> "From " + from + " to " + to));
    }

    private static Optional<String> word(JsonNode value) {
        String text = value.asString("");
        if (STATE.matcher(text).matches()) {
            return Optional.of(text.toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        try {
            return Optional.of(DAY.format(LocalDate.parse(text)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
