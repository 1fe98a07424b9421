package io.guildhall.cop.gatherings;

import static io.guildhall.cop.gatherings.GatheringExamples.AMARA;
import static io.guildhall.cop.gatherings.GatheringExamples.ID;
import static io.guildhall.cop.gatherings.GatheringExamples.blank;
import static io.guildhall.cop.gatherings.GatheringExamples.withAnAction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.cop.schedule.Slot;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatheringTests {

    @Test
    void anAgendaIsPreparedAndTheSameChangesNothing() {
        Gathering prepared = blank().prepare(List.of(" One ", "Two")).state();

        assertThat(prepared.agenda()).containsExactly("One", "Two");
        assertThat(prepared.prepare(List.of("One", "Two")).events()).isEmpty();
    }

    @Test
    void refusesAnEmptyTopicAndAnEndlessAgenda() {
        refuses(() -> blank().prepare(List.of("One", " ")), "topic-missing");
        refuses(() -> blank().prepare(Collections.nCopies(51, "Again")), "topics-too-many");
    }

    @Test
    void topicsThatLeadSomewhereAreTakenOnceAndLeadThereAsLongAsTheyStand() {
        TopicLink idea = new TopicLink("Idea: Silence", "/ideas/1");
        Gathering taken =
                blank().prepare(List.of("One")).state().take(List.of(idea)).state();

        assertThat(taken.agenda()).containsExactly("One", "Idea: Silence");
        assertThat(taken.links()).containsExactly(idea);
        assertThat(taken.take(List.of(idea)).events()).isEmpty();
        assertThat(taken.take(List.of(new TopicLink("In other words", "/ideas/1")))
                        .events())
                .isEmpty();
        assertThat(taken.prepare(List.of("Idea: Silence", "One")).state().links())
                .containsExactly(idea);
        assertThat(taken.prepare(List.of("One")).state().links()).isEmpty();
    }

    @Test
    void aMemberFacilitatesItOrNobodyIsNamed() {
        Gathering led = blank().facilitate(AMARA, true).state();

        assertThat(led.facilitator()).isEqualTo(AMARA);
        assertThat(led.prepare(List.of("One")).state().facilitator()).isEqualTo(AMARA);
        assertThat(led.like(blank()).facilitator()).isEqualTo(AMARA);
        assertThat(led.facilitate(null, false).events()).containsExactly(new GatheringFacilitatorNamed(null));
        assertThat(led.facilitate(AMARA, false).events())
                .as("who has left since")
                .isEmpty();
        refuses(() -> blank().facilitate(AMARA, false), "facilitator-no-member");
    }

    @Test
    void notesAreTakenAndTakenAway() {
        Gathering noted = blank().note("We talked.").state();

        assertThat(noted.note(" We talked. ").events()).isEmpty();
        assertThat(noted.note("").state().notes()).isNull();
        refuses(() -> blank().note("x".repeat(Gathering.NOTES + 1)), "notes-too-long");
    }

    @Test
    void whatWasAgreedIsDoneAndReopened() {
        Gathering done = withAnAction().finish("action-1", true).state();

        assertThat(withAnAction().openActions()).hasSize(1);
        assertThat(done.openActions()).isEmpty();
        assertThat(done.finish("action-1", true).events()).isEmpty();
        assertThat(done.finish("action-1", false).state()).isEqualTo(withAnAction());
    }

    @Test
    void anActionThatArrivesTwiceIsOne() {
        assertThat(withAnAction().act("action-1", "Try it in two teams", AMARA).events())
                .isEmpty();
    }

    @Test
    void refusesAnActionThatIsNone() {
        refuses(() -> blank().act("action-2", " ", null), "action-missing");
        refuses(() -> blank().finish("action-2", true), "not-found");
    }

    @Test
    void tookPlaceWithACountThatMayBeCorrected() {
        Gathering held = blank().hold(7, true).state();

        assertThat(held.hold(7, true).events()).isEmpty();
        assertThat(held.hold(8, true).state().attended()).isEqualTo(8);
        refuses(() -> blank().hold(0, true), "attended-out-of-bounds");
        refuses(() -> blank().hold(7, false), "not-begun");
    }

    @Test
    void isPlannedThenDueThenMissedUnlessSomebodySaysItTookPlace() {
        Slot slot = slot(false);

        assertThat(GatheringState.of(slot, null, at("2026-12-03T14:59:00Z"))).isEqualTo(GatheringState.PLANNED);
        assertThat(GatheringState.of(slot, null, at("2026-12-03T15:00:00Z"))).isEqualTo(GatheringState.DUE);
        assertThat(GatheringState.of(slot, null, at("2026-12-06T16:00:00Z"))).isEqualTo(GatheringState.DUE);
        assertThat(GatheringState.of(slot, null, at("2026-12-06T16:00:01Z"))).isEqualTo(GatheringState.MISSED);
        assertThat(GatheringState.of(slot, 7, at("2026-12-06T16:00:01Z"))).isEqualTo(GatheringState.HELD);
    }

    @Test
    void aCancelledGatheringIsNotMissed() {
        assertThat(GatheringState.of(slot(true), null, at("2027-01-01T00:00:00Z")))
                .isEqualTo(GatheringState.CANCELLED);
    }

    @Test
    void isKnownByItsCommunityAndDay() {
        assertThat(GatheringId.parse(ID.value())).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "_", "community-1", "_2026-12-03", "community-1_", "community-1_yesterday", "c_2026-02-30"})
    void refusesWhatIsNoGathering(String id) {
        refuses(() -> GatheringId.parse(id), "not-found");
    }

    private static Slot slot(boolean cancelled) {
        LocalDate day = LocalDate.of(2026, 12, 3);
        return new Slot(day, day.atTime(15, 0), 60, ZoneOffset.UTC, false, cancelled, null);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private static void refuses(ThrowingCallable deed, String type) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).extracting("type").isEqualTo(type);
    }
}
