package io.guildhall.cop.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTests {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 10, 1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Schedule everyTwoWeeks = Schedule.of(cadence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", THURSDAY));

    @Test
    void namesEverySecondThursday() {
        assertThat(days(everyTwoWeeks, "2026-10-01", "2026-11-15"))
                .containsExactly("2026-10-01", "2026-10-15", "2026-10-29", "2026-11-12");
    }

    @Test
    void beginsAtTheSameTimeOnTheClocksWhenTheyAreTurned() {
        List<Slot> slots = everyTwoWeeks.between(LocalDate.of(2026, 10, 15), LocalDate.of(2026, 10, 29));

        assertThat(slots)
                .extracting(Slot::start)
                .containsExactly(Instant.parse("2026-10-15T13:00:00Z"), Instant.parse("2026-10-29T14:00:00Z"));
        assertThat(slots.get(0).end()).isEqualTo(Instant.parse("2026-10-15T14:00:00Z"));
    }

    @Test
    void namesTheFirstMondayOfTheMonth() {
        Schedule monthly = Schedule.of(cadence("FREQ=MONTHLY;BYDAY=1MO", LocalDate.of(2026, 10, 5)));

        assertThat(days(monthly, "2026-10-01", "2026-12-31")).containsExactly("2026-10-05", "2026-11-02", "2026-12-07");
    }

    @Test
    void weeksBeginOnMonday() {
        Schedule twiceAFortnight =
                Schedule.of(cadence("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", LocalDate.of(2026, 12, 6)));

        assertThat(days(twiceAFortnight, "2026-12-01", "2026-12-31"))
                .containsExactly("2026-12-06", "2026-12-14", "2026-12-20", "2026-12-28");
    }

    @Test
    void namesDatesFarFromTheFirstOne() {
        assertThat(days(everyTwoWeeks, "2036-10-01", "2036-10-20")).containsExactly("2036-10-02", "2036-10-16");
    }

    @Test
    void movesADateAndKeepsTheDayItIsKnownBy() {
        Schedule moved = everyTwoWeeks.move(
                LocalDate.of(2026, 10, 15), LocalDate.of(2026, 10, 16).atTime(9, 30), " Holiday ");

        Slot slot = moved.slot(LocalDate.of(2026, 10, 15)).orElseThrow();
        assertThat(slot.begins()).isEqualTo("2026-10-16T09:30");
        assertThat(slot.moved()).isTrue();
        assertThat(slot.reason()).isEqualTo("Holiday");
        assertThat(moved.slot(LocalDate.of(2026, 10, 16))).isEmpty();
    }

    @Test
    void movingToWhereItIsChangesNothing() {
        assertThat(everyTwoWeeks.move(THURSDAY, THURSDAY.atTime(15, 0), null)).isSameAs(everyTwoWeeks);
    }

    @Test
    void cancelsADateAndRestoresIt() {
        Schedule cancelled = everyTwoWeeks.cancel(LocalDate.of(2026, 10, 15), null);

        assertThat(cancelled.slot(LocalDate.of(2026, 10, 15)).orElseThrow().cancelled())
                .isTrue();
        assertThat(cancelled.restore(LocalDate.of(2026, 10, 15))).isEqualTo(everyTwoWeeks);
    }

    @Test
    void aCancelledDateCanTakePlaceAnotherDay() {
        Schedule moved = everyTwoWeeks
                .cancel(THURSDAY, "Nobody has time")
                .move(THURSDAY, THURSDAY.plusDays(1).atTime(15, 0), null);

        assertThat(moved.slot(THURSDAY).orElseThrow().cancelled()).isFalse();
        assertThat(moved.deviations()).hasSize(1);
    }

    @Test
    void refusesADayThatTheRuleDoesNotName() {
        assertThatThrownBy(() -> everyTwoWeeks.cancel(LocalDate.of(2026, 10, 8), null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2026-10-08");
    }

    @Test
    void refusesToMoveADateFarAway() {
        assertThatThrownBy(
                        () -> everyTwoWeeks.move(THURSDAY, THURSDAY.plusDays(61).atTime(15, 0), null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("60 days");
    }

    @Test
    void aNewCadenceLeavesThePastAsItWas() {
        LocalDate monday = LocalDate.of(2026, 11, 2);
        Schedule changed = everyTwoWeeks
                .cancel(LocalDate.of(2026, 10, 15), null)
                .cancel(LocalDate.of(2026, 11, 12), null)
                .changeTo(cadence("FREQ=WEEKLY;BYDAY=MO", monday));

        assertThat(days(changed, "2026-10-01", "2026-11-15"))
                .containsExactly("2026-10-01", "2026-10-15", "2026-10-29", "2026-11-02", "2026-11-09");
        assertThat(changed.deviations()).extracting(Deviation::on).containsExactly(LocalDate.of(2026, 10, 15));
        assertThat(changed.present()).isEqualTo(cadence("FREQ=WEEKLY;BYDAY=MO", monday));
    }

    @Test
    void aCadenceThatIsReplacedBeforeItBeginsLeavesNothing() {
        Schedule changed = everyTwoWeeks.changeTo(cadence("FREQ=WEEKLY;BYDAY=TH", THURSDAY));

        assertThat(changed.spells()).hasSize(1);
    }

    @Test
    void endsAndNamesNoDateFromThatDayOn() {
        Schedule ended = everyTwoWeeks.endOn(LocalDate.of(2026, 10, 29));

        assertThat(ended.present()).isNull();
        assertThat(days(ended, "2026-10-01", "2026-12-31")).containsExactly("2026-10-01", "2026-10-15");
    }

    @Test
    void movesNoDateOntoAnotherUnlessThatIsCancelled() {
        LocalDate first = LocalDate.of(2026, 10, 1);
        LocalDate second = LocalDate.of(2026, 10, 15);
        LocalDateTime taken = everyTwoWeeks.slot(second).orElseThrow().begins();

        assertThatThrownBy(() -> everyTwoWeeks.move(first, taken, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("moved-onto-another"));
        assertThat(everyTwoWeeks
                        .cancel(second, null)
                        .move(first, taken, null)
                        .slot(first)
                        .orElseThrow()
                        .begins())
                .isEqualTo(taken);
    }

    @Test
    void cancelsWhatWasMovedBeyondItsEnd() {
        LocalDate end = LocalDate.of(2026, 10, 29);
        LocalDate last = LocalDate.of(2026, 10, 15);
        LocalDate first = LocalDate.of(2026, 10, 1);
        Schedule ended = everyTwoWeeks
                .move(first, end.minusDays(1).atTime(9, 0), null)
                .move(last, end.atTime(9, 0), "A holiday")
                .endOn(end);

        assertThat(ended.slot(first).orElseThrow().cancelled()).isFalse();
        assertThat(ended.slot(last).orElseThrow().cancelled()).isTrue();
        assertThat(ended.upcoming(end, end.plusYears(1))).allMatch(Slot::cancelled);
    }

    @Test
    void forgetsTheOldestDeviationsBeforeThereAreTooMany() {
        Schedule daily = Schedule.of(cadence("FREQ=DAILY", THURSDAY));
        for (int i = 0; i < Schedule.MOST_DEVIATIONS + 1; i++) {
            daily = daily.cancel(THURSDAY.plusDays(i), null);
        }
        assertThat(daily.deviations()).hasSize(Schedule.MOST_DEVIATIONS);
        assertThat(daily.deviations().get(0).on()).isEqualTo(THURSDAY.plusDays(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every two weeks",
                "FREQ=HOURLY",
                "FREQ=SECONDLY;INTERVAL=1",
                "FREQ=WEEKLY;BYHOUR=3",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;INTERVAL=-2",
                "INTERVAL=2",
                "FREQ=WEEKLY;FREQ=DAILY;X=1",
                "FREQ=WEEKLY;UNTIL=soon",
                "FREQ=YEARLY;BYMONTH=13",
                "FREQ=MONTHLY;BYMONTHDAY=99",
                "FREQ=DAILY;COUNT=999999999",
            })
    void refusesARuleThatIsNoneOfDays(String rule) {
        assertThatThrownBy(() -> cadence(rule, THURSDAY))
                .isInstanceOf(Refusal.class)
                .extracting("type")
                .isEqualTo("rule-malformed");
    }

    @Test
    void refusesAFirstDayThatTheRuleDoesNotName() {
        assertThatThrownBy(() -> cadence("FREQ=WEEKLY;BYDAY=FR", THURSDAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Thursday 2026-10-01");
    }

    @Test
    void countsNoDaysUpToTheEndOfTime() {
        assertThat(everyTwoWeeks.slot(LocalDate.of(900_000_000, 1, 1))).isEmpty();
        assertThat(everyTwoWeeks.between(LocalDate.of(2500, 1, 1), LocalDate.of(2501, 1, 1)))
                .isEmpty();
        assertThatThrownBy(() -> cadence("FREQ=DAILY", LocalDate.of(-900_000_000, 1, 1)))
                .isInstanceOf(Refusal.class)
                .extracting("type")
                .isEqualTo("first-day-implausible");
    }

    @Test
    void refusesAGatheringOfNoTimeOrOfDays() {
        assertThatThrownBy(() -> new Cadence("FREQ=DAILY", THURSDAY, LocalTime.NOON, BERLIN, 4))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Cadence("FREQ=DAILY", THURSDAY, LocalTime.NOON, BERLIN, 481))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void takesARuleAsCalendarsWriteIt() {
        assertThat(cadence(" rrule:freq=weekly;byday=th ", THURSDAY).rule()).isEqualTo("FREQ=WEEKLY;BYDAY=TH");
    }

    @Test
    void goesOnInTheSameWeeks() {
        Cadence biweekly = cadence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", THURSDAY);

        assertThat(biweekly.continuedFrom(LocalDate.of(2036, 10, 3)).map(Cadence::first))
                .contains(LocalDate.of(2036, 10, 16));
        assertThat(cadence("FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231", THURSDAY).continuedFrom(LocalDate.of(2027, 1, 1)))
                .isEmpty();
    }

    private static Cadence cadence(String rule, LocalDate first) {
        return new Cadence(rule, first, LocalTime.of(15, 0), BERLIN, 60);
    }

    private static List<String> days(Schedule schedule, String from, String to) {
        return schedule.between(LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(slot -> slot.on().toString())
                .toList();
    }
}
