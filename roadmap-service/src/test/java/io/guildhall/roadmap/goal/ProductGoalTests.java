package io.guildhall.roadmap.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ProductGoalTests {

    private static final PersonId CPO = new PersonId("cpo");
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 12, 31);

    @Test
    void anotherGoalSaysWhichOneItReplaces() {
        ProductGoal first = ProductGoal.first("Pay in one tap", null, CPO, NOW).state();

        var change = first.replaceBy("Pay without a phone", NEXT_YEAR, CPO, NOW.plusSeconds(60));

        assertThat(change.events())
                .containsExactly(new ProductGoalSet("Pay without a phone", NEXT_YEAR, "Pay in one tap"));
        assertThat(change.state().setAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void theSameGoalAgainChangesNothing() {
        ProductGoal first =
                ProductGoal.first("Pay in one tap", NEXT_YEAR, CPO, NOW).state();

        assertThat(first.replaceBy(" Pay in one tap ", NEXT_YEAR, CPO, NOW).events())
                .isEmpty();
    }

    @Test
    void refusesAGoalWithoutWordsOrInThePast() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ProductGoal.first("  ", null, CPO, NOW))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("goal-missing"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ProductGoal.refusePast(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24)))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("goal-in-the-past"));
    }
}
