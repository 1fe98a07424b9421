package io.guildhall.feed.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final MailProperties PROPERTIES = new MailProperties(
            "",
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            3,
            LocalTime.of(9, 0),
            LocalTime.of(7, 0),
            Duration.ofDays(7),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2));

    /** A Wednesday, ten in the morning in Oslo. */
    private static final Instant TEN = Instant.parse("2026-11-25T09:00:00Z");

    private final Pacing pacing = new Pacing(PROPERTIES, Clock.fixed(TEN, ZONE));

    @Test
    void waitsUntilNothingMoreComes() {
        assertThat(pacing.next(found(TEN), List.of(), TEN).at()).isEqualTo(TEN.plusSeconds(30));
        assertThat(pacing.next(found(TEN, TEN.plusSeconds(20)), List.of(), TEN).at())
                .isEqualTo(TEN.plusSeconds(50));
    }

    @Test
    void waitsNoLongerThanFiveMinutes() {
        List<Matter> burst = found(TEN, TEN.plusSeconds(100), TEN.plusSeconds(200), TEN.plusSeconds(290));
        assertThat(pacing.next(burst, List.of(), TEN.plusSeconds(290)).at()).isEqualTo(TEN.plusSeconds(300));
    }

    @Test
    void whatComesTogetherIsOneMail() {
        List<Matter> burst = found(TEN, TEN.plusSeconds(1), TEN.plusSeconds(2));
        assertThat(pacing.next(burst, List.of(), TEN.plusSeconds(60)).matters()).hasSize(3);
    }

    /** Found at a local moment when three mails were sent before it on its day: when it is mailed. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-25T10:00, 2026-11-26T09:00", // Wednesday to Thursday
        "2026-11-26T23:59, 2026-11-27T09:00", // late on Thursday
        "2026-11-27T10:00, 2026-11-30T09:00", // Friday to Monday
        "2026-11-28T10:00, 2026-11-30T09:00", // Saturday
        "2026-11-29T10:00, 2026-11-30T09:00", // Sunday
        "2026-03-27T10:00, 2026-03-30T09:00", // over the night in which clocks are put forward
    })
    void theFourthOfADayWaitsForTheNextBusinessMorning(String local, String expected) {
        Instant at = moment(local);
        List<Instant> sent = List.of(at.minusSeconds(9), at.minusSeconds(6), at.minusSeconds(3));
        assertThat(pacing.next(found(at), sent, at).at()).isEqualTo(moment(expected));
        Instant later = moment(expected).minusSeconds(1);
        assertThat(pacing.next(found(at), sent, later).at())
                .as("the day after is another day, and it still waits")
                .isEqualTo(moment(expected));
    }

    @Test
    void whatWaitedForTheMorningGoesWithWhatIsNew() {
        Instant friday = moment("2026-11-27T10:00");
        Instant saturday = moment("2026-11-28T10:00");
        List<Instant> sent = List.of(friday, friday, friday);
        List<Matter> both = found(friday.plusSeconds(60), saturday);
        assertThat(pacing.next(both, sent, saturday.plusSeconds(40)).matters())
                .as("on Saturday what came on Saturday goes alone")
                .extracting(Matter::at)
                .containsExactly(saturday);
        Instant monday = moment("2026-11-30T09:00");
        Pacing.Due due = pacing.next(both, sent, monday);
        assertThat(due.at()).isBeforeOrEqualTo(monday);
        assertThat(due.matters()).hasSize(2);
    }

    @Test
    void theMailsOfOtherDaysDoNotCount() {
        List<Instant> sent = List.of(TEN.minus(Duration.ofDays(1)), TEN.minusSeconds(60), TEN.minusSeconds(30));
        assertThat(pacing.next(found(TEN), sent, TEN).at()).isEqualTo(TEN.plusSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T06:59, false",
        "2026-11-30T07:00, true",
        "2026-12-01T06:59, true",
        "2026-12-01T07:00, false",
        "2026-11-29T12:00, false"
    })
    void theWeekBeginsOnMondayAtSeven(String local, boolean due) {
        assertThat(pacing.week(moment(local)).isPresent()).isEqualTo(due);
        if (due) {
            assertThat(pacing.week(moment(local))).hasValue(LocalDate.of(2026, 11, 30));
        }
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static List<Matter> found(Instant... moments) {
        return List.of(moments).stream()
                .map(at -> new Matter(at.toString(), "pat", MailKind.NOTICES, Ask.Kind.DECIDE, "t", "s", at))
                .toList();
    }
}
