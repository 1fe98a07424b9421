package io.guildhall.roadmap.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.platform.aggregate.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTests {

    @ParameterizedTest
    @CsvSource({
        "2026-Q1, 2026-01-01, 2026-03-31",
        "2026-Q2, 2026-04-01, 2026-06-30",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2028-Q1, 2028-01-01, 2028-03-31"
    })
    void knowsItsDays(String text, LocalDate first, LocalDate last) {
        Quarter quarter = Quarter.parse(text);

        assertThat(quarter.firstDay()).isEqualTo(first);
        assertThat(quarter.lastDay()).isEqualTo(last);
        assertThat(Quarter.of(first)).isEqualTo(quarter);
        assertThat(Quarter.of(last)).isEqualTo(quarter);
        assertThat(quarter).hasToString(text);
    }

    @Test
    void countsOverTheTurnOfTheYear() {
        assertThat(Quarter.parse("2026-Q4").plus(1)).isEqualTo(Quarter.parse("2027-Q1"));
        assertThat(Quarter.parse("2026-Q1").plus(-1)).isEqualTo(Quarter.parse("2025-Q4"));
        assertThat(Quarter.parse("2026-Q4")).isLessThan(Quarter.parse("2027-Q1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-Q5", "2026-Q0", "Q4 2026", "26-Q1", "2026-q1", "2026-Q11"})
    void refusesAnotherForm(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Quarter.parse(text))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("quarter-malformed"));
    }

    @Test
    void aSprintEndsTheDayBeforeTheNextOneStarts() {
        SprintCalendar calendar = new SprintCalendar(LocalDate.of(2026, 10, 5), 14);

        assertThat(calendar.start(1)).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(calendar.end(1)).isEqualTo(LocalDate.of(2026, 10, 18));
        assertThat(calendar.start(2)).isEqualTo(LocalDate.of(2026, 10, 19));
        assertThat(calendar.sprintOn(LocalDate.of(2026, 10, 18))).isEqualTo(1);
        assertThat(calendar.sprintOn(LocalDate.of(2026, 10, 19))).isEqualTo(2);
        assertThat(calendar.sprintOn(LocalDate.of(2026, 10, 4))).isZero();
    }
}
