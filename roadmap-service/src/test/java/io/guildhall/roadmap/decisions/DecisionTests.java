package io.guildhall.roadmap.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.PersonId;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DecisionTests {

    private static final PersonId PO = new PersonId("po");
    private static final PersonId CPO = new PersonId("cpo");
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final DecisionId ID = new DecisionId("d1");
    private static final DecisionDraft DRAFT = DecisionDraft.of("Which ledger?", "Ours", "Theirs has no audit trail");

    private final Decision accepted = Decision.record(DRAFT, PO, NOW).state();
    private final Decision proposed = Decision.propose(DRAFT, PO, NOW).state();

    @Test
    void threeFieldsAreEnough() {
        assertThat(accepted.status()).isEqualTo(DecisionStatus.ACCEPTED);
        assertThat(accepted.by()).isEqualTo(PO);
        refuses("why-missing", () -> DecisionDraft.of("Which ledger?", "Ours", " "));
    }

    @Test
    void aProposalHoldsOnceItIsAccepted() {
        var change = proposed.accept(CPO);

        assertThat(change.events()).containsExactly(new DecisionAccepted(CPO));
        assertThat(change.state().status()).isEqualTo(DecisionStatus.ACCEPTED);
        assertThat(change.state().accept(CPO).events()).isEmpty();
    }

    @Test
    void aVetoNeedsAReason() {
        refuses("veto-without-reason", () -> accepted.veto("  ", CPO, NOW));
        refuses("veto-without-reason", () -> accepted.veto(null, CPO, NOW));

        Decision vetoed = proposed.veto("Too expensive", CPO, NOW).state();

        assertThat(vetoed.status()).isEqualTo(DecisionStatus.VETOED);
        assertThat(vetoed.veto()).isEqualTo(new Veto(CPO, NOW, "Too expensive"));
        refuses("decision-vetoed", () -> vetoed.accept(PO));
        refuses("decision-vetoed", () -> vetoed.veto("Again", PO, NOW));
    }

    @Test
    void isSupersededOnceByADecisionThatItsEventCarries() {
        DecisionId successor = Decision.successorOf(ID);

        var change = accepted.supersede(successor, accepted.anew(null, "Theirs", "It has one now"));

        assertThat(change.state().supersededBy()).isEqualTo(successor);
        assertThat(change.events()).singleElement().satisfies(event -> {
            DecisionSuperseded superseded = (DecisionSuperseded) event;
            assertThat(superseded.question()).isEqualTo("Which ledger?");
            assertThat(superseded.choice()).isEqualTo("Theirs");
            assertThat(superseded.successor()).isEqualTo(successor);
        });
        refuses("decision-superseded", () -> change.state().supersede(successor, DRAFT));
        refuses("decision-superseded", () -> change.state().accept(CPO));
        refuses("decision-superseded", () -> change.state().veto("No", CPO, NOW));
    }

    @Test
    void aVetoedDecisionMayBeReplaced() {
        Decision vetoed = accepted.veto("Too expensive", CPO, NOW).state();

        assertThat(vetoed.supersede(Decision.successorOf(ID), DRAFT).state().status())
                .isEqualTo(DecisionStatus.SUPERSEDED);
    }

    @Test
    void oneDecisionForEachEvent() {
        Source source = new Source("i1@5", "LEADERSHIP_ANSWER");

        assertThat(Decision.idOf(source)).isEqualTo(Decision.idOf(new Source("i1@5", "LEADERSHIP_ANSWER")));
        assertThat(Decision.idOf(source)).isNotEqualTo(Decision.idOf(new Source("i1@6", "LEADERSHIP_ANSWER")));
    }

    private static void refuses(String type, ThrowingCallable deed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(deed)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
