package io.guildhall.cop.findings.web;

import io.guildhall.cop.findings.Finding;
import io.guildhall.cop.findings.WaiveFinding;
import io.guildhall.cop.findings.Waiver;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.Ref;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.Replies;
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
import org.springframework.web.bind.annotation.RestController;

/** What differs in a community from the rules of the method, and the waivers, over HTTP. */
@RestController
@RequestMapping("/api/cop/communities/{id}/findings")
class FindingController {

    private final WaiveFinding waive;
    private final People people;

    FindingController(WaiveFinding waive, People people) {
        this.waive = waive;
        this.people = people;
    }

    /** @param until the last day it holds; null for the whole period of the finding */
    record WaivedView(
            Ref by, Instant at, String reason, @Nullable LocalDate until) {}

    /**
     * @param rule the slug of the rule
     * @param path where it is put right, in the portal
     * @param cites the rule in one sentence
     * @param waived null where nobody waived it, or the waiver is over
     */
    record FindingView(
            String id,
            String rule,
            String path,
            String text,
            String cites,
            @Nullable WaivedView waived,
            List<String> can) {}

    /** @param items none for whoever does not belong to the community */
    record FindingList(List<FindingView> items) {}

    /** @param until the last day it holds; left out for the whole period of the finding */
    record WaiveRequest(@Nullable String reason, @Nullable LocalDate until) {}

    @GetMapping
    FindingList listFindings(@PathVariable CommunityId id, Caller caller) {
        List<String> can = waive.mayWaive(id, caller.actor()) ? List.of("WaiveFinding") : List.of();
        return new FindingList(waive.findings(id, caller.actor()).stream()
                .map(shown -> view(shown, can))
                .toList());
    }

    @PostMapping("/{finding}/waive")
    ResponseEntity<WaivedView> waiveFinding(
            @PathVariable CommunityId id, @PathVariable String finding, @RequestBody WaiveRequest body, Caller caller) {
        Stored<Waiver> waived = waive.waive(id, finding, body.reason(), body.until(), caller.command());
        return Replies.found(waived, view(waived.state()));
    }

    private FindingView view(WaiveFinding.Shown shown, List<String> can) {
        Finding finding = shown.finding();
        Waiver waiver = shown.waiver();
        return new FindingView(
                finding.id(),
                finding.rule(),
                finding.path(),
                finding.text(),
                finding.cites(),
                waiver == null ? null : view(waiver),
                waiver == null ? can : List.of());
    }

    private WaivedView view(Waiver waiver) {
        return new WaivedView(people.ref(waiver.by()), waiver.at(), waiver.reason(), waiver.until());
    }
}
