package io.guildhall.feed.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.aggregate.StateMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventWordsTests {

    private static final Path CONTRACTS = Path.of("../contracts/events");

    /** Topics that are not in the log. */
    private static final Set<String> NOT_TOLD = Set.of("team.people", "cop.memberships");

    private final EventWords words = new EventWords();

    @Test
    void hasWordsForEveryPublishedTypeOfTheTopicsThatAreTold() throws IOException {
        Set<String> published = new TreeSet<>();
        try (Stream<Path> schemas = Files.list(CONTRACTS)) {
            for (Path schema : schemas.filter(path -> path.toString().endsWith(".schema.json"))
                    .toList()) {
                JsonNode contract = StateMapper.json().readTree(Files.readString(schema));
                if (!NOT_TOLD.contains(contract.get("x-topic").stringValue())) {
                    published.add(contract.get("title").stringValue());
                }
            }
        }
        assertThat(published).hasSizeGreaterThan(40);
        assertThat(new TreeSet<>(words.all().keySet())).isEqualTo(published);
    }

    @Test
    void saysWhoDidWhatToWhat() {
        String slipped = "guildhall.team.dependency-slipped.v1";
        assertThat(words.title(entry(slipped, "Ledger API", "{}"), "Sam Osei"))
                .isEqualTo("Sam Osei moved the commitment to the dependency 'Ledger API'");
        assertThat(words.title(entry(slipped, null, "{}"), "Sam Osei"))
                .isEqualTo("Sam Osei moved the commitment to the dependency");
        assertThat(words.title(entry("guildhall.team.from-tomorrow.v1", "X", "{}"), "Sam"))
                .isEqualTo("Sam changed something 'X'");
    }

    @Test
    void saysWhatBecameOfWhatInDaysAndWordsButNotInIds() {
        assertThat(step("{\"from\":\"2026-12-04\",\"to\":\"2026-12-12\"}")).isEqualTo("From 4 Dec 2026 to 12 Dec 2026");
        assertThat(step("{\"from\":\"ON_TRACK\",\"to\":\"AT_RISK\"}")).isEqualTo("From on track to at risk");
        assertThat(step("{\"from\":\"team-payments\",\"to\":\"team-ledger\"}")).isNull();
        assertThat(step("{\"to\":\"2026-12-12\"}")).isNull();
    }

    private @Nullable String step(String change) {
        return words.step(entry("x", null, change)).orElse(null);
    }

    private static LogEntry entry(String type, @Nullable String title, String change) {
        return new LogEntry(
                1,
                "a@1",
                "team.dependencies",
                type,
                "a",
                title,
                Instant.parse("2026-11-24T09:00:00Z"),
                "sam",
                null,
                StateMapper.json().readTree(change));
    }
}
