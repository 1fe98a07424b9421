package io.guildhall.cop.findings;

import static io.guildhall.cop.findings.FindingExamples.TODAY;
import static io.guildhall.cop.findings.FindingExamples.waived;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.cop.communities.Audience;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.communities.CommunityDraft;
import io.guildhall.cop.gatherings.Gathering;
import io.guildhall.cop.gatherings.GatheringId;
import io.guildhall.cop.gatherings.GatheringState;
import io.guildhall.cop.gatherings.Meeting;
import io.guildhall.cop.pages.PageExamples;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.schedule.Cadence;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FindingsTests {

    private static final CommunityRules RULES = new CommunityRules(Set.of(), 14, 7);
    private static final CommunityId ID = new CommunityId("community-1");

    @Test
    void aCommunityMeetsEveryTwoWeeksAndScrumMastersEveryWeek() {
        String everyTwoWeeks = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU";
        assertThat(of(meeting(everyTwoWeeks, Audience.DEVELOPER))).isEmpty();
        assertThat(of(meeting(everyTwoWeeks, Audience.SCRUM_MASTER, Audience.DEVELOPER)))
                .isEmpty();
        assertThat(texts(of(meeting(everyTwoWeeks, Audience.SCRUM_MASTER, Audience.CO_SCRUM_MASTER))))
                .containsExactly("Craft meets less often than every 7 days.");
        assertThat(of(meeting("FREQ=WEEKLY;BYDAY=TU", Audience.SCRUM_MASTER))).isEmpty();
        assertThat(texts(of(meeting("FREQ=MONTHLY;BYDAY=4TU"))))
                .containsExactly("Craft meets less often than every 14 days.");
        assertThat(texts(of(community()))).containsExactly("Craft does not meet regularly.");
    }

    @Test
    void aDateThatIsCancelledOrMovedChangesNoRhythm() {
        Community meets = meeting("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
        Community cancelled =
                meets.cancelGathering(TODAY.plusDays(14), "Holidays").state();
        assertThat(of(cancelled)).isEmpty();
    }

    @Test
    void aMissedGatheringAndAPagePastItsDayAreFindingsOfTheirOwn() {
        Community meets = meeting("FREQ=WEEKLY;BYDAY=TU");
        LocalDate later = LocalDate.of(2027, 6, 1);
        List<Finding> found = Findings.of(
                ID,
                meets,
                List.of(meeting(meets, GatheringState.MISSED), meeting(meets, GatheringState.HELD)),
                List.of(page()),
                RULES,
                later);
        assertThat(found)
                .extracting(Finding::path)
                .containsExactly("/communities/community-1/gatherings/2026-11-24", "/pages/page-1");
        assertThat(found)
                .extracting(Finding::text)
                .containsExactly(
                        "Nobody has noted that the gathering on 24 Nov 2026 took place.",
                        "“Handing over facilitation” was to be looked at again by 23 May 2027.");
    }

    @Test
    void isTheSameFindingWithinItsPeriodAndAnotherOneAfterwards() {
        Community none = community();
        String november = of(none, TODAY).get(0).id();
        assertThat(of(none, TODAY.plusDays(20)).get(0).id()).isEqualTo(november);
        assertThat(of(none, TODAY.plusDays(60)).get(0).id()).isNotEqualTo(november);
    }

    @Test
    void nothingIsFoundWhereTheRuleIsOffOrTheCommunityHasEnded() {
        CommunityRules off = new CommunityRules(Set.of("community-meets"), 14, 7);
        assertThat(Findings.of(ID, community(), List.of(), List.of(page()), off, TODAY))
                .isEmpty();
        assertThat(of(community().archive("Done", TODAY).state())).isEmpty();
        assertThatThrownBy(() -> new CommunityRules(Set.of("no-such-rule"), 14, 7))
                .hasMessageContaining("community-meets");
        assertThatThrownBy(() -> new CommunityRules(Set.of(), 0, 7)).hasMessageContaining("1 to 366");
    }

    @Test
    void aWaiverHasAReasonAndHoldsUntilItsLastDay() {
        refuses(() -> waived(" ", null), "reason-missing");
        refuses(() -> waived("Holidays", TODAY.minusDays(1)), "until-in-the-past");
        Waiver week = waived("Holidays", TODAY.plusDays(7)).state();
        assertThat(week.holdsOn(TODAY.plusDays(7))).isTrue();
        assertThat(week.holdsOn(TODAY.plusDays(8))).isFalse();
        assertThat(waived("Always", null).state().holdsOn(TODAY.plusYears(1))).isTrue();
    }

    private static Community community(Audience... audience) {
        CommunityDraft draft = new CommunityDraft("Craft", null, List.of(audience), List.of(), Visibility.ORGANIZATION);
        return Community.found(ID.value(), draft, new PersonId("priya"), TODAY).state();
    }

    private static Community meeting(String rule, Audience... audience) {
        Cadence cadence = new Cadence(rule, TODAY, LocalTime.NOON, ZoneOffset.UTC, 60);
        return community(audience).meet(cadence, TODAY).state();
    }

    private static Meeting meeting(Community community, GatheringState state) {
        GatheringId id = new GatheringId(ID, TODAY);
        Gathering blank = Gathering.blank(id, community.name(), community.visibility());
        return new Meeting(
                id,
                community.schedule().slot(TODAY).orElseThrow(),
                new Stored<>("cop.gatherings", id.value(), 0, 0, blank),
                state);
    }

    private static Stored<PlaybookPage> page() {
        return new Stored<>("cop.pages", "page-1", 1, 1, PageExamples.published());
    }

    private static List<Finding> of(Community community) {
        return of(community, TODAY);
    }

    private static List<Finding> of(Community community, LocalDate day) {
        return Findings.of(ID, community, List.of(), List.of(page()), RULES, day);
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).toList();
    }

    private static void refuses(ThrowingCallable deed, String type) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).extracting("type").isEqualTo(type);
    }
}
