package io.guildhall.team.dependencies;

import static io.guildhall.team.dependencies.DependencyExamples.NEEDED;
import static io.guildhall.team.dependencies.DependencyExamples.SAM;
import static io.guildhall.team.dependencies.DependencyExamples.TODAY;
import static io.guildhall.team.dependencies.DependencyExamples.committed;
import static io.guildhall.team.dependencies.DependencyExamples.ofFeature;
import static io.guildhall.team.dependencies.DependencyExamples.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DependencyTests {

    @Test
    void isCommittedInOneClickToTheDayItIsNeeded() {
        assertThat(committed().committedBy()).isEqualTo(NEEDED);
        assertThat(committed().broken(TODAY)).isEmpty();
        assertThat(committed().history()).hasSize(2);
    }

    @Test
    void isCounteredByBothSidesInTurnUntilOneTakesTheOffer() {
        Dependency byProducer =
                proposed().counter(Side.PRODUCER, NEEDED.plusDays(7), null, SAM).state();
        assertThat(byProducer.answerDueFrom()).contains(Side.CONSUMER);
        refused("not-your-turn", () -> byProducer.counter(Side.PRODUCER, NEEDED, null, SAM));

        Dependency byConsumer =
                byProducer.counter(Side.CONSUMER, NEEDED.plusDays(3), null, SAM).state();
        assertThat(byConsumer.answerDueFrom()).contains(Side.PRODUCER);
        assertThat(byConsumer.commit(Side.PRODUCER, null, SAM).state().committedBy())
                .isEqualTo(NEEDED.plusDays(3));
    }

    @Test
    void isCommittedByTheSideThatHasToAnswerAndOnlyToWhatWasOffered() {
        Dependency offered =
                proposed().counter(Side.PRODUCER, NEEDED.plusDays(7), null, SAM).state();

        refused("not-your-turn", () -> proposed().commit(Side.CONSUMER, NEEDED, SAM));
        refused("not-your-turn", () -> offered.commit(Side.PRODUCER, NEEDED, SAM));
        refused("offer-only", () -> offered.commit(Side.CONSUMER, NEEDED, SAM));
        assertThat(offered.commit(Side.CONSUMER, null, SAM).state().committedBy())
                .isEqualTo(NEEDED.plusDays(7));
    }

    @Test
    void refusesDaysOfThePastInEveryOffer() {
        LocalDate yesterday = TODAY.minusDays(1);

        refused("date-in-the-past", () -> proposed().counter(Side.PRODUCER, yesterday, null, SAM));
        refused("date-in-the-past", () -> committed().slip(yesterday, "x", SAM));
        assertThat(committed().slip(NEEDED, "the same day", SAM).events()).isEmpty();
    }

    @Test
    void isOverOnceAcceptedOrWithdrawn() {
        Dependency accepted = committed().deliver(SAM).state().accept(SAM).state();
        Dependency withdrawn = proposed().withdraw(null, SAM).state();

        for (Dependency over : List.of(accepted, withdrawn)) {
            refused("wrong-state", () -> over.commit(Side.PRODUCER, NEEDED, SAM));
            refused("wrong-state", () -> over.counter(Side.PRODUCER, NEEDED, null, SAM));
            refused("wrong-state", () -> over.decline("x", SAM));
            refused("wrong-state", () -> over.slip(NEEDED.plusDays(1), "x", SAM));
            refused("wrong-state", () -> over.deliver(SAM));
            refused("wrong-state", () -> over.accept(SAM));
            refused("wrong-state", () -> over.withdraw(null, SAM));
            refused("wrong-state", () -> over.needBy(NEEDED.plusDays(1), false, SAM));
        }
        refused("wrong-state", () -> accepted.reopen(NEEDED, SAM));
    }

    @Test
    void refusesAnswersToWhatIsCommittedAlready() {
        refused("wrong-state", () -> committed().commit(Side.PRODUCER, NEEDED, SAM));
        refused("wrong-state", () -> committed().counter(Side.PRODUCER, NEEDED, null, SAM));
        refused("wrong-state", () -> committed().decline("x", SAM));
    }

    @Test
    void isAskedAnewByWhoeverNeedsItAgain() {
        Dependency.Mover kim = new Dependency.Mover("person-kim", SAM.at(), TODAY);

        Dependency again =
                proposed().withdraw(null, SAM).state().reopen(NEEDED, kim).state();

        assertThat(again.status()).isEqualTo(DependencyStatus.PROPOSED);
        assertThat(again.requestedBy()).isEqualTo("person-kim");
    }

    @Test
    void isHandedOverToTheTeamThatOwnsTheFeatureNow() {
        Dependency handed = ofFeature().handOver("team-payouts", SAM).state();

        assertThat(handed.consumer()).isEqualTo("team-payouts");
        assertThat(handed.scopes()).containsExactly("team-payouts", "team-ledger");
        assertThat(handed.handOver("team-payouts", SAM).events()).isEmpty();
    }

    @Test
    void remembersTheFirstMoveAndTheNewestOnesHoweverOftenItMoves() {
        Dependency moved = committed();
        for (int i = 1; i <= 300; i++) {
            moved = moved.slip(NEEDED.plusDays(i), "Move " + i, SAM).state();
        }

        assertThat(moved.history()).hasSize(200);
        assertThat(moved.history().get(0).move()).isEqualTo("PROPOSED");
        assertThat(moved.history().get(199).reason()).isEqualTo("Move 300");
    }

    @Test
    void aLongHistoryKeepsNobodyFromClosingIt() {
        Dependency offered = proposed();
        Side side = Side.PRODUCER;
        for (int i = 1; i <= 300; i++) {
            offered = offered.counter(side, NEEDED.plusDays(i), null, SAM).state();
            side = side == Side.PRODUCER ? Side.CONSUMER : Side.PRODUCER;
        }
        assertThat(offered.withdraw("Enough", SAM).state().status()).isEqualTo(DependencyStatus.WITHDRAWN);
        assertThat(offered.decline("Enough", SAM).state().status()).isEqualTo(DependencyStatus.DECLINED);
        Dependency delivered =
                offered.commit(side, null, SAM).state().deliver(SAM).state();
        assertThat(delivered.accept(SAM).state().status()).isEqualTo(DependencyStatus.ACCEPTED);
        assertThat(delivered.history()).hasSize(200);
    }

    @Test
    void knowsWhetherItsDaysWereMovedSince() {
        Instant before = SAM.at().minusSeconds(1);

        assertThat(committed().changedSince(before)).isFalse();
        assertThat(committed().slip(NEEDED.plusDays(1), "x", SAM).state().changedSince(before))
                .isTrue();
        assertThat(committed().slip(NEEDED.plusDays(1), "x", SAM).state().changedSince(SAM.at()))
                .isFalse();
        assertThat(proposed().counter(Side.PRODUCER, NEEDED, null, SAM).state().changedSince(before))
                .isTrue();
        assertThat(proposed().needBy(NEEDED.plusDays(1), false, SAM).state().changedSince(before))
                .isTrue();
        assertThat(committed()
                        .slip(NEEDED.plusDays(1), "x", SAM)
                        .state()
                        .deliver(SAM)
                        .state()
                        .changedSince(before))
                .as("what is delivered needs no more talk")
                .isFalse();
    }

    @Test
    void refusesReasonsWithoutEnd() {
        refused("text-too-long", () -> proposed().decline("x".repeat(1001), SAM));
        refused("bad-title", () -> Dependency.propose("x".repeat(201), "a", "b", null, null, SAM));
    }

    @Test
    void isDeliveredAndAcceptedAfterACommitment() {
        Dependency delivered = committed().deliver(SAM).state();

        assertThat(delivered.answerDueFrom()).contains(Side.CONSUMER);
        assertThat(delivered.accept(SAM).state().status()).isEqualTo(DependencyStatus.ACCEPTED);
        refused("wrong-state", () -> proposed().deliver(SAM));
        refused("wrong-state", () -> committed().accept(SAM));
    }

    @Test
    void aSlipBeyondTheNeedBreaksTheCommitmentAndSaysWhy() {
        Dependency slipped = committed()
                .slip(NEEDED.plusDays(8), "The audit takes longer", SAM)
                .state();

        assertThat(slipped.broken(TODAY)).contains("Committed by 12 Dec 2026, needed by 4 Dec 2026.");
        refused("reason-missing", () -> committed().slip(NEEDED, " ", SAM));
        refused("wrong-state", () -> proposed().slip(NEEDED, "x", SAM));
    }

    @Test
    void aCommitmentWhoseDayHasPassedIsBroken() {
        assertThat(committed().broken(NEEDED)).isEmpty();
        assertThat(committed().broken(NEEDED.plusDays(1))).isPresent();
        assertThat(committed().deliver(SAM).state().broken(NEEDED.plusDays(1))).isEmpty();
    }

    @Test
    void aNeedThatMovesForwardFlagsTheCommitmentItBreaks() {
        var moved = ofFeature().commit(Side.PRODUCER, null, SAM).state().needBy(NEEDED.minusDays(5), true, SAM);

        assertThat(moved.events()).containsExactly(new NeededByMoved(NEEDED, NEEDED.minusDays(5), true));
        assertThat(moved.state().broken(TODAY)).isPresent();
        assertThat(moved.state().needBy(NEEDED.minusDays(5), true, SAM).events())
                .isEmpty();
    }

    @Test
    void refusesToMoveTheNeedByHandWhereAFeatureDecides() {
        refused("feature-decides", () -> ofFeature().needBy(NEEDED.plusDays(1), false, SAM));
        assertThat(proposed().needBy(NEEDED.plusDays(1), false, SAM).state().neededBy())
                .isEqualTo(NEEDED.plusDays(1));
    }

    @Test
    void isNotNeededInThePastUnlessAFeatureIs() {
        LocalDate yesterday = TODAY.minusDays(1);

        refused("date-in-the-past", () -> Dependency.propose("x", "a", "b", null, yesterday, SAM));
        refused("date-in-the-past", () -> proposed().needBy(yesterday, false, SAM));
        assertThat(Dependency.propose("x", "a", "b", "feature-late", yesterday, SAM)
                        .state()
                        .neededBy())
                .isEqualTo(yesterday);
        assertThat(ofFeature().needBy(yesterday, true, SAM).state().neededBy()).isEqualTo(yesterday);
    }

    @Test
    void isDeclinedWithAReasonAndMayBeCommittedToAfterAll() {
        refused("reason-missing", () -> proposed().decline(null, SAM));
        Dependency declined = proposed().decline("No capacity", SAM).state();
        assertThat(declined.commit(Side.PRODUCER, NEEDED, SAM).state().status()).isEqualTo(DependencyStatus.COMMITTED);
    }

    @Test
    void isWithdrawnUntilItIsDelivered() {
        assertThat(committed().withdraw(null, SAM).state().status()).isEqualTo(DependencyStatus.WITHDRAWN);
        refused("wrong-state", () -> committed().deliver(SAM).state().withdraw(null, SAM));
    }

    @Test
    void refusesWhatCannotBe() {
        refused("waits-for-itself", () -> Dependency.propose("x", "a", "a", null, null, SAM));
        refused("bad-title", () -> Dependency.propose(" ", "a", "b", null, null, SAM));
        refused("date-in-the-past", () -> proposed().commit(Side.PRODUCER, TODAY.minusDays(1), SAM));
        refused(
                "date-missing",
                () -> Dependency.propose("x", "a", "b", null, null, SAM).state().commit(Side.PRODUCER, null, SAM));
        refused("nothing-to-counter", () -> proposed().counter(Side.CONSUMER, NEEDED, null, SAM));
    }

    @Test
    void isSeenByThoseOnlyWhoSeeTheFeature() {
        Dependency hidden = Dependency.propose("x", "a", "b", "feature", null, Visibility.TEAM, SAM)
                .state();

        assertThat(hidden.visibility()).isEqualTo(Visibility.TEAM);
        assertThat(proposed().visibility()).isEqualTo(Visibility.ORGANIZATION);
    }

    private static void refused(String type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
