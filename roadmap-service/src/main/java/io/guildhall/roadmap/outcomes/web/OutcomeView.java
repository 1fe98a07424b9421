package io.guildhall.roadmap.outcomes.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.outcomes.Assessments;
import io.guildhall.roadmap.outcomes.Confidence;
import io.guildhall.roadmap.outcomes.KeyResult;
import io.guildhall.roadmap.outcomes.Outcome;
import io.guildhall.roadmap.outcomes.OutcomeAssessment;
import io.guildhall.roadmap.outcomes.Outcomes;
import io.guildhall.roadmap.outcomes.ReviseOutcome;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.Ref;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An outcome as it is shown.
 *
 * @param assessment how it stands; null in the moment before it is assessed for the first time
 * @param override what a person says against that, while it holds
 * @param shownState the override's state while it holds, otherwise the assessed one
 * @param copiedFrom the outcome of an earlier quarter that it continues
 * @param can the use cases that the reader may carry out now
 */
record OutcomeView(
        String id,
        long version,
        String title,
        @Nullable Ref area,
        Quarter quarter,
        Ref owner,
        List<KeyResultView> keyResults,
        Visibility visibility,
        @Nullable AssessmentView assessment,
        AssessmentView.@Nullable OverrideView override,
        Confidence shownState,
        @Nullable OutcomeId copiedFrom,
        List<String> can) {

    record KeyResultView(
            String id,
            String name,
            @Nullable String unit,
            double baseline,
            double target,
            double current,
            List<MeasurementView> history) {}

    record MeasurementView(Instant at, double value, Ref by) {}

    /** Makes views for one reader. */
    @Component
    static class Views {

        private final Assessments assessments;
        private final Organization organization;
        private final Access access;
        private final AssessmentView.Views assessmentViews;

        Views(Assessments assessments, Organization organization, Access access, AssessmentView.Views assessmentViews) {
            this.assessments = assessments;
            this.organization = organization;
            this.access = access;
            this.assessmentViews = assessmentViews;
        }

        OutcomeView of(Stored<Outcome> stored, Actor reader) {
            return of(List.of(stored), reader).get(0);
        }

        List<OutcomeView> of(Collection<Stored<Outcome>> all, Actor reader) {
            Map<String, Stored<OutcomeAssessment>> assessed =
                    assessments.findAll(all.stream().map(Stored::id).toList());
            return all.stream()
                    .map(stored -> of(stored, assessed.get(stored.id()), reader))
                    .toList();
        }

        private OutcomeView of(Stored<Outcome> stored, @Nullable Stored<OutcomeAssessment> assessed, Actor reader) {
            Outcome outcome = stored.state();
            return new OutcomeView(
                    stored.id(),
                    stored.version(),
                    outcome.title(),
                    organization.refOrNull(outcome.area()),
                    outcome.quarter(),
                    organization.ref(outcome.owner()),
                    outcome.keyResults().stream().map(this::keyResult).toList(),
                    outcome.visibility(),
                    assessed == null ? null : assessmentViews.of(assessed.state()),
                    assessmentViews.override(outcome),
                    assessmentViews.shown(outcome, assessed == null ? null : assessed.state()),
                    outcome.copiedFrom(),
                    can(outcome, reader));
        }

        KeyResultView keyResult(KeyResult key) {
            return new KeyResultView(
                    key.id().value(),
                    key.name(),
                    key.unit(),
                    key.baseline(),
                    key.target(),
                    key.current(),
                    key.history().stream()
                            .map(point -> new MeasurementView(point.at(), point.value(), organization.ref(point.by())))
                            .toList());
        }

        /** What the reader may do in an area; null is anywhere. */
        List<String> can(@Nullable UnitId area, Actor reader) {
            List<String> targets = area == null ? access.everywhere(reader) : List.of(Outcomes.home(area));
            return access.may(reader, "SetOutcome", targets) ? List.of("SetOutcome") : List.of();
        }

        private List<String> can(Outcome outcome, Actor reader) {
            List<String> can = new ArrayList<>();
            List<String> home = List.of(Outcomes.home(outcome.area()));
            for (String useCase : List.of("ReviseOutcome", "OverrideAssessment", "LinkFeature")) {
                if (access.may(reader, useCase, home)) {
                    can.add(useCase);
                }
            }
            if (!outcome.keyResults().isEmpty()
                    && (ReviseOutcome.mayMeasure(outcome, reader.id())
                            || access.may(reader, "MeasureKeyResult", home))) {
                can.add("MeasureKeyResult");
            }
            return can;
        }
    }
}
