package io.guildhall.feed.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.feed.live.LiveProperties.Readers;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.replica.IncomingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticesTests {

    private final Notices notices =
            new Notices(new LiveProperties(List.of(), 10, 100, 100, Duration.ofSeconds(15), Duration.ofSeconds(30)));

    @Test
    void continuesWhereAReaderStopped() {
        add(4);
        Position seen = notices.end();
        add(3);

        assertThat(notices.behind(seen)).isEqualTo(3);
        Notices.Continuation first = notices.after(seen, 2).orElseThrow();
        assertThat(first.notices()).extracting(Notice::sequence).containsExactly(1L, 2L);
        Notices.Continuation rest = notices.after(first.until(), 2).orElseThrow();
        assertThat(rest.notices()).extracting(Notice::sequence).containsExactly(3L);
        assertThat(rest.until()).isEqualTo(notices.end());
    }

    @Test
    void keepsTheLastOnesOnly() {
        Position start = notices.end();
        add(10);
        assertThat(notices.after(start, 100))
                .hasValueSatisfying(all -> assertThat(all.notices()).hasSize(10));

        add(1);
        assertThat(notices.after(start, 100)).isEmpty();
    }

    @Test
    void doesNotKnowThePlacesOfAnotherInstanceOrOfTheFuture() {
        add(2);
        Position end = notices.end();

        assertThat(notices.after(new Position("00000000", 1), 10)).isEmpty();
        assertThat(notices.after(new Position(end.log(), 3), 10)).isEmpty();
        assertThat(Position.parse("anything")).isEmpty();
        assertThat(Position.parse(end.toString())).contains(end);
    }

    @Test
    void startingAnewTellsEverybodyThatSomethingWasMissed() {
        add(2);
        Position before = notices.end();
        AtomicInteger woken = new AtomicInteger();
        notices.whenAdded(woken::incrementAndGet);

        notices.startAnew();

        assertThat(woken).hasValue(1);
        assertThat(notices.after(before, 10)).isEmpty();
    }

    @Test
    void tellsNothingOfWhoOfThePeopleHasChanged() {
        Notice notice = Notice.of(
                event("{\"name\":\"Sam\"}"), new LiveProperties.Topic("team.people", Readers.EVERYBODY_BUT_NOT_WHO));

        assertThat(notice.toString()).doesNotContain("Sam").doesNotContain("subject-1");
        assertThat(notice.visibility()).isEqualTo(Visibility.ORGANIZATION);
    }

    @Test
    void withoutAVisibilityNobodyIsTold() {
        LiveProperties.Topic strict = new LiveProperties.Topic("team.impediments", Readers.BY_STATE);
        LiveProperties.Topic open = new LiveProperties.Topic("team.units", Readers.BY_STATE_ELSE_EVERYBODY);

        assertThat(Notice.of(event("{}"), strict).visibility()).isEqualTo(Visibility.UNKNOWN);
        assertThat(Notice.of(event("{}"), open).visibility()).isEqualTo(Visibility.ORGANIZATION);
        assertThat(Notice.of(event("{\"visibility\":\"LATER\"}"), open).visibility())
                .isEqualTo(Visibility.UNKNOWN);
    }

    private void add(int number) {
        notices.add(IntStream.rangeClosed(1, number)
                .mapToObj(i ->
                        new Notice("t", "s", i, "team.units", Instant.EPOCH, Visibility.ORGANIZATION, List.of(), null))
                .toList());
    }

    private static IncomingEvent event(String state) {
        return new IncomingEvent(
                "topic",
                "subject-1@1",
                "t.v1",
                "subject-1",
                1,
                0,
                null,
                null,
                StateMapper.json().readTree(state),
                StateMapper.json().createObjectNode(),
                "somebody",
                Instant.EPOCH);
    }
}
