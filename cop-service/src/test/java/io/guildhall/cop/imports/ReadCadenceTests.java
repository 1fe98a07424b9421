package io.guildhall.cop.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guildhall.cop.schedule.Cadence;
import io.guildhall.platform.imports.CsvRows;
import io.guildhall.platform.imports.ImportProperties;
import io.guildhall.platform.imports.Problem;
import io.guildhall.platform.imports.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ReadCadenceTests {

    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private final ReadCadence reader = new ReadCadence(TODAY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            Tuesday                 | weekly                                       | FREQ=WEEKLY;BYDAY=TU            | 2026-12-01
            Tuesday                 | Weekly                                       | FREQ=WEEKLY;BYDAY=TU            | 2026-12-01
            Friday                  | weekly meeting                               | FREQ=WEEKLY;BYDAY=FR            | 2026-11-27
            Tuesdays                | -                                            | FREQ=WEEKLY;BYDAY=TU            | 2026-12-01
            -                       | every Tuesday                                | FREQ=WEEKLY;BYDAY=TU            | 2026-12-01
            Mon                     | once a week                                  | FREQ=WEEKLY;BYDAY=MO            | 2026-11-30
            Monday                  | on a weekly basis                            | FREQ=WEEKLY;BYDAY=MO            | 2026-11-30
            Tue/Thu                 | weekly                                       | FREQ=WEEKLY;BYDAY=TU,TH         | 2026-12-01
            Tuesday and Thursday    | twice a week                                 | FREQ=WEEKLY;BYDAY=TU,TH         | 2026-12-01
            Mon., Wed. & Fri.       | weekly                                       | FREQ=WEEKLY;BYDAY=MO,WE,FR      | 2026-11-27
            Mon-Wed                 | daily                                        | FREQ=WEEKLY;BYDAY=MO,TU,WE      | 2026-11-30
            Monday - Friday         | daily                                        | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-11-27
            -                       | weekdays                                     | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-11-27
            -                       | every weekday                                | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-11-27
            -                       | daily                                        | FREQ=DAILY                      | 2026-11-27
            -                       | every working day                            | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-11-27
            -                       | every alternate Thursday                     | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-12-03
            Tuesday                 | biweekly; next meeting on Dec 8, 2026        | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU | 2026-12-08
            -                       | monthly on the last day                      | FREQ=MONTHLY;BYMONTHDAY=-1      | 2026-11-30
            Thursday                | biweekly                                     | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-12-03
            Thursday                | bi-weekly                                    | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-12-03
            Thursday                | Bi Weekly                                    | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-12-03
            Thursday                | fortnightly                                  | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-12-03
            -                       | every other Thursday                         | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-12-03
            -                       | alternate Thursdays                          | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-12-03
            Thursday                | every second week                            | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-12-03
            Thursday                | once every two weeks                         | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-12-03
            Wednesday               | every four weeks                             | FREQ=WEEKLY;INTERVAL=4;BYDAY=WE | 2026-12-02
            Wednesday               | every 3 weeks                                | FREQ=WEEKLY;INTERVAL=3;BYDAY=WE | 2026-12-02
            Tuesday                 | biweekly starting Tuesday Feb 11, 2025       | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU | 2025-02-11
            Tuesday                 | bi-weekly starting on the 13th of August 2019 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU | 2019-08-13
            -                       | biweekly starting 2027-02-11                 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2027-02-11
            -                       | biweekly (starts 11.02.2027)                 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2027-02-11
            -                       | biweekly from 2/25/2027                      | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2027-02-25
            Thursdays (starting February 15th 2024) | weekly                       | FREQ=WEEKLY;BYDAY=TH            | 2024-02-15
            Tuesday (starting September 10th 2024) | bi-weekly                     | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU | 2024-09-10
            Tuesday                 | weekly until 31 March 2027                   | FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331 | 2026-12-01
            Wednesday               | First Wednesday of the month                 | FREQ=MONTHLY;BYDAY=1WE          | 2026-12-02
            Monday                  | first Monday of the month                    | FREQ=MONTHLY;BYDAY=1MO          | 2026-12-07
            Monday                  | monthly, first Monday                        | FREQ=MONTHLY;BYDAY=1MO          | 2026-12-07
            2nd Monday              | monthly                                      | FREQ=MONTHLY;BYDAY=2MO          | 2026-12-14
            -                       | every first Monday                           | FREQ=MONTHLY;BYDAY=1MO          | 2026-12-07
            -                       | every second Tuesday of the month            | FREQ=MONTHLY;BYDAY=2TU          | 2026-12-08
            -                       | 1st and 3rd Tuesday of the month             | FREQ=MONTHLY;BYDAY=1TU,3TU      | 2026-12-01
            -                       | 1st, 3rd and 5th Tuesdays                    | FREQ=MONTHLY;BYDAY=1TU,3TU,5TU  | 2026-12-01
            Tuesday                 | twice a month: 2nd & 4th Tuesday             | FREQ=MONTHLY;BYDAY=2TU,4TU      | 2026-12-08
            -                       | last Friday of the month                     | FREQ=MONTHLY;BYDAY=-1FR         | 2026-11-27
            Tuesday                 | quarterly, first Tuesday                     | FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU | 2026-12-01
            -                       | first Tuesday of every quarter               | FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=1TU | 2027-01-05
            -                       | every month on the 15th                      | FREQ=MONTHLY;BYMONTHDAY=15      | 2026-12-15
            -                       | monthly on the 1st and 15th                  | FREQ=MONTHLY;BYMONTHDAY=1,15    | 2026-12-01
            -                       | on the first of each month                   | FREQ=MONTHLY;BYMONTHDAY=1       | 2026-12-01
            -                       | last day of the month                        | FREQ=MONTHLY;BYMONTHDAY=-1      | 2026-11-30
            -                       | last working day of the month                | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-11-30
            Wednesday               | monthly - Wednesday, after the fourth Tuesday, every month | FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=23,24,25,26,27,28,29 | 2026-12-23
            -                       | Monday before the second Tuesday             | FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=7,8,9,10,11,12,13 | 2026-12-07
            -                       | Tuesday before the third Tuesday             | FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=8,9,10,11,12,13,14 | 2026-12-08
            Tuesday                 | RRULE:FREQ=MONTHLY;BYDAY=1TU                 | FREQ=MONTHLY;BYDAY=1TU          | 2026-12-01
            Tuesday                 | freq=weekly                                  | FREQ=WEEKLY;BYDAY=TU            | 2026-12-01
            -                       | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15          | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15 | 2027-03-15
            """)
    void understands(String day, String frequency, String rule, LocalDate first) {
        Cadence cadence = understood(day, frequency).cadence();

        assertThat(cadence.rule()).isEqualTo(rule);
        assertThat(cadence.first()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            Thursday                | monthly                     | does not say which Thursday it is
            -                       | monthly                     | does not say which day it is
            Thursday                | every two months            | does not say which Thursday it is
            Thursday                | quarterly                   | does not say which Thursday it is
            Thursday                | -                           | does not say how often
            -                       | -                           | does not say how often
            -                       | weekly                      | does not say on which day of the week
            -                       | biweekly                    | does not say on which day of the week
            Tuesday                 | twice a month               | 'twice a month' does not say when
            Tuesday                 | semi-monthly                | does not say when
            Tuesday                 | twice a week                | Name each of the days
            Tuesday                 | bimonthly                   | 'every two months', or
            Tuesday and Thursday    | biweekly                    | may be twice a week or every two weeks
            -                       | every second Tuesday        | Write 'every 2 weeks' or 'second Tuesday of the month'
            Tuesday                 | once per sprint             | whose sprints
            Tuesday                 | every sprint                | whose sprints
            Tuesday                 | ad hoc                      | 'ad hoc' is no rhythm
            -                       | Ad-hoc                      | 'Ad-hoc' is no rhythm
            -                       | on demand                   | 'on demand' is no rhythm
            TBD                     | weekly                      | 'TBD' is no rhythm
            Tuesday                 | biweekly, as needed         | 'as needed' is no rhythm
            Tuesday                 | weekly (currently on hold)  | Nothing to do until they meet again
            Tuesday                 | N/A                         | is no rhythm
            Tuesday                 | whenever Ann has time       | 'whenever Ann has time' does not say how often
            Tuesday                 | biweekly, alternating between two times | is not understood
            Tuesday                 | twice a year                | FREQ=YEARLY
            -                       | last day of the quarter     | is not understood
            -                       | last working day of the quarter | is not understood
            Tuesday                 | usually weekly              | 'usually weekly' is not understood
            Tuesday                 | weekly or biweekly          | is not understood
            Tuesday                 | every 3-4 weeks             | is not understood
            Tuesday or Thursday     | weekly                      | is not understood
            Tuesday                 | weekly, except the first week of the month | is not understood
            Tuesday                 | weekly, then monthly        | 'then monthly' is not understood
            Tuesday                 | weekly and monthly          | both 'weekly' and 'monthly'
            Thursday                | first Monday of the month   | both Thursday and Monday
            Tuesday                 | biweekly, first Tuesday     | both 'biweekly' and days of the month
            Tuesday                 | monthly on the 15th         | in two ways
            Tuesday                 | daily                       | both 'daily' and Tuesday
            Tuesday                 | biweekly starting Feb 12, 2025 | is no Tuesday
            Tuesday                 | biweekly starting Tuesday Feb 12, 2025 | it is a Wednesday
            Tuesday                 | biweekly starting Feb 30, 2025 | no day of the calendar
            Tuesday                 | biweekly starting March 3   | has no year
            Tuesday                 | biweekly starting 02/03/2026 | Write the day as 2026-02-03
            Tuesday                 | biweekly starting next week | stands no day
            Tuesday                 | weekly until 1 Jan 2026     | names no day
            Tuesday                 | weekly, alternating with the other team | does not say that it is every two weeks
            -                       | yearly                      | which day of the year
            Wednesday               | monthly, after the fifth Tuesday | can be in another month
            Monday                  | monthly, before the first Tuesday | can be in another month
            -                       | monthly, after the first Tuesday  | which day after that
            Tuesday                 | FREQ=MONTHLY                | Add the day to the rule
            Tuesday                 | FREQ=WEEKLY;BYDAY=TH        | The rule does not name Tuesday
            Monday                  | FREQ=MONTHLY;BYDAY=1TU      | The rule does not name Monday
            Tuesday                 | FREQ=HOURLY;BYDAY=TU        | cannot be in it
            """)
    void saysWhyItDoesNotUnderstand(String day, String frequency, String why) {
        Reading reading = reader.read(meeting(day, frequency));

        assertThat(reading).isInstanceOf(Reading.NotUnderstood.class);
        Problem said = ((Reading.NotUnderstood) reading).why();
        assertThat(said.what() + " " + said.todo()).contains(why);
        assertThat(said.todo()).isNotBlank();
    }

    @Test
    void saysFromWhenItCountsIfNobodyDid() {
        assertThat(said(understood("Thursday", "biweekly")))
                .containsExactly(
                        "'biweekly' does not say from when. It is counted from Thu 3 Dec 2026; if that is wrong,"
                                + " write 'biweekly starting' with the first day.");
        assertThat(said(understood("Thursday", "biweekly starting Thursday June 7, 2018")))
                .isEmpty();
        assertThat(said(understood("Thursday", "weekly"))).isEmpty();
        assertThat(said(understood("-", "first Tuesday of the quarter"))).isEmpty();
        assertThat(said(understood("Tuesday", "FREQ=WEEKLY;INTERVAL=2"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            weekly, you must be signed into a free zoom account to join      | 'you must be signed into a free zoom account to join' does not say when.
            weekly ([upcoming meeting dates](#upcoming-meeting-dates))       | 'upcoming meeting dates' does not say when.
            weekly https://example.org/weekly                                | 'https://example.org/weekly' does not say when.
            weekly, except in August                                         | 'except in August' cannot be said in a rule. It is left out; cancel those dates here.
            every month on the 31st                                          | Not every month has a day 31.
            """)
    void saysWhatItLeftOut(String frequency, String note) {
        String day = frequency.startsWith("weekly") ? "Tuesday" : "-";

        assertThat(said(understood(day, frequency))).singleElement().asString().startsWith(note);
    }

    @Test
    void whatAlternatesIsPutIntoTheWeeksBetween() {
        Reading.Understood other = understood("Friday", "biweekly");
        Reading.Understood found = understood("Friday", "biweekly - alternating with regular meeting");
        assertThat(found.alternatesWith()).isEqualTo("regular meeting");
        assertThat(said(found)).singleElement().asString().contains("which is not known here");

        Reading.Understood between = found.between("Regular SIG Meeting", other.cadence());

        assertThat(between.cadence().first()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(said(between)).singleElement().asString().contains("counted from Fri 4 Dec 2026");
        Reading.Understood monday = understood("Monday", "every two weeks, alternating with x");
        assertThat(monday.between("x", other.cadence()).cadence().first())
                .as("it is in the other week already")
                .isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            9:00            | 09:00 | 60
            09:00           | 09:00 | 60
            4PM             | 16:00 | 60
            at 4 p.m.       | 16:00 | 60
            12pm            | 12:00 | 60
            12:15 AM        | 00:15 | 60
            18.30           | 18:30 | 60
            18h30           | 18:30 | 60
            noon            | 12:00 | 60
            9 Uhr           | 09:00 | 60
            14:00 - 15:30   | 14:00 | 90
            11PM to 00:30   | 23:00 | 90
            """)
    void readsTimes(String written, LocalTime at, int minutes) {
        Cadence cadence = cadence(new MeetingTimes("Tuesday", written, "UTC", "weekly"));

        assertThat(cadence.at()).isEqualTo(at);
        assertThat(cadence.minutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            9               | morning or in the evening
            25:00           | no time of day
            13PM            | no time of day
            9:75            | no time of day
            morning         | no time of day
            ""              | has no time
            9:00 and 10:00  | behind the time
            9:00 - 9:01     | 5 to 480 minutes
            """)
    void saysWhyItIsNoTime(String written, String why) {
        Reading reading = reader.read(new MeetingTimes("Tuesday", written, "UTC", "weekly"));

        assertThat(((Reading.NotUnderstood) reading).why().what()).contains(why);
    }

    @Test
    void readsTheZoneBehindTheTime() {
        assertThat(cadence(new MeetingTimes("Tuesday", "9:00 AM PT", "", "weekly"))
                        .zone())
                .isEqualTo(ZoneId.of("America/Los_Angeles"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            UTC                             | UTC                 | -
            Europe/Berlin                   | Europe/Berlin       | -
            america/los_angeles             | America/Los_Angeles | -
            PT (Pacific Time)               | America/Los_Angeles | with its summer time
            Eastern Time (ET)               | America/New_York    | with its summer time
            EST (Eastern Time)              | America/New_York    | with its summer time
            US/Eastern                      | US/Eastern          | -
            CET (Central European Time)     | Europe/Berlin       | with its summer time
            CET/CEST                        | Europe/Berlin       | with its summer time
            Poland                          | Europe/Warsaw       | with its summer time
            Berlin time                     | Europe/Berlin       | with its summer time
            New York                        | America/New_York    | with its summer time
            JST (Japan Standard Time)       | Asia/Tokyo          | 'JST (Japan Standard Time)' is taken as Asia/Tokyo.
            IST (India Standard Time)       | Asia/Kolkata        | Asia/Kolkata.
            CST (China Standard Time)       | Asia/Shanghai       | Asia/Shanghai.
            BST (British Summer Time)       | Europe/London       | with its summer time
            GMT                             | UTC                 | write Europe/London
            UTC+2                           | Etc/GMT-2           | all year
            GMT -05:00                      | Etc/GMT+5           | all year
            """)
    void readsZonesAndSaysWhatItTook(String written, String zone, String note) {
        Reading.Understood found =
                (Reading.Understood) reader.read(new MeetingTimes("Tuesday", "9:00", written, "weekly"));

        assertThat(found.cadence().zone()).isEqualTo(ZoneId.of(zone));
        if (note.equals("-")) {
            assertThat(found.zone()).isNull();
        } else {
            assertThat(String.valueOf(found.zone())).contains(note);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""           | has no time zone
            IST          | Asia/Kolkata, Europe/Dublin or Asia/Jerusalem
            CST          | America/Chicago or Asia/Shanghai
            Narnia       | no time zone known here
            local time   | no time zone known here
            PT / ET      | names two time zones
            UTC+5:30     | no time zone known here
            UTC+15       | no time zone
            """)
    void saysWhyItIsNoZone(String written, String why) {
        Reading reading = reader.read(new MeetingTimes("Tuesday", "9:00", written, "weekly"));

        assertThat(((Reading.NotUnderstood) reading).why().what()).contains(why);
    }

    @Test
    void hasAnAnswerToWhateverIsWritten() {
        List<String> words = List.of(
                ("every each other first second last 3rd 15th 31st two 3 times twice once a week weeks month quarter day"
                                + " days weekly bi semi monthly daily Tuesday Tuesdays Mon Fri weekdays working of the in on"
                                + " and or after before starting from until Feb 11 2027 , ( ) - / . : & per alternating with"
                                + " except 2027-02-30 99.99.2027 1/2/2027 https://x FREQ=WEEKLY RRULE: note İ 日")
                        .split(" ", -1));
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(7); n >= 0; n--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(5) == 0 ? "" : " ");
            }
            assertThat(reader.read(meeting(random.nextBoolean() ? "Tuesday" : "", text.toString())))
                    .as(text.toString())
                    .isNotNull();
        }
    }

    @Test
    void doesNotReadNovels() {
        Reading reading = reader.read(meeting("Tuesday", "weekly, ".repeat(100)));

        assertThat(((Reading.NotUnderstood) reading).why().what()).contains("800 characters");
    }

    @Test
    void understandsWhatARealOrganizationWroteOrSaysWhyNot() throws IOException {
        Path file = realFile("shared/data/kubernetes/meetings.csv");
        assumeTrue(Files.exists(file), "the real data is not here");
        Map<String, String> refused = new TreeMap<>();
        int understood = 0;
        for (List<String> cells : cells(file)) {
            Reading reading = reader.read(new MeetingTimes(cells.get(2), cells.get(3), cells.get(4), cells.get(5)));
            if (reading instanceof Reading.NotUnderstood not) {
                refused.put(cells.get(0) + ": " + cells.get(1), not.why().what());
            } else {
                understood++;
            }
        }
        assertThat(refused)
                .containsExactlyEntriesOf(Map.of(
                        "sig-network: SIG Network Ingress NGINX Meeting",
                        "'monthly' does not say which Thursday it is."));
        assertThat(understood).isEqualTo(69);
    }

    private static List<List<String>> cells(Path file) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        ImportProperties bounds =
                new ImportProperties(DataSize.ofMegabytes(1), 1000, 10, 1000, 1000, Duration.ofSeconds(1));
        try (InputStream in = Files.newInputStream(file)) {
            CsvRows rows = new CsvRows(in, bounds);
            for (Row row = rows.next(); row != null; row = rows.next()) {
                List<String> line = new ArrayList<>();
                row.content().forEach(cell -> line.add(cell.asString("")));
                lines.add(line);
            }
        }
        return lines;
    }

    private Reading.Understood understood(String day, String frequency) {
        Reading reading = reader.read(meeting(day, frequency));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return (Reading.Understood) reading;
    }

    private Cadence cadence(MeetingTimes times) {
        Reading reading = reader.read(times);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).cadence();
    }

    private static MeetingTimes meeting(@Nullable String day, @Nullable String frequency) {
        return new MeetingTimes(
                day == null || day.equals("-") ? "" : day, "9:00", "UTC", frequency == null ? "" : frequency);
    }

    private static List<String> said(Reading.Understood found) {
        return found.problems().stream()
                .map(one -> one.what() + " " + one.todo())
                .toList();
    }

    /** A file that may lie beside the repository, or some folders above it. */
    private static Path realFile(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve(name))) {
            folder = folder.getParent();
        }
        return folder.resolve(name);
    }
}
