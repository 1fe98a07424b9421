package io.guildhall.cop.changes;

import static io.guildhall.cop.changes.ChangeExamples.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.aggregate.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProposedChangeTests {

    private final ProposedChange open = proposed().state();

    @Test
    void isTakenOnce() {
        ProposedChange taken = open.take().state();

        assertThat(taken.status()).isEqualTo(ChangeStatus.TAKEN);
        assertThat(taken.take().events()).isEmpty();
        refuses(() -> taken.decline("Too late"), "change-taken");
        refuses(taken::withdraw, "change-taken");
    }

    @Test
    void isDeclinedWithAReason() {
        assertThat(open.decline("Another page has it").state().reason()).isEqualTo("Another page has it");
        refuses(() -> open.decline(" "), "reason-missing");
        refuses(() -> open.decline("No").state().take(), "change-declined");
    }

    @Test
    void isTakenBackByWhoeverProposedIt() {
        ProposedChange withdrawn = open.withdraw().state();

        assertThat(withdrawn.withdraw().events()).isEmpty();
        refuses(withdrawn::take, "change-withdrawn");
    }

    private static void refuses(ThrowingCallable deed, String type) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).extracting("type").isEqualTo(type);
    }
}
