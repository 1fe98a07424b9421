package io.guildhall.cop.ideas.web;

import io.guildhall.cop.ideas.DecideIdea;
import io.guildhall.cop.ideas.Idea;
import io.guildhall.cop.ideas.IdeaId;
import io.guildhall.cop.ideas.IdeaStatus;
import io.guildhall.cop.ideas.ProposeIdea;
import io.guildhall.cop.ideas.ReadIdeas;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.TeamId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ideas over HTTP. */
@RestController
@RequestMapping("/api/cop")
class IdeaController implements ShowsCurrent {

    private final ReadIdeas read;
    private final ProposeIdea propose;
    private final DecideIdea decide;
    private final IdeaView.Views views;

    IdeaController(ReadIdeas read, ProposeIdea propose, DecideIdea decide, IdeaView.Views views) {
        this.read = read;
        this.propose = propose;
        this.decide = decide;
        this.views = views;
    }

    /**
     * A title is enough.
     *
     * @param what what is to be done
     * @param why what it would help with
     */
    record IdeaRequest(
            String title, @Nullable String what, @Nullable String why) {}

    /**
     * @param teams ids of the teams that try it, one to 20
     * @param measure how it will be known whether it helps
     * @param until the day it ends, within a year
     */
    record TrialRequest(List<TeamId> teams, String measure, LocalDate until) {

        TrialRequest {
            teams = Wording.given("teams", teams);
            until = Wording.given("until", until);
        }
    }

    /** @param learned what the trial has shown */
    record LearnedRequest(@Nullable String learned) {}

    record DeclineIdeaRequest(@Nullable String reason) {}

    /** @param items the most supported first */
    record OpenIdeas(List<IdeaView> items) {}

    /** What a community has not decided yet, the most supported first. */
    @GetMapping("/communities/{id}/ideas")
    OpenIdeas listOpenIdeas(@PathVariable CommunityId id, Caller caller) {
        return new OpenIdeas(read.open(id, caller.actor()).stream()
                .map(one -> views.of(one, caller.actor()))
                .toList());
    }

    /**
     * What a community has decided, the newest decision first.
     *
     * @param status which decisions
     */
    @GetMapping("/communities/{id}/ideas/decided")
    Page<IdeaView> listDecidedIdeas(
            @PathVariable CommunityId id,
            @RequestParam(defaultValue = "ADOPTED,DROPPED,DECLINED") List<IdeaStatus> status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return read.decided(id, status, caller.actor(), cursor, limit).map(one -> views.of(one, caller.actor()));
    }

    @PostMapping("/communities/{id}/ideas")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IdeaView> proposeIdea(@PathVariable CommunityId id, @RequestBody IdeaRequest body, Caller caller) {
        Stored<Idea> stored =
                propose.propose(id, new Idea.Proposal(body.title(), body.what(), body.why()), caller.command());
        return Replies.created("/api/cop/ideas/" + stored.id(), stored, view(stored, caller));
    }

    /**
     * Ideas of all communities that the reader sees, by title.
     *
     * @param q words that the title holds
     */
    @GetMapping("/ideas")
    Page<IdeaView> findIdeas(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return read.titled(q, caller.actor(), cursor, limit).map(one -> views.of(one, caller.actor()));
    }

    @GetMapping("/ideas/{id}")
    ResponseEntity<IdeaView> getIdea(@PathVariable IdeaId id, Caller caller) {
        ReadIdeas.Supported found = read.get(id, caller.actor());
        return Replies.found(found.idea(), views.of(found, caller.actor()));
    }

    /** Nobody is told who supports it. */
    @PutMapping("/ideas/{id}/support")
    ResponseEntity<IdeaView> supportIdea(@PathVariable IdeaId id, Caller caller) {
        propose.support(id, true, caller.command());
        return getIdea(id, caller);
    }

    @DeleteMapping("/ideas/{id}/support")
    ResponseEntity<IdeaView> takeBackSupport(@PathVariable IdeaId id, Caller caller) {
        propose.support(id, false, caller.command());
        return getIdea(id, caller);
    }

    @IfMatch
    @PostMapping("/ideas/{id}/trial")
    ResponseEntity<IdeaView> startTrial(@PathVariable IdeaId id, @RequestBody TrialRequest body, Caller caller) {
        return reply(decide.tryOut(id, body.teams(), body.measure(), body.until(), caller.command()), caller);
    }

    /** Its community proposes to itself to write a page about it. */
    @IfMatch
    @PostMapping("/ideas/{id}/adopt")
    ResponseEntity<IdeaView> adoptIdea(@PathVariable IdeaId id, @RequestBody LearnedRequest body, Caller caller) {
        return reply(decide.adopt(id, body.learned(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/ideas/{id}/drop")
    ResponseEntity<IdeaView> dropIdea(@PathVariable IdeaId id, @RequestBody LearnedRequest body, Caller caller) {
        return reply(decide.drop(id, body.learned(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/ideas/{id}/decline")
    ResponseEntity<IdeaView> declineIdea(@PathVariable IdeaId id, @RequestBody DeclineIdeaRequest body, Caller caller) {
        return reply(decide.decline(id, body.reason(), caller.command()), caller);
    }

    /** Whoever proposed it takes it back. */
    @PostMapping("/ideas/{id}/withdraw")
    ResponseEntity<IdeaView> withdrawIdea(@PathVariable IdeaId id, Caller caller) {
        return reply(propose.withdraw(id, caller.command()), caller);
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(read.get(new IdeaId(id), caller.actor()), caller.actor());
    }

    private ResponseEntity<IdeaView> reply(Stored<Idea> stored, Caller caller) {
        return Replies.found(stored, view(stored, caller));
    }

    private IdeaView view(Stored<Idea> stored, Caller caller) {
        return views.of(read.supported(stored, caller.actor()), caller.actor());
    }
}
