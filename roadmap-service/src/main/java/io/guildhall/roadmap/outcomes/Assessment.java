package io.guildhall.roadmap.outcomes;

import io.guildhall.roadmap.features.FeatureStatus;
import io.guildhall.roadmap.shared.UnitNames;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an outcome stands, and why: a pure function of what is known and of the moment. It looks at the features that are
 * linked and not yet done, at what they need of other teams, and at what stops them.
 *
 * <table>
 * <caption>The rules; the worst reason decides</caption>
 * <tr><td>UNKNOWN</td><td>no feature is linked (or all were dropped) and no key result was measured</td></tr>
 * <tr><td>OFF_TRACK</td><td>
 *   a dependency was needed by a day that has passed, and is not delivered;
 *   every dependency of the open features was declined;
 *   a feature is planned after the quarter's end, and that end is at most {@value #NEAR_DAYS} days away;
 *   the quarter is over and a feature is not done;
 *   leadership promised to remove an impediment by a day that has passed</td></tr>
 * <tr><td>AT_RISK</td><td>
 *   a commitment is broken: later than needed, or its day has passed;
 *   a dependency was declined;
 *   a dependency is unanswered (PROPOSED or COUNTERED), and needed within {@value #NEAR_DAYS} days;
 *   a feature is planned after the quarter's end, or its day has passed and it is not done;
 *   an open impediment names one of the features, and is above the team or older than {@value #OLD_DAYS} days</td></tr>
 * <tr><td>a note, without colour</td><td>
 *   what leadership has promised for such an impediment, until it is resolved;
 *   an impediment above the team that names no feature at all, of a team the features depend on</td></tr>
 * <tr><td>ON_TRACK</td><td>none of these</td></tr>
 * </table>
 *
 * <p>A dependency without a needed-by is needed by the day of its feature. Days begin in the business time zone.
 *
 * @param reasons at least one, worst first, then oldest; at most {@value #MOST_REASONS}
 * @param more how many reasons are left out
 * @param nextDueAt the earliest instant in the future at which this could differ although nothing happens; null for never
 */
record Assessment(
        Confidence state,
        List<Reason> reasons,
        int more,
        @Nullable Instant nextDueAt) {

    /** So near that a missing answer is a risk. */
    static final int NEAR_DAYS = 14;

    /** So old that an impediment counts although nobody escalated it. */
    static final int OLD_DAYS = 10;

    /** As many reasons are kept. */
    static final int MOST_REASONS = 50;

    Assessment {
        reasons = List.copyOf(reasons);
    }

    static Assessment assess(Evidence evidence, UnitNames names, ZonedDateTime now) {
        Judgement judgement = new Judgement(evidence, names, now);
        boolean linked = evidence.features().values().stream().anyMatch(f -> f.status() != FeatureStatus.DROPPED);
        if (linked) {
            FeatureRules.apply(judgement);
            DependencyRules.apply(judgement);
            ImpedimentRules.apply(judgement);
        }
        List<Reason> reasons = new ArrayList<>(judgement.reasons());
        reasons.sort(Reason.ORDER);
        Confidence state = state(reasons, linked || measured(evidence.outcome()));
        if (state == Confidence.UNKNOWN) {
            reasons.add(0, judgement.ofOutcome("Nothing is linked: link its features or measure a key result."));
        } else if (state == Confidence.ON_TRACK) {
            reasons.add(0, judgement.ofOutcome(inOrder(evidence, linked)));
        }
        int kept = Math.min(reasons.size(), MOST_REASONS);
        return new Assessment(state, reasons.subList(0, kept), reasons.size() - kept, judgement.nextDueAt());
    }

    private static Confidence state(List<Reason> reasons, boolean known) {
        Reason.Weight worst =
                reasons.isEmpty() ? Reason.Weight.NOTE : reasons.get(0).weight();
        if (worst == Reason.Weight.OFF_TRACK) {
            return Confidence.OFF_TRACK;
        }
        if (worst == Reason.Weight.AT_RISK) {
            return Confidence.AT_RISK;
        }
        return known ? Confidence.ON_TRACK : Confidence.UNKNOWN;
    }

    private static String inOrder(Evidence evidence, boolean linked) {
        if (!linked) {
            return "No feature is linked; only its key results tell how it stands.";
        }
        return evidence.openFeatures().isEmpty()
                ? "All its features are done."
                : "Nothing is known that endangers it: no late or unanswered dependency, no impediment.";
    }

    private static boolean measured(Outcome outcome) {
        return outcome.keyResults().stream().anyMatch(KeyResult::measured);
    }
}
