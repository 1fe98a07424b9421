package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an outcome stands, stored apart from it under the same id, so that what others do never makes the outcome's own
 * version stale. It is written only when the result differs.
 *
 * @param since when it came to stand so
 * @param computedAt when the result was last found to differ
 * @param more how many reasons are left out
 * @param history how it stood, oldest first; only the last {@value #MOST_HISTORY} are kept
 */
public record OutcomeAssessment(
        @About("How it stands: ON_TRACK, AT_RISK, OFF_TRACK or UNKNOWN")
        Confidence state,

        @About("When it came to stand so") Instant since,
        @About("When the result was last found to differ") Instant computedAt,
        @About("Why, worst first, then oldest; at most 50") List<Reason> reasons,
        @About("How many reasons are left out") int more,
        @About("How it stood, oldest first; the last 100") List<Past> history,
        Visibility visibility,

        @About("Ids of the units the outcome concerns; who may see it depends on them")
        List<UnitId> scopes) {

    static final int MOST_HISTORY = 100;

    public OutcomeAssessment {
        reasons = List.copyOf(reasons);
        history = List.copyOf(history);
        scopes = List.copyOf(scopes);
    }

    /** How it stood from an instant on, and mainly why. */
    public record Past(
            Instant at,
            Confidence state,
            @About("The main reason in one line") @Nullable String reason) {}

    /** The one line to show where there is room for one. */
    public @Nullable String mainReason() {
        return main(reasons);
    }

    static Change<OutcomeAssessment> first(Assessment result, Outcome outcome, Instant at) {
        return of(null, result, outcome, at, at, List.of());
    }

    Change<OutcomeAssessment> become(Assessment result, Outcome outcome, Instant at) {
        if (result.state() == state
                && result.reasons().equals(reasons)
                && result.more() == more
                && outcome.visibility() == visibility
                && outcome.scopes().equals(scopes)) {
            return Change.none(this);
        }
        return of(state, result, outcome, result.state() == state ? since : at, at, history);
    }

    private static Change<OutcomeAssessment> of(
            @Nullable Confidence before,
            Assessment result,
            Outcome outcome,
            Instant since,
            Instant at,
            List<Past> history) {
        Past past = new Past(at, result.state(), main(result.reasons()));
        OutcomeAssessment assessment = new OutcomeAssessment(
                result.state(),
                since,
                at,
                result.reasons(),
                result.more(),
                append(history, past),
                outcome.visibility(),
                outcome.scopes());
        return Change.of(assessment, new OutcomeAssessed(before, past.state(), past.reason()));
    }

    private static List<Past> append(List<Past> history, Past past) {
        if (!history.isEmpty()) {
            Past last = history.get(history.size() - 1);
            if (last.state() == past.state() && Objects.equals(last.reason(), past.reason())) {
                return history;
            }
        }
        List<Past> longer = new ArrayList<>(history);
        longer.add(past);
        return longer.subList(Math.max(0, longer.size() - MOST_HISTORY), longer.size());
    }

    private static @Nullable String main(List<Reason> reasons) {
        return reasons.isEmpty() ? null : reasons.get(0).text();
    }
}
