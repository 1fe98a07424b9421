package io.guildhall.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private Path file;

    @BeforeEach
    void choose(@TempDir Path folder) {
        file = folder.resolve("journal");
    }

    @Test
    void knowsAfterARestartWhatWasDoneAndWhichDayTheStoryCountsFrom() throws IOException {
        Journal journal = Journal.open(file, TODAY);
        journal.add("person.Lena Hofer", "42");
        journal.add("goal", null);

        Journal again = Journal.open(file, TODAY.plusDays(1));
        assertThat(again.today()).isEqualTo(TODAY);
        assertThat(again.id("person.Lena Hofer")).contains("42");
        assertThat(again.has("goal")).isTrue();
        assertThat(again.id("goal")).isEmpty();
        assertThat(again.has("calendar")).isFalse();
    }

    @Test
    void forgetsALineThatWasTornByAKill() throws IOException {
        Journal.open(file, TODAY).add("unit.fares", "1");
        Files.writeString(file, "unit.tickets\t12", StandardOpenOption.APPEND);

        Journal again = Journal.open(file, TODAY);
        assertThat(again.has("unit.tickets")).isFalse();
        assertThat(Journal.open(file, TODAY).has("unit.tickets")).isFalse();
        again.add("unit.tickets", "1234");
        assertThat(Journal.open(file, TODAY).id("unit.tickets")).contains("1234");
    }
}
