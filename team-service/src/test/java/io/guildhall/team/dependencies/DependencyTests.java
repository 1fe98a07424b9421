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
        assertThat(byConsumer.commit(null, SAM).state().committedBy()).isEqualTo(NEEDED.plusDays(3));
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

        assertThat(slipped.broken(TODAY)).contains("Committed by 2026-12-12, needed by 2026-12-04.");
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
        var moved = ofFeature().commit(null, SAM).state().needBy(NEEDED.minusDays(5), true, SAM);

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
    void isDeclinedWithAReasonAndMayBeCommittedToAfterAll() {
        refused("reason-missing", () -> proposed().decline(null, SAM));
        Dependency declined = proposed().decline("No capacity", SAM).state();
        assertThat(declined.commit(NEEDED, SAM).state().status()).isEqualTo(DependencyStatus.COMMITTED);
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
        refused("date-in-the-past", () -> proposed().commit(TODAY.minusDays(1), SAM));
        refused(
                "date-missing",
                () -> Dependency.propose("x", "a", "b", null, null, SAM).state().commit(null, SAM));
        refused("nothing-to-counter", () -> proposed().counter(Side.CONSUMER, NEEDED, null, SAM));
    }

    @Test
    void aFullHistoryStopsPeopleButNotTheFeature() {
        Dependency busy = ofFeature().commit(null, SAM).state();
        while (busy.history().size() < 200) {
            busy = busy.slip(NEEDED.plusDays(busy.history().size()), "Again", SAM)
                    .state();
        }
        Dependency full = busy;
        refused("full", () -> full.slip(NEEDED, "Again", SAM));

        Dependency moved = full.withRoom().needBy(NEEDED.plusDays(1), true, SAM).state();
        assertThat(moved.history()).hasSize(200);
        assertThat(moved.history().get(0)).isEqualTo(full.history().get(0));
        assertThat(moved.neededBy()).isEqualTo(NEEDED.plusDays(1));
    }

    @Test
    void whatAPersonHasWithdrawnIsNotTheFeaturesToAskForAgain() {
        Dependency withdrawn = ofFeature().withdraw("Solved without it", SAM).state();

        assertThat(withdrawn.withdrawnBy(SAM.by())).isTrue();
        assertThat(withdrawn.withdrawnBy("guildhall|roadmap")).isFalse();
        assertThat(ofFeature().withdrawnBy(SAM.by())).isFalse();
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
