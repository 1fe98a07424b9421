package io.guildhall.roadmap.decisions.web;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import io.guildhall.roadmap.decisions.Concern;
import io.guildhall.roadmap.decisions.Decision;
import io.guildhall.roadmap.decisions.DecisionDraft;
import io.guildhall.roadmap.decisions.DecisionId;
import io.guildhall.roadmap.decisions.DecisionStatus;
import io.guildhall.roadmap.decisions.Decisions;
import io.guildhall.roadmap.decisions.JudgeDecision;
import io.guildhall.roadmap.decisions.Option;
import io.guildhall.roadmap.decisions.RecordDecision;
import io.guildhall.roadmap.decisions.SupersedeDecision;
import io.guildhall.roadmap.shared.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The decision log over HTTP. */
@RestController
@RequestMapping("/api/roadmap/decisions")
class DecisionController implements ShowsCurrent {

    private final Decisions decisions;
    private final RecordDecision record;
    private final JudgeDecision judge;
    private final SupersedeDecision supersede;
    private final DecisionView.Views views;

    DecisionController(
            Decisions decisions,
            RecordDecision record,
            JudgeDecision judge,
            SupersedeDecision supersede,
            DecisionView.Views views) {
        this.decisions = decisions;
        this.record = record;
        this.judge = judge;
        this.supersede = supersede;
        this.views = views;
    }

    /**
     * Question, choice and why are enough.
     *
     * @param units where it holds; none is the whole product
     * @param status PROPOSED where it has still to be accepted, otherwise ACCEPTED
     */
    record RecordRequest(
            String question,
            String choice,
            String why,
            @Nullable List<Option> options,
            @Nullable List<Concern> concerns,
            @Nullable List<UnitId> units,
            @Nullable DecisionStatus status,
            @Nullable Visibility visibility) {

        DecisionDraft draft() {
            return new DecisionDraft(
                    question,
                    choice,
                    why,
                    options == null ? List.of() : options,
                    concerns == null ? List.of() : concerns,
                    units == null ? List.of() : units,
                    visibility == null ? Visibility.ORGANIZATION : visibility);
        }

        boolean proposal() {
            if (status != null && status != DecisionStatus.PROPOSED && status != DecisionStatus.ACCEPTED) {
                throw Refusal.invalid(
                                "status", "A new decision is ACCEPTED, or PROPOSED where somebody has to accept it.")
                        .with("field", "status");
            }
            return status == DecisionStatus.PROPOSED;
        }
    }

    /** @param question left out, the same one is decided anew */
    record SupersedeRequest(@Nullable String question, String choice, String why) {}

    record VetoRequest(@Nullable String reason) {}

    @GetMapping
    Page<DecisionView> listDecisions(
            @RequestParam(required = false) @Nullable String concerns,
            @RequestParam(required = false) @Nullable DecisionStatus status,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return decisions
                .page(new Decisions.Filter(concerns, status, q), caller.actor(), cursor, limit)
                .map(found -> views.of(found, caller.actor()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DecisionView> record(@RequestBody RecordRequest body, Caller caller) {
        return created(record.record(body.draft(), body.proposal(), caller.command()), caller);
    }

    @GetMapping("/{id}")
    ResponseEntity<DecisionView> getDecision(@PathVariable DecisionId id, Caller caller) {
        return reply(decisions.get(id, caller.actor()), caller);
    }

    /** Answers with the new decision. */
    @IfMatch
    @PostMapping("/{id}/supersede")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DecisionView> supersede(
            @PathVariable DecisionId id, @RequestBody SupersedeRequest body, Caller caller) {
        return created(supersede.supersede(id, body.question(), body.choice(), body.why(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/accept")
    ResponseEntity<DecisionView> accept(@PathVariable DecisionId id, Caller caller) {
        return reply(judge.accept(id, caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/veto")
    ResponseEntity<DecisionView> veto(@PathVariable DecisionId id, @RequestBody VetoRequest body, Caller caller) {
        return reply(judge.veto(id, body.reason(), caller.command()), caller);
    }

    private ResponseEntity<DecisionView> created(Stored<Decision> stored, Caller caller) {
        return Replies.created("/api/roadmap/decisions/" + stored.id(), stored, views.of(stored, caller.actor()));
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(decisions.get(new DecisionId(id), caller.actor()), caller.actor());
    }

    private ResponseEntity<DecisionView> reply(Stored<Decision> stored, Caller caller) {
        return Replies.found(stored, views.of(stored, caller.actor()));
    }
}
