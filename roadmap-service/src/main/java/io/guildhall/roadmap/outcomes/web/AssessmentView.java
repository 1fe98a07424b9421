package io.guildhall.roadmap.outcomes.web;

import io.guildhall.roadmap.outcomes.Confidence;
import io.guildhall.roadmap.outcomes.ConfidenceOverride;
import io.guildhall.roadmap.outcomes.Outcome;
import io.guildhall.roadmap.outcomes.OutcomeAssessment;
import io.guildhall.roadmap.outcomes.Reason;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.Ref;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How an outcome stands, and why.
 *
 * @param since when it came to stand so
 * @param computedAt when the result last changed
 * @param reasons worst first, then oldest
 * @param more how many reasons are left out
 */
record AssessmentView(Confidence state, Instant since, Instant computedAt, List<ReasonView> reasons, int more) {

    /**
     * @param owner the unit that can do something about it
     * @param at since when this is so
     * @param ageDays whole days since then; null where that is unknown
     * @param source the service that knows it
     * @param path how it is reached from the outcome
     */
    record ReasonView(
            Reason.Kind kind,
            String id,
            Reason.Weight weight,
            String text,
            @Nullable Ref owner,
            @Nullable Instant at,
            @Nullable Long ageDays,
            String source,
            List<Reason.Step> path) {}

    /**
     * The same with what a person says against it and how it stood before.
     *
     * @param stale whether what the reader has just seen elsewhere is not in here yet
     */
    record WithHistory(
            Confidence state,
            Instant since,
            Instant computedAt,
            List<ReasonView> reasons,
            int more,
            @Nullable OverrideView override,
            Confidence shownState,
            List<OutcomeAssessment.Past> history,
            boolean stale) {}

    /** @param until the last day it holds */
    record OverrideView(Confidence state, String reason, Ref by, Instant at, LocalDate until) {}

    /** Makes views. */
    @Component
    static class Views {

        private final Organization organization;
        private final Clock clock;

        Views(Organization organization, Clock clock) {
            this.organization = organization;
            this.clock = clock;
        }

        AssessmentView of(OutcomeAssessment assessment) {
            return new AssessmentView(
                    assessment.state(),
                    assessment.since(),
                    assessment.computedAt(),
                    assessment.reasons().stream().map(this::reason).toList(),
                    assessment.more());
        }

        WithHistory withHistory(Outcome outcome, OutcomeAssessment assessment, boolean stale) {
            AssessmentView view = of(assessment);
            return new WithHistory(
                    view.state,
                    view.since,
                    view.computedAt,
                    view.reasons,
                    view.more,
                    override(outcome),
                    shown(outcome, assessment),
                    assessment.history(),
                    stale);
        }

        /** Null when there is none, or its last day is over. */
        @Nullable
        OverrideView override(Outcome outcome) {
            ConfidenceOverride override = outcome.override();
            return override == null || !override.holdsOn(today())
                    ? null
                    : new OverrideView(
                            override.state(),
                            override.reason(),
                            organization.ref(override.by()),
                            override.at(),
                            override.until());
        }

        Confidence shown(Outcome outcome, @Nullable OutcomeAssessment assessment) {
            return outcome.shown(assessment == null ? Confidence.UNKNOWN : assessment.state(), today());
        }

        private LocalDate today() {
            return LocalDate.now(clock);
        }

        private ReasonView reason(Reason reason) {
            Instant since = reason.since();
            return new ReasonView(
                    reason.kind(),
                    reason.id(),
                    reason.weight(),
                    reason.text(),
                    organization.refOrNull(reason.owner()),
                    since,
                    since == null
                            ? null
                            : Math.max(
                                    0, Duration.between(since, clock.instant()).toDays()),
                    reason.source(),
                    reason.path());
        }
    }
}
