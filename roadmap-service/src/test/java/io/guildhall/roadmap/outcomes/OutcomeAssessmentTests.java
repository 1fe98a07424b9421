package io.guildhall.roadmap.outcomes;

import static io.guildhall.roadmap.features.DependencyStatus.COMMITTED;
import static io.guildhall.roadmap.features.FeatureStatus.PLANNED;
import static io.guildhall.roadmap.outcomes.Known.anOutcome;
import static io.guildhall.roadmap.outcomes.Known.noon;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeAssessmentTests {

    private static final Known FINE = anOutcome().feature("f1", PLANNED, "12-20");
    private static final Known LATE =
            anOutcome().feature("f1", PLANNED, "12-20").dependency("d1", "f1", COMMITTED, "12-01", "12-12");

    private final OutcomeAssessment first = OutcomeAssessment.first(FINE.on("11-24"), FINE.outcome(), noon("11-24"))
            .state();

    @Test
    void anUnchangedResultRecordsNothing() {
        assertThat(first.become(FINE.on("11-25"), FINE.outcome(), noon("11-25")).events())
                .isEmpty();
    }

    @Test
    void aChangedResultSaysFromWhatToWhatAndWhy() {
        var change = first.become(LATE.on("11-25"), LATE.outcome(), noon("11-25"));

        assertThat(change.events())
                .containsExactly(new OutcomeAssessed(
                        Confidence.ON_TRACK,
                        Confidence.AT_RISK,
                        "Payments waits for Ledger: \"Ledger API v2\" is promised for 12 Dec, needed by 1 Dec"));
        assertThat(change.state().since()).isEqualTo(noon("11-25"));
        assertThat(change.state().history().stream().map(OutcomeAssessment.Past::state))
                .containsExactly(Confidence.ON_TRACK, Confidence.AT_RISK);
    }

    @Test
    void anotherReasonKeepsSinceWhen() {
        OutcomeAssessment late =
                first.become(LATE.on("11-25"), LATE.outcome(), noon("11-25")).state();
        Known later = anOutcome().feature("f1", PLANNED, "12-20").dependency("d1", "f1", COMMITTED, "12-01", "12-14");

        OutcomeAssessment other =
                late.become(later.on("11-26"), later.outcome(), noon("11-26")).state();

        assertThat(other.since()).isEqualTo(noon("11-25"));
        assertThat(other.computedAt()).isEqualTo(noon("11-26"));
        assertThat(other.history()).hasSize(3);
    }

    @Test
    void keepsABoundedHistory() {
        OutcomeAssessment assessment = first;
        for (int i = 0; i < 150; i++) {
            Known known = i % 2 == 0 ? LATE : FINE;
            assessment = assessment
                    .become(known.on("11-25"), known.outcome(), noon("11-25").plusSeconds(i))
                    .state();
        }

        assertThat(assessment.history()).hasSize(OutcomeAssessment.MOST_HISTORY);
    }
}
