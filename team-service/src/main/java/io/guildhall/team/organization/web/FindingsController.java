package io.guildhall.team.organization.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.Replies;
import io.guildhall.team.organization.WaiveFinding;
import io.guildhall.team.organization.Waiver;
import io.guildhall.team.shown.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What differs from the rules of the method, and the waivers. */
@RestController
@RequestMapping("/api/team/findings")
class FindingsController {

    private final WaiveFinding waive;
    private final Scopes scopes;
    private final Access access;

    FindingsController(WaiveFinding waive, Scopes scopes, Access access) {
        this.waive = waive;
        this.scopes = scopes;
        this.access = access;
    }

    record WaivedView(
            Ref by, Instant at, String reason, @Nullable LocalDate until) {}

    record FindingView(
            String id,
            String rule,
            Ref unit,
            String text,
            String cites,
            @Nullable WaivedView waived,
            List<String> can) {}

    record FindingList(List<FindingView> items) {}

    record WaiveRequest(String reason, @Nullable LocalDate until) {}

    @GetMapping
    FindingList listFindings(@RequestParam(required = false) @Nullable String unit, Caller caller) {
        return new FindingList(waive.findings(unit).stream()
                .map(shown -> new FindingView(
                        shown.finding().id(),
                        shown.finding().rule(),
                        Ref.unit(shown.finding().unit(), scopes),
                        shown.finding().text(),
                        shown.finding().cites(),
                        shown.waiver() == null ? null : view(shown.waiver()),
                        shown.waiver() == null
                                        && access.may(
                                                caller.actor(),
                                                "WaiveFinding",
                                                List.of(shown.finding().unit()))
                                ? List.of("WaiveFinding")
                                : List.of()))
                .toList());
    }

    @PostMapping("/{id}/waive")
    ResponseEntity<WaivedView> waive(@PathVariable String id, @RequestBody WaiveRequest body, Caller caller) {
        if (body.reason() == null) {
            throw Refusal.invalid("field-missing", "'reason' has to be there.");
        }
        Stored<Waiver> waived = waive.waive(id, body.reason(), body.until(), caller.command());
        return Replies.found(waived, view(waived.state()));
    }

    private WaivedView view(Waiver waiver) {
        return new WaivedView(Ref.person(waiver.by(), scopes), waiver.at(), waiver.reason(), waiver.until());
    }
}
