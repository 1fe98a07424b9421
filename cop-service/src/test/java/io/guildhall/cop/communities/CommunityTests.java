package io.guildhall.cop.communities;

import static io.guildhall.cop.communities.CommunityExamples.AMARA;
import static io.guildhall.cop.communities.CommunityExamples.NOW;
import static io.guildhall.cop.communities.CommunityExamples.PRIYA;
import static io.guildhall.cop.communities.CommunityExamples.TODAY;
import static io.guildhall.cop.communities.CommunityExamples.aCommunity;
import static io.guildhall.cop.communities.CommunityExamples.draft;
import static io.guildhall.cop.communities.CommunityExamples.everyTwoWeeks;
import static io.guildhall.cop.communities.CommunityExamples.question;
import static io.guildhall.cop.communities.CommunityExamples.thatMeets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.cop.schedule.Cadence;
import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.Moment;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 26);

    @Test
    void isLedByWhoeverFoundsIt() {
        assertThat(aCommunity().lead()).isEqualTo(PRIYA);
        assertThat(aCommunity().isLedBy("person-priya")).isTrue();
        assertThat(aCommunity().isLedBy("person-amara")).isFalse();
    }

    @Test
    void revisingWithTheSameChangesNothing() {
        assertThat(aCommunity().revise(draft()).events()).isEmpty();
    }

    @Test
    void refusesToShowToOthersWhatPeopleWroteForTheirOwn() {
        CommunityDraft closed = new CommunityDraft("A", null, List.of(), List.of(), Visibility.TEAM);

        refuses(() -> aCommunity().revise(closed), "visibility-fixed");
    }

    @Test
    void whoHandsItOverStaysAsCoLead() {
        Community handed = aCommunity().handOver(AMARA, TODAY.plusDays(7)).state();

        assertThat(handed.lead()).isEqualTo(AMARA);
        assertThat(handed.coLeads()).containsExactly(PRIYA);
        assertThat(handed.assignments()).hasSize(3);
    }

    @Test
    void aCoLeadWhoTakesOverIsNoCoLeadAnyMore() {
        Community handed = aCommunity()
                .addCoLead(AMARA, TODAY)
                .then(community -> community.handOver(AMARA, TODAY))
                .state();

        assertThat(handed.coLeads()).containsExactly(PRIYA);
    }

    @Test
    void handingItToTheLeadChangesNothing() {
        assertThat(aCommunity().handOver(PRIYA, TODAY).events()).isEmpty();
    }

    @Test
    void aCoLeadStepsBack() {
        Community alone = aCommunity()
                .addCoLead(AMARA, TODAY)
                .then(community -> community.stepBack(AMARA, TODAY))
                .state();

        assertThat(alone.coLeads()).isEmpty();
    }

    @Test
    void refusesThatItsOnlyLeadGoes() {
        refuses(() -> aCommunity().stepBack(PRIYA, TODAY), "lead-needed");
    }

    @Test
    void hasAtMostTenCoLeads() {
        Community community = aCommunity();
        for (int i = 0; i < 10; i++) {
            community = community.addCoLead(new PersonId("person-" + i), TODAY).state();
        }
        Community full = community;
        refuses(() -> full.addCoLead(AMARA, TODAY), "co-leads-too-many");
        assertThat(full.addCoLead(new PersonId("person-3"), TODAY).events()).isEmpty();
    }

    @Test
    void forgetsWhoLedItLongAgo() {
        Community community = aCommunity();
        for (int i = 0; i < 120; i++) {
            community = community
                    .handOver(i % 2 == 0 ? AMARA : PRIYA, TODAY.plusDays(i))
                    .state();
        }
        assertThat(community.assignments()).hasSize(52);
        assertThat(community.lead()).isEqualTo(PRIYA);
    }

    @Test
    void meetsInItsRhythm() {
        assertThat(thatMeets().schedule().between(TODAY, TODAY.plusDays(30)))
                .extracting(slot -> slot.on().toString())
                .containsExactly("2026-11-26", "2026-12-10", "2026-12-24");
        assertThat(thatMeets().meet(everyTwoWeeks(), TODAY).events()).isEmpty();
    }

    @Test
    void tellsOfARhythmThatBeganBeforeItWasWrittenDown() {
        Cadence since = new Cadence(
                "FREQ=WEEKLY;BYDAY=TH", LocalDate.of(2024, 2, 15), LocalTime.of(16, 0), ZoneId.of("UTC"), 60);

        assertThat(aCommunity().meet(since, TODAY).state().schedule().present()).isEqualTo(since);
    }

    @Test
    void refusesToChangeTheRhythmOfThePast() {
        Cadence weekly =
                new Cadence("FREQ=WEEKLY;BYDAY=MO", LocalDate.of(2026, 11, 23), LocalTime.NOON, ZoneId.of("UTC"), 30);

        refuses(() -> thatMeets().meet(weekly, TODAY), "cadence-in-the-past");
    }

    @Test
    void movesAGathering() {
        var moved = thatMeets().moveGathering(FIRST, FIRST.plusDays(1).atTime(9, 0), "Holiday", NOW);

        assertThat(moved.events())
                .containsExactly(new GatheringMoved(
                        FIRST, FIRST.plusDays(1).atTime(9, 0), ZoneId.of("Europe/Berlin"), "Holiday"));
        assertThat(moved.state()
                        .moveGathering(FIRST, FIRST.plusDays(1).atTime(9, 0), "Holiday", NOW)
                        .events())
                .isEmpty();
    }

    @Test
    void movesAGatheringToNoTimeThatIsOver() {
        Instant begun = FIRST.atTime(23, 0).toInstant(ZoneOffset.UTC);
        refuses(() -> thatMeets().moveGathering(FIRST, FIRST.atTime(8, 0), null, begun), "moved-into-the-past");
        refuses(
                () -> thatMeets().moveGathering(FIRST.plusDays(14), FIRST.atTime(8, 0), null, begun),
                "moved-into-the-past");
    }

    @Test
    void cancelsAGatheringAndRestoresIt() {
        var cancelled = thatMeets().cancelGathering(FIRST, "Release week");

        assertThat(cancelled.events()).containsExactly(new GatheringCancelled(FIRST, "Release week"));
        assertThat(cancelled.state().restoreGathering(FIRST).state()).isEqualTo(thatMeets());
        assertThat(thatMeets().restoreGathering(FIRST).events()).isEmpty();
    }

    @Test
    void refusesAGatheringThatTheRhythmDoesNotName() {
        refuses(() -> thatMeets().cancelGathering(FIRST.plusDays(1), null), "no-gathering-on-that-day");
        refuses(() -> aCommunity().cancelGathering(FIRST, null), "no-gathering-on-that-day");
    }

    @Test
    void endsAndMeetsNoMore() {
        Community archived =
                thatMeets().archive("Everybody knows it now", TODAY).state();

        assertThat(archived.archived()).isTrue();
        assertThat(archived.schedule().between(TODAY.plusDays(1), TODAY.plusDays(60)))
                .isEmpty();
        assertThat(archived.archive(null, TODAY).events()).isEmpty();
        refuses(() -> archived.revise(CommunityDraft.of("Other")), "community-archived");
        refuses(() -> archived.meet(everyTwoWeeks(), TODAY), "community-archived");
        assertThat(archived.reopen().state().archived()).isFalse();
    }

    @Test
    void hasQuestionsOfItsOwn() {
        Community asking = aCommunity().addQuestion(question("1")).state();

        assertThat(asking.questions()).containsExactly(question("1"));
        assertThat(asking.addQuestion(new CoachingQuestion(
                                "2", question("1").moment(), question("1").text()))
                        .events())
                .as("the same again")
                .isEmpty();
        assertThat(asking.removeQuestion("1").events()).containsExactly(new CommunityQuestionRemoved(question("1")));
        assertThat(asking.removeQuestion("1").state()).isEqualTo(aCommunity());
        assertThat(asking.removeQuestion("2").events()).isEmpty();
    }

    @Test
    void keepsItsQuestionsWhateverElseChanges() {
        Community asking = thatMeets().addQuestion(question("1")).state();

        assertThat(asking.revise(CommunityDraft.of("Other")).state().questions())
                .hasSize(1);
        assertThat(asking.handOver(AMARA, TODAY).state().questions()).hasSize(1);
        assertThat(asking.stopMeeting(FIRST).state().questions()).hasSize(1);
    }

    @Test
    void refusesQuestionsWithoutEndAndAtNoMoment() {
        Community full = IntStream.range(0, 30)
                .mapToObj(each -> question("" + each))
                .reduce(aCommunity(), (asking, one) -> asking.addQuestion(one).state(), (one, other) -> other);

        refuses(() -> full.addQuestion(question("31")), "questions-too-many");
        refuses(() -> aCommunity().addQuestion(new CoachingQuestion("1", Moment.UNKNOWN, "When?")), "moment-unknown");
        Community archived = aCommunity().archive(null, TODAY).state();
        refuses(() -> archived.addQuestion(question("1")), "community-archived");
        refuses(() -> archived.removeQuestion("1"), "community-archived");
    }

    @Test
    void isOpenToTheOrganizationOrToItsMembers() {
        refuses(() -> new CommunityDraft("A", null, List.of(), List.of(), Visibility.AREA), "visibility");
        refuses(() -> CommunityDraft.of("  "), "name-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "chat.example", "data:text/html,x", "ht tp://x", "//x", "ftp://x"})
    void refusesALinkThatLeadsNowhereSafe(String address) {
        refuses(() -> new Link("Chat", address), "link-malformed");
    }

    @Test
    void somebodyJoinsLeavesAndJoinsAgain() {
        Membership member = Membership.begin(new CommunityId("c"), AMARA, TODAY).state();
        Membership left = member.leave(TODAY.plusDays(3)).state();

        assertThat(member.joinAgain(TODAY).events()).isEmpty();
        assertThat(left.lasts()).isFalse();
        assertThat(left.leave(TODAY).events()).isEmpty();
        assertThat(left.joinAgain(TODAY.plusDays(9)).state().from()).isEqualTo(TODAY.plusDays(9));
    }

    private static void refuses(ThrowingCallable deed, String type) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).extracting("type").isEqualTo(type);
    }
}
