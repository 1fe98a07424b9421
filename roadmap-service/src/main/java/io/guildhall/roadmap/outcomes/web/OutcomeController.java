package io.guildhall.roadmap.outcomes.web;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import io.guildhall.roadmap.outcomes.Assessments;
import io.guildhall.roadmap.outcomes.Confidence;
import io.guildhall.roadmap.outcomes.KeyResultDraft;
import io.guildhall.roadmap.outcomes.KeyResultId;
import io.guildhall.roadmap.outcomes.Outcome;
import io.guildhall.roadmap.outcomes.OutcomeAssessment;
import io.guildhall.roadmap.outcomes.OutcomeDraft;
import io.guildhall.roadmap.outcomes.Outcomes;
import io.guildhall.roadmap.outcomes.OverrideAssessment;
import io.guildhall.roadmap.outcomes.ReviseOutcome;
import io.guildhall.roadmap.outcomes.SetOutcome;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Outcomes over HTTP. */
@RestController
@RequestMapping("/api/roadmap/outcomes")
class OutcomeController implements ShowsCurrent {

    private final Outcomes outcomes;
    private final Assessments assessments;
    private final SetOutcome set;
    private final ReviseOutcome revise;
    private final OverrideAssessment override;
    private final OutcomeView.Views views;
    private final AssessmentView.Views assessmentViews;
    private final SeenElsewhere elsewhere;

    OutcomeController(
            Outcomes outcomes,
            Assessments assessments,
            SetOutcome set,
            ReviseOutcome revise,
            OverrideAssessment override,
            OutcomeView.Views views,
            AssessmentView.Views assessmentViews,
            SeenElsewhere elsewhere) {
        this.outcomes = outcomes;
        this.assessments = assessments;
        this.set = set;
        this.revise = revise;
        this.override = override;
        this.views = views;
        this.assessmentViews = assessmentViews;
        this.elsewhere = elsewhere;
    }

    /** @param id of a key result that is there already; without one it is a new key result */
    record KeyResultRequest(
            @Nullable KeyResultId id,
            String name,
            @Nullable String unit,
            @Nullable Double baseline,
            @Nullable Double target) {

        KeyResultDraft draft() {
            return new KeyResultDraft(id, name, unit, number("baseline", baseline), number("target", target));
        }
    }

    /**
     * @param area the requirement area; left out, the whole product
     * @param owner who answers for it; left out, the caller when it is new, and whoever did so far otherwise
     */
    record OutcomeRequest(
            String title,
            @Nullable UnitId area,
            @Nullable Quarter quarter,
            @Nullable PersonId owner,
            @Nullable List<KeyResultRequest> keyResults,
            @Nullable Visibility visibility) {

        OutcomeDraft draft(PersonId otherwise) {
            if (quarter == null) {
                throw Refusal.invalid("quarter-missing", "Say in which quarter, for example 2026-Q4.")
                        .with("field", "quarter");
            }
            return new OutcomeDraft(
                    title,
                    area,
                    quarter,
                    owner == null ? otherwise : owner,
                    keyResults == null
                            ? List.of()
                            : keyResults.stream().map(KeyResultRequest::draft).toList(),
                    visibility == null ? Visibility.ORGANIZATION : visibility);
        }
    }

    record MeasureRequest(@Nullable Double value) {}

    /** @param until the last day it holds */
    record OverrideRequest(
            @Nullable Confidence state,
            @Nullable String reason,
            @Nullable LocalDate until) {}

    record CopyRequest(@Nullable Quarter from, @Nullable Quarter to) {}

    /**
     * @param stale whether what the caller has just seen elsewhere is not in here yet
     * @param can what the reader may do in this area; anywhere, when no area is asked for
     */
    record OutcomePage(List<OutcomeView> items, @Nullable String next, boolean stale, List<String> can) {}

    record CopiedOutcomes(List<OutcomeView> items) {}

    @GetMapping
    OutcomePage listOutcomes(
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable UnitId area,
            @RequestParam(required = false) @Nullable PersonId owner,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            @RequestParam(required = false) @Nullable String seen,
            Caller caller) {
        boolean stale = elsewhere.stale(seen);
        Outcomes.Filter filter = new Outcomes.Filter(quarter == null ? null : Quarter.parse(quarter), area, owner);
        Page<Stored<Outcome>> page = outcomes.page(filter, caller.actor(), cursor, limit);
        return new OutcomePage(
                views.of(page.items(), caller.actor()), page.next(), stale, views.can(area, caller.actor()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OutcomeView> set(@RequestBody OutcomeRequest body, Caller caller) {
        Stored<Outcome> stored = set.set(body.draft(new PersonId(caller.actor().id())), caller.command());
        return Replies.created("/api/roadmap/outcomes/" + stored.id(), stored, views.of(stored, caller.actor()));
    }

    @PostMapping("/copy")
    CopiedOutcomes copy(@RequestBody CopyRequest body, Caller caller) {
        if (body.from() == null || body.to() == null) {
            throw Refusal.invalid("quarter-missing", "Say from which quarter and to which, for example 2026-Q4.");
        }
        return new CopiedOutcomes(views.of(set.copy(body.from(), body.to(), caller.command()), caller.actor()));
    }

    @GetMapping("/{id}")
    ResponseEntity<OutcomeView> getOutcome(
            @PathVariable OutcomeId id, @RequestParam(required = false) @Nullable String seen, Caller caller) {
        elsewhere.stale(seen);
        return reply(outcomes.get(id, caller.actor()), caller);
    }

    @IfMatch
    @PutMapping("/{id}")
    ResponseEntity<OutcomeView> reviseOutcome(
            @PathVariable OutcomeId id, @RequestBody OutcomeRequest body, Caller caller) {
        PersonId owner = outcomes.get(id, caller.actor()).state().owner();
        return reply(revise.revise(id, body.draft(owner), caller.command()), caller);
    }

    /** Adds a measurement to those there are, so that it needs no version. */
    @PostMapping("/{id}/key-results/{keyResult}/measure")
    ResponseEntity<OutcomeView> measure(
            @PathVariable OutcomeId id,
            @PathVariable KeyResultId keyResult,
            @RequestBody MeasureRequest body,
            Caller caller) {
        return reply(revise.measure(id, keyResult, number("value", body.value()), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/override")
    ResponseEntity<OutcomeView> override(@PathVariable OutcomeId id, @RequestBody OverrideRequest body, Caller caller) {
        if (body.state() == null || body.until() == null) {
            throw Refusal.invalid("override-incomplete", "Say how it stands, why, and until which day that holds.");
        }
        return reply(override.override(id, body.state(), body.reason(), body.until(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/override/end")
    ResponseEntity<OutcomeView> endOverride(@PathVariable OutcomeId id, Caller caller) {
        return reply(override.end(id, caller.command()), caller);
    }

    /** With its history; {@code stale} when what the caller has just seen elsewhere is not in here yet. */
    @GetMapping("/{id}/assessment")
    AssessmentView.WithHistory assessment(
            @PathVariable OutcomeId id, @RequestParam(required = false) @Nullable String seen, Caller caller) {
        boolean stale = elsewhere.stale(seen);
        Outcome outcome = outcomes.get(id, caller.actor()).state();
        OutcomeAssessment assessment = assessments
                .find(id)
                .map(Stored::state)
                .orElseThrow(() -> Refusal.unavailable(
                        "not-assessed-yet", "This outcome is being assessed for the first time; try again."));
        return assessmentViews.withHistory(outcome, assessment, stale);
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(outcomes.get(new OutcomeId(id), caller.actor()), caller.actor());
    }

    private ResponseEntity<OutcomeView> reply(Stored<Outcome> stored, Caller caller) {
        return Replies.found(stored, views.of(stored, caller.actor()));
    }

    private static double number(String field, @Nullable Double value) {
        if (value == null) {
            throw Refusal.invalid(field + "-missing", "Write a number as '" + field + "'.")
                    .with("field", field);
        }
        return value;
    }
}
