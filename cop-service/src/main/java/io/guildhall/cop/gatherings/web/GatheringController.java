package io.guildhall.cop.gatherings.web;

import io.guildhall.cop.gatherings.DraftAgenda;
import io.guildhall.cop.gatherings.GatheringId;
import io.guildhall.cop.gatherings.Meeting;
import io.guildhall.cop.gatherings.ReadGatherings;
import io.guildhall.cop.gatherings.RunGathering;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The gatherings of a community over HTTP; one of which nothing was written down yet has version 0. */
@RestController
@RequestMapping("/api/cop")
class GatheringController implements ShowsCurrent {

    private final ReadGatherings read;
    private final RunGathering run;
    private final DraftAgenda draft;
    private final GatheringView.Views views;

    GatheringController(ReadGatherings read, RunGathering run, DraftAgenda draft, GatheringView.Views views) {
        this.read = read;
        this.run = run;
        this.draft = draft;
        this.views = views;
    }

    /** @param items what is to be talked about, in order */
    record AgendaRequest(List<String> items) {

        AgendaRequest {
            items = Wording.given("items", items);
        }
    }

    /** @param paths what the suggested topics are about */
    record TakeRequest(List<String> paths) {

        TakeRequest {
            paths = Wording.given("paths", paths);
        }
    }

    /** @param person a member of the community; left out, nobody is named */
    record FacilitatorRequest(@Nullable PersonId person) {}

    /** @param notes Markdown */
    record NotesRequest(@Nullable String notes) {}

    /** @param owner who does it; left out where nobody has taken it */
    record ActionRequest(String text, @Nullable PersonId owner) {}

    record ComingRequest(boolean coming) {}

    /** @param attended how many were there */
    record HeldRequest(int attended) {}

    record GatheringList(List<GatheringView.GatheringSummary> items) {}

    /**
     * Those that take place between two days, both included.
     *
     * @param to at most 400 days after the first
     */
    @GetMapping("/communities/{id}/gatherings")
    GatheringList listGatherings(
            @PathVariable CommunityId id, @RequestParam LocalDate from, @RequestParam LocalDate to, Caller caller) {
        return new GatheringList(read.between(id, from, to, caller.actor()).stream()
                .map(GatheringView.GatheringSummary::of)
                .toList());
    }

    @GetMapping("/gatherings/{id}")
    ResponseEntity<GatheringView> getGathering(@PathVariable String id, Caller caller) {
        return reply(GatheringId.parse(id), caller);
    }

    @IfMatch
    @PutMapping("/gatherings/{id}/agenda")
    ResponseEntity<GatheringView> prepareGathering(
            @PathVariable String id, @RequestBody AgendaRequest body, Caller caller) {
        GatheringId gathering = GatheringId.parse(id);
        run.prepare(gathering, body.items(), caller.command());
        return reply(gathering, caller);
    }

    @IfMatch
    @PutMapping("/gatherings/{id}/facilitator")
    ResponseEntity<GatheringView> nameFacilitator(
            @PathVariable String id, @RequestBody FacilitatorRequest body, Caller caller) {
        GatheringId gathering = GatheringId.parse(id);
        run.facilitate(gathering, body.person(), caller.command());
        return reply(gathering, caller);
    }

    /** Takes suggested topics onto the agenda; what is not suggested any more is passed over. */
    @PostMapping("/gatherings/{id}/agenda/take")
    ResponseEntity<GatheringView> takeTopics(@PathVariable String id, @RequestBody TakeRequest body, Caller caller) {
        GatheringId gathering = GatheringId.parse(id);
        draft.take(gathering, body.paths(), caller.command());
        return reply(gathering, caller);
    }

    @IfMatch
    @PutMapping("/gatherings/{id}/notes")
    ResponseEntity<GatheringView> noteGathering(
            @PathVariable String id, @RequestBody NotesRequest body, Caller caller) {
        GatheringId gathering = GatheringId.parse(id);
        run.note(gathering, body.notes(), caller.command());
        return reply(gathering, caller);
    }

    @PostMapping("/gatherings/{id}/actions")
    ResponseEntity<GatheringView> agreeOnAction(
            @PathVariable String id, @RequestBody ActionRequest body, Caller caller) {
        GatheringId gathering = GatheringId.parse(id);
        run.act(gathering, body.text(), body.owner(), caller.command());
        return reply(gathering, caller);
    }

    @PostMapping("/gatherings/{id}/actions/{action}/done")
    ResponseEntity<GatheringView> finishAction(@PathVariable String id, @PathVariable String action, Caller caller) {
        GatheringId gathering = GatheringId.parse(id);
        run.finish(gathering, action, true, caller.command());
        return reply(gathering, caller);
    }

    @PostMapping("/gatherings/{id}/actions/{action}/reopen")
    ResponseEntity<GatheringView> reopenAction(@PathVariable String id, @PathVariable String action, Caller caller) {
        GatheringId gathering = GatheringId.parse(id);
        run.finish(gathering, action, false, caller.command());
        return reply(gathering, caller);
    }

    /** Whether the caller will come; only the count is shown. */
    @PutMapping("/gatherings/{id}/coming")
    ResponseEntity<GatheringView> comeToGathering(
            @PathVariable String id, @RequestBody ComingRequest body, Caller caller) {
        GatheringId gathering = GatheringId.parse(id);
        run.come(gathering, body.coming(), caller.command());
        return reply(gathering, caller);
    }

    /** It took place; said again, with another count. */
    @PostMapping("/gatherings/{id}/held")
    ResponseEntity<GatheringView> holdGathering(@PathVariable String id, @RequestBody HeldRequest body, Caller caller) {
        GatheringId gathering = GatheringId.parse(id);
        run.hold(gathering, body.attended(), caller.command());
        return reply(gathering, caller);
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(read.get(GatheringId.parse(id), caller.actor()), caller.actor());
    }

    private ResponseEntity<GatheringView> reply(GatheringId id, Caller caller) {
        Meeting meeting = read.get(id, caller.actor());
        return Replies.found(meeting.written(), views.of(meeting, caller.actor()));
    }
}
