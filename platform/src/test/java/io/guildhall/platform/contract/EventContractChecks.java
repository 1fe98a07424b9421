package io.guildhall.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.StateMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every producing service's contract test checks: each event has a schema that its class still yields, and an example
 * that fits; and nothing that was published is taken back. Run with {@code -Dcontracts.write=true} to write what is new.
 */
public abstract class EventContractChecks {

    private static final Path EVENTS = Path.of("../contracts/events");
    private static final boolean WRITE = Boolean.getBoolean("contracts.write");

    /** The prefix of the service's wire names, for example {@code guildhall.team.}. */
    protected abstract String prefix();

    protected abstract List<AggregateType<?>> types();

    /** Changes that together record every event at least once. */
    protected abstract List<Change<?>> examples();

    @Test
    void everyEventHasTheSchemaThatItsClassYields() throws IOException {
        List<String> differing = new ArrayList<>();
        for (AggregateType<?> type : types()) {
            for (Class<? extends DomainEvent> event : type.events()) {
                String name = AggregateType.wireName(event);
                assertThat(name).startsWith(prefix()).matches(".*\\.v[0-9]+");
                ObjectNode schema = SchemaWriter.write(name, type, event);
                if (!sameAsFile(EVENTS.resolve(name.replaceFirst("^guildhall\\.", "") + ".schema.json"), schema)) {
                    differing.add(name);
                }
            }
        }
        assertThat(differing)
                .as("schemas that differ from their classes; write them with -Dcontracts.write=true")
                .isEmpty();
    }

    @Test
    void nothingPublishedIsTakenBack() throws IOException {
        Path lock = EVENTS.resolve("published-" + prefix().replaceAll("^guildhall\\.|\\.$", "") + ".txt");
        Set<String> now = new TreeSet<>();
        for (AggregateType<?> type : types()) {
            for (Class<? extends DomainEvent> event : type.events()) {
                String name = AggregateType.wireName(event);
                now.addAll(SchemaWriter.promises(name, SchemaWriter.write(name, type, event)));
            }
        }
        Set<String> published = new TreeSet<>(Files.exists(lock) ? Files.readAllLines(lock) : List.of());
        Set<String> missing = new TreeSet<>(published);
        missing.removeAll(now);
        assertThat(missing)
                .as("published and now gone; a mistake gets a new version")
                .isEmpty();
        if (WRITE) {
            Files.write(lock, now);
        } else {
            assertThat(published)
                    .as("run with -Dcontracts.write=true to publish")
                    .isEqualTo(now);
        }
    }

    @Test
    void everyEventHasAnExampleThatFits() throws IOException {
        EventContracts contracts = new EventContracts();
        Set<String> shown = new TreeSet<>();
        for (Change<?> change : examples()) {
            for (DomainEvent event : change.events()) {
                String name = AggregateType.wireName(event.getClass());
                ObjectNode data = StateMapper.json().createObjectNode();
                data.set("state", StateMapper.tree(change.state()));
                data.set("change", StateMapper.tree(event));
                data.put("by", "5d9f2a34-0b0e-4a53-9d4c-0f6c3f3f8f11");
                data.put("at", "2026-11-24T09:30:00.000Z");
                if (!WRITE) {
                    contracts.check(name, data);
                }
                if (shown.add(name)
                        && !sameAsFile(
                                EVENTS.resolve("examples/" + name.replaceFirst("^guildhall\\.", "") + ".json"), data)) {
                    fail("The example of " + name + " differs; write it with -Dcontracts.write=true");
                }
            }
        }
        Set<String> all = new TreeSet<>();
        types().forEach(type -> type.events().forEach(event -> all.add(AggregateType.wireName(event))));
        assertThat(shown).isEqualTo(all);
    }

    private static boolean sameAsFile(Path file, ObjectNode value) throws IOException {
        String text =
                StateMapper.json()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(value)
                                .replace("\r\n", "\n") + "\n";
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return true;
        }
        return Files.exists(file)
                && Files.readString(file).replace("\r\n", "\n").equals(text);
    }
}
