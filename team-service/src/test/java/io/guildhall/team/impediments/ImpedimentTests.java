package io.guildhall.team.impediments;

import static io.guildhall.team.impediments.ImpedimentExamples.LEADER;
import static io.guildhall.team.impediments.ImpedimentExamples.MONDAY;
import static io.guildhall.team.impediments.ImpedimentExamples.SM;
import static io.guildhall.team.impediments.ImpedimentExamples.SOS;
import static io.guildhall.team.impediments.ImpedimentExamples.TEAM;
import static io.guildhall.team.impediments.ImpedimentExamples.evidence;
import static io.guildhall.team.impediments.ImpedimentExamples.noDetails;
import static io.guildhall.team.impediments.ImpedimentExamples.raised;
import static io.guildhall.team.impediments.ImpedimentExamples.withLeadership;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ImpedimentTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void isRaisedInOneSentenceAndHeldByItsTeam() {
        Change<Impediment> change =
                Impediment.raise("  No access to logs ", TEAM, SM, MONDAY, noDetails(), Visibility.ORGANIZATION);

        assertThat(change.events()).containsExactly(new ImpedimentRaised("No access to logs", TEAM));
        assertThat(change.state().holder()).isEqualTo(TEAM);
        assertThat(change.state().scope()).isEqualTo(ImpedimentScope.TEAM);
        assertThat(change.state().status()).isEqualTo(Impediment.State.OPEN);
    }

    @Test
    void refusesABlankOrEndlessTitle() {
        refused("text-missing", () -> Impediment.raise(" ", TEAM, SM, MONDAY, noDetails(), Visibility.ORGANIZATION));
        refused(
                "text-too-long",
                () -> Impediment.raise("x".repeat(201), TEAM, SM, MONDAY, noDetails(), Visibility.ORGANIZATION));
    }

    @Test
    void sayingMeTooTwiceRecordsOnce() {
        Impediment supported = raised().support("person-dev", "team-ledger").state();

        assertThat(supported.affectedTeams()).containsExactly(TEAM, "team-ledger");
        assertThat(supported.support("person-dev", "team-ledger").events()).isEmpty();
        assertThat(raised().support(SM, TEAM).events())
                .as("the raiser has it already")
                .isEmpty();
    }

    @Test
    void climbsFromTheTeamThroughTheScrumOfScrumsToLeadership() {
        Impediment atGroup = raised().escalate(Level.SCRUM_OF_SCRUMS, SOS, evidence(), SM, MONDAY)
                .state();
        Impediment atTop = atGroup.escalate(Level.EXECUTIVE_ACTION_TEAM, "product", evidence(), SM, MONDAY)
                .state();

        assertThat(atTop.level()).isEqualTo(Level.EXECUTIVE_ACTION_TEAM);
        assertThat(atTop.scopes()).containsExactly(TEAM, "product");
        assertThat(atTop.escalations()).hasSize(2);
    }

    @Test
    void refusesAnEscalationToLeadershipWithoutImpactOrProposal() {
        Evidence noProposal = new Evidence("Costly", false, null, List.of(), " ", null, List.of());
        Evidence noImpact = new Evidence(null, false, null, List.of(), "Change it", null, List.of());
        Evidence unknownImpact = new Evidence(null, true, null, List.of(), "Change it", null, List.of());

        refused("evidence-missing", () -> leadership(noProposal));
        refused("evidence-missing", () -> leadership(noImpact));
        assertThat(leadership(unknownImpact).events()).hasSize(1);
    }

    @Test
    void refusesAnEscalationToWhereItIsUnlessLeadershipHasAnswered() {
        refused(
                "already-there",
                () -> withLeadership().escalate(Level.EXECUTIVE_ACTION_TEAM, "product", evidence(), SM, MONDAY));

        Impediment declined = withLeadership()
                .answer(Impediment.Answer.Kind.DECLINED, "No money this year", null, LEADER, MONDAY, TODAY)
                .state();
        Change<Impediment> again = declined.escalate(Level.EXECUTIVE_ACTION_TEAM, "product", evidence(), SM, MONDAY);
        assertThat(again.state().answer()).isNull();
    }

    @Test
    void refusesToBeSentBackDown() {
        refused("already-there", () -> withLeadership().escalate(Level.SCRUM_OF_SCRUMS, SOS, evidence(), SM, MONDAY));
        refused("already-there", () -> raised().escalate(Level.TEAM, TEAM, evidence(), SM, MONDAY));
    }

    @Test
    void leadershipPromisesADateThatCanBeBroken() {
        Impediment promised = withLeadership()
                .answer(Impediment.Answer.Kind.PROMISED, null, TODAY, LEADER, MONDAY, TODAY)
                .state();

        assertThat(promised.promiseBroken(TODAY)).isFalse();
        assertThat(promised.promiseBroken(TODAY.plusDays(1))).isTrue();
    }

    @Test
    void refusesAnAnswerThatLeavesTheTeamWithNothing() {
        refused(
                "reason-missing",
                () -> withLeadership().answer(Impediment.Answer.Kind.DECLINED, " ", null, LEADER, MONDAY, TODAY));
        refused(
                "promise-without-date",
                () -> withLeadership()
                        .answer(Impediment.Answer.Kind.PROMISED, null, TODAY.minusDays(1), LEADER, MONDAY, TODAY));
        refused(
                "not-escalated",
                () -> raised().answer(Impediment.Answer.Kind.ACCEPTED, null, null, LEADER, MONDAY, TODAY));
    }

    @Test
    void isResolvedWithWhatFixedItAndThenLeftAlone() {
        Impediment resolved = raised().resolve(
                        "Got our own environment", true, null, SM, MONDAY.plus(Duration.ofDays(3)))
                .state();

        assertThat(resolved.ageDays(MONDAY.plus(Duration.ofDays(30)))).isEqualTo(3);
        refused("resolved", () -> resolved.resolve("Again", false, null, SM, MONDAY));
        refused("resolved", () -> resolved.support("person-dev", null));
        refused("resolved", () -> resolved.update("More", null, null, SM, MONDAY));
    }

    @Test
    void onlyWhatIsGoneForGoodIsSharedWithACommunity() {
        assertThat(raised().resolve("Each team has its own", true, "community-1", SM, MONDAY)
                        .events())
                .containsExactly(new ImpedimentResolved("Each team has its own", true, "community-1"));
        refused("cause-not-gone", () -> raised().resolve("Restarted it", false, "community-1", SM, MONDAY));
    }

    @Test
    void describingItTheSameWayRecordsNothing() {
        assertThat(raised().describe(null, noDetails()).events()).isEmpty();
    }

    private static Change<Impediment> leadership(Evidence evidence) {
        return raised().escalate(Level.EXECUTIVE_ACTION_TEAM, "product", evidence, SM, MONDAY);
    }

    private static void refused(String type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
