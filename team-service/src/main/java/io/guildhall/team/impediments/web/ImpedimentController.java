package io.guildhall.team.impediments.web;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import io.guildhall.team.impediments.AnswerEscalation;
import io.guildhall.team.impediments.DescribeImpediment;
import io.guildhall.team.impediments.EscalateImpediment;
import io.guildhall.team.impediments.Impediment;
import io.guildhall.team.impediments.ImpedimentId;
import io.guildhall.team.impediments.ImpedimentScope;
import io.guildhall.team.impediments.ImpedimentView;
import io.guildhall.team.impediments.Impediments;
import io.guildhall.team.impediments.Level;
import io.guildhall.team.impediments.RaiseImpediment;
import io.guildhall.team.impediments.ResolveImpediment;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

/** Impediments over HTTP. */
@RestController
@RequestMapping("/api/team/impediments")
class ImpedimentController implements ShowsCurrent {

    private final Impediments impediments;
    private final RaiseImpediment raise;
    private final DescribeImpediment describe;
    private final EscalateImpediment escalate;
    private final AnswerEscalation answer;
    private final ResolveImpediment resolve;
    private final ImpedimentView.Views views;

    ImpedimentController(
            Impediments impediments,
            RaiseImpediment raise,
            DescribeImpediment describe,
            EscalateImpediment escalate,
            AnswerEscalation answer,
            ResolveImpediment resolve,
            ImpedimentView.Views views) {
        this.impediments = impediments;
        this.raise = raise;
        this.describe = describe;
        this.escalate = escalate;
        this.answer = answer;
        this.resolve = resolve;
        this.views = views;
    }

    /** Only the title has to be there. */
    record RaiseRequest(
            String title,
            @Nullable String team,
            @Nullable ImpedimentScope scope,
            @Nullable String category,
            @Nullable String stops,
            @Nullable List<String> affectedTeams,
            @Nullable List<String> features,
            @Nullable Integer daysLost,
            @Nullable Visibility visibility) {}

    record DescribeRequest(
            @Nullable String title,
            @Nullable ImpedimentScope scope,
            @Nullable String category,
            @Nullable String stops,
            @Nullable List<String> affectedTeams,
            @Nullable List<String> features,
            @Nullable Integer daysLost) {}

    record UpdateRequest(
            String text,
            @Nullable String nextStep,
            @Nullable String waitingFor) {}

    record EscalateRequest(
            @Nullable Level to,
            @Nullable String impact,
            @Nullable Boolean impactUnknown,
            @Nullable String proposal,
            @Nullable LocalDate respondBy,
            @Nullable List<String> records) {

        EscalateImpediment.Command command() {
            return new EscalateImpediment.Command(
                    to,
                    impact,
                    Boolean.TRUE.equals(impactUnknown),
                    proposal,
                    respondBy,
                    Objects.requireNonNullElse(records, List.of()));
        }
    }

    record AnswerRequest(
            Impediment.Answer.Kind kind,
            @Nullable String reason,
            @Nullable LocalDate promisedFor) {}

    /** @param shareWith the id of a community of practice that is to learn what fixed it; the cause has to be gone for good */
    record ResolveRequest(
            String fix,
            @Nullable Boolean causeRemoved,
            @Nullable String shareWith) {}

    /** @param to where an escalation would go, {@code holder} the unit that would be asked */
    record EvidencePreview(
            Level to, io.guildhall.team.shown.Ref holder, long ageDays, ImpedimentView.EvidenceView evidence) {}

    record LookAlikes(List<ImpedimentView> items) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ImpedimentView> raise(@RequestBody RaiseRequest body, Caller caller) {
        Impediment.Details details = details(
                body.scope(), body.category(), body.stops(), body.affectedTeams(), body.features(), body.daysLost());
        Stored<Impediment> raised = raise.raise(
                new RaiseImpediment.Command(required("title", body.title()), body.team(), details, body.visibility()),
                caller.command());
        return Replies.created("/api/team/impediments/" + raised.id(), raised, views.of(raised, caller.actor()));
    }

    @GetMapping
    Page<ImpedimentView> listImpediments(
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String holder,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) Impediment.@Nullable State state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "recent") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return impediments
                .page(
                        new Impediments.Filter(team, holder, level, state, q),
                        caller.actor(),
                        "age".equals(sort),
                        cursor,
                        limit)
                .map(found -> views.of(found, caller.actor()));
    }

    @GetMapping("/look-alikes")
    LookAlikes lookAlikes(@RequestParam String title, Caller caller) {
        return new LookAlikes(impediments.lookAlikes(title, caller.actor()).stream()
                .map(found -> views.of(found, caller.actor()))
                .toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<ImpedimentView> getImpediment(@PathVariable ImpedimentId id, Caller caller) {
        return reply(impediments.get(id, caller.actor()), caller);
    }

    @GetMapping("/{id}/evidence")
    EvidencePreview evidence(
            @PathVariable ImpedimentId id, @RequestParam(required = false) @Nullable Level to, Caller caller) {
        Stored<Impediment> found = impediments.get(id, caller.actor());
        ImpedimentView view = views.of(found, caller.actor());
        EscalateImpediment.Step step = escalate.next(found.state(), to);
        return new EvidencePreview(
                step.to(),
                views.unitRef(step.holder()),
                view.ageDays(),
                views.evidence(escalate.evidence(
                        found.state(), new EscalateImpediment.Command(to, null, false, null, null, List.of()))));
    }

    @PostMapping("/{id}/me-too")
    ResponseEntity<ImpedimentView> support(@PathVariable ImpedimentId id, Caller caller) {
        return reply(describe.support(id, caller.command()), caller);
    }

    @PostMapping("/{id}/update")
    ResponseEntity<ImpedimentView> update(
            @PathVariable ImpedimentId id, @RequestBody UpdateRequest body, Caller caller) {
        return reply(
                describe.update(
                        id, required("text", body.text()), body.nextStep(), body.waitingFor(), caller.command()),
                caller);
    }

    @IfMatch
    @PostMapping("/{id}/describe")
    ResponseEntity<ImpedimentView> describe(
            @PathVariable ImpedimentId id, @RequestBody DescribeRequest body, Caller caller) {
        Impediment.Details details = details(
                body.scope(), body.category(), body.stops(), body.affectedTeams(), body.features(), body.daysLost());
        return reply(describe.describe(id, body.title(), details, caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/escalate")
    ResponseEntity<ImpedimentView> escalate(
            @PathVariable ImpedimentId id, @RequestBody EscalateRequest body, Caller caller) {
        return reply(escalate.escalate(id, body.command(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/answer")
    ResponseEntity<ImpedimentView> answer(
            @PathVariable ImpedimentId id, @RequestBody AnswerRequest body, Caller caller) {
        return reply(
                answer.answer(
                        id,
                        new AnswerEscalation.Command(required("kind", body.kind()), body.reason(), body.promisedFor()),
                        caller.command()),
                caller);
    }

    @IfMatch
    @PostMapping("/{id}/resolve")
    ResponseEntity<ImpedimentView> resolve(
            @PathVariable ImpedimentId id, @RequestBody ResolveRequest body, Caller caller) {
        return reply(
                resolve.resolve(
                        id,
                        required("fix", body.fix()),
                        Boolean.TRUE.equals(body.causeRemoved()),
                        body.shareWith(),
                        caller.command()),
                caller);
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(impediments.get(new ImpedimentId(id), caller.actor()), caller.actor());
    }

    private ResponseEntity<ImpedimentView> reply(Stored<Impediment> stored, Caller caller) {
        return Replies.found(stored, views.of(stored, caller.actor()));
    }

    private static Impediment.Details details(
            @Nullable ImpedimentScope scope,
            @Nullable String category,
            @Nullable String stops,
            @Nullable List<String> affectedTeams,
            @Nullable List<String> features,
            @Nullable Integer daysLost) {
        return new Impediment.Details(
                scope == null ? ImpedimentScope.UNKNOWN : scope,
                category,
                stops,
                affectedTeams == null ? List.of() : affectedTeams,
                features == null ? List.of() : features,
                daysLost);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.invalid("field-missing", "'" + field + "' has to be there.");
        }
        return value;
    }
}
