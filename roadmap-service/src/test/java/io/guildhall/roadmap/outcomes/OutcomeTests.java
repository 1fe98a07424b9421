package io.guildhall.roadmap.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OutcomeTests {

    private static final PersonId APO = new PersonId("apo");
    private static final UnitId CHECKOUT = new UnitId("checkout");
    private static final Quarter Q4 = Quarter.parse("2026-Q4");
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Outcome outcome = Outcome.set(draft(new KeyResultDraft(null, "Conversion", "%", 61, 70)))
            .state();
    private final KeyResult conversion = outcome.keyResults().get(0);

    @Test
    void startsAtItsBaseline() {
        assertThat(conversion.current()).isEqualTo(61);
        assertThat(conversion.measured()).isFalse();
        assertThat(outcome.scopes()).containsExactly(CHECKOUT);
    }

    @Test
    void remembersMeasurementsUpToABound() {
        Outcome measured = outcome;
        for (int i = 0; i < KeyResult.MOST_MEASUREMENTS + 5; i++) {
            measured = measured.measure(conversion.id(), i, APO, NOW.plusSeconds(i))
                    .state();
        }

        KeyResult key = measured.keyResults().get(0);
        assertThat(key.history()).hasSize(KeyResult.MOST_MEASUREMENTS);
        assertThat(key.history().get(0).value()).isEqualTo(5);
        assertThat(key.current()).isEqualTo(KeyResult.MOST_MEASUREMENTS + 4);
    }

    @Test
    void refusesToMeasureWhatItDoesNotHaveOrWhatIsNoNumber() {
        refuses("not-found", () -> outcome.measure(new KeyResultId("other"), 5, APO, NOW));
        refuses("value-not-finite", () -> outcome.measure(conversion.id(), Double.NaN, APO, NOW));
        refuses("target-is-baseline", () -> Outcome.set(draft(new KeyResultDraft(null, "Same", null, 5, 5))));
    }

    @Test
    void aRevisionKeepsMeasurements() {
        Outcome measured = outcome.measure(conversion.id(), 64, APO, NOW).state();

        var change = measured.revise(draft(
                new KeyResultDraft(conversion.id(), "Conversion", "%", 60, 72),
                new KeyResultDraft(null, "Complaints", null, 40, 10)));

        assertThat(change.events()).hasOnlyElementsOfType(OutcomeRevised.class);
        assertThat(change.state().keyResults().get(0).history()).hasSize(1);
        assertThat(change.state().keyResults().get(0).current()).isEqualTo(64);
        assertThat(change.state().keyResults().get(0).target()).isEqualTo(72);
        assertThat(change.state().keyResults()).hasSize(2);
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        assertThat(outcome.revise(draft(new KeyResultDraft(conversion.id(), "Conversion", "%", 61, 70)))
                        .events())
                .isEmpty();
    }

    @Test
    void isOverriddenByNameWithReasonAndExpiry() {
        var change = outcome.override(Confidence.ON_TRACK, "We have a plan B", TODAY.plusDays(7), APO, NOW, TODAY);

        assertThat(change.events())
                .containsExactly(new OutcomeOverridden(
                        "Pay in one tap", Confidence.ON_TRACK, "We have a plan B", TODAY.plusDays(7)));
        Outcome overridden = change.state();
        assertThat(overridden.shown(Confidence.AT_RISK, TODAY.plusDays(7))).isEqualTo(Confidence.ON_TRACK);
        assertThat(overridden.shown(Confidence.AT_RISK, TODAY.plusDays(8))).isEqualTo(Confidence.AT_RISK);
        assertThat(overridden.expireOverride(TODAY.plusDays(7)).events()).isEmpty();
        assertThat(overridden.expireOverride(TODAY.plusDays(8)).events())
                .containsExactly(new OverrideEnded(Confidence.ON_TRACK, true));
        assertThat(overridden.endOverride().events()).containsExactly(new OverrideEnded(Confidence.ON_TRACK, false));
        assertThat(outcome.endOverride().events()).isEmpty();
    }

    @Test
    void refusesAnOverrideThatSaysNothingOrLastsForEver() {
        refuses("reason-missing", () -> outcome.override(Confidence.AT_RISK, " ", TODAY, APO, NOW, TODAY));
        refuses("override-unknown", () -> outcome.override(Confidence.UNKNOWN, "x", TODAY, APO, NOW, TODAY));
        refuses(
                "override-expiry",
                () -> outcome.override(Confidence.AT_RISK, "x", TODAY.minusDays(1), APO, NOW, TODAY));
        refuses(
                "override-expiry",
                () -> outcome.override(Confidence.AT_RISK, "x", TODAY.plusDays(93), APO, NOW, TODAY));
    }

    @Test
    void aCopyGoesOnWhereTheOutcomeHasGotTo() {
        OutcomeId id = new OutcomeId("o1");
        Outcome measured = outcome.measure(conversion.id(), 66, APO, NOW).state();

        Outcome copy = measured.copyTo(id, Q4.plus(1)).state();

        assertThat(copy.quarter()).isEqualTo(Quarter.parse("2027-Q1"));
        assertThat(copy.copiedFrom()).isEqualTo(id);
        assertThat(copy.keyResults()).singleElement().satisfies(key -> {
            assertThat(key.baseline()).isEqualTo(66);
            assertThat(key.target()).isEqualTo(70);
            assertThat(key.history()).isEmpty();
        });
        assertThat(Outcome.copyId(id, Q4.plus(1))).isEqualTo(Outcome.copyId(id, Q4.plus(1)));
    }

    private static OutcomeDraft draft(KeyResultDraft... keyResults) {
        return new OutcomeDraft("Pay in one tap", CHECKOUT, Q4, APO, List.of(keyResults), Visibility.ORGANIZATION);
    }

    private static void refuses(String type, ThrowingCallable deed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(deed)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
