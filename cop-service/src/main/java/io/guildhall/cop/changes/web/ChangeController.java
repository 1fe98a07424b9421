package io.guildhall.cop.changes.web;

import io.guildhall.cop.changes.ChangeId;
import io.guildhall.cop.changes.ChangeStatus;
import io.guildhall.cop.changes.ProposeChange;
import io.guildhall.cop.changes.ProposedChange;
import io.guildhall.cop.changes.ProposedChanges;
import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.ReadPage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.Ref;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.Replies;
import java.time.Instant;
import java.util.ArrayList;
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

/** Proposed changes of pages over HTTP. */
@RestController
@RequestMapping("/api/cop")
class ChangeController {

    private final ProposedChanges changes;
    private final ProposeChange propose;
    private final Pages pages;
    private final ReadPage read;
    private final People people;

    ChangeController(ProposedChanges changes, ProposeChange propose, Pages pages, ReadPage read, People people) {
        this.changes = changes;
        this.propose = propose;
        this.pages = pages;
        this.read = read;
        this.people = people;
    }

    /**
     * @param base the number of the revision that the proposal began with
     * @param note what is changed, in a line
     */
    record ChangeRequest(
            int base,
            String title,
            @Nullable String summary,
            String text,
            @Nullable String note) {

        ChangeRequest {
            text = Wording.given("text", text);
        }
    }

    /**
     * Left out, where the text is taken as it was proposed.
     *
     * @param base the number of the present revision, with which it was settled what is to stand there
     */
    record TakeRequest(int base, String title, @Nullable String summary, String text) {

        TakeRequest {
            text = Wording.given("text", text);
        }

        ProposeChange.Settled settled() {
            return new ProposeChange.Settled(base, new Content(title, summary, text));
        }
    }

    record DeclineRequest(@Nullable String reason) {}

    /** @param page by its title */
    record ChangeSummary(
            String id,
            Ref page,
            int base,
            @Nullable String note,
            Ref by,
            Instant at,
            ChangeStatus status,
            @Nullable String reason) {}

    /**
     * A proposed change with its text.
     *
     * @param readable whether the reader may read the page; whoever proposed something for it may be left with the proposal
     *     alone, where the page is a draft again: then nothing is compared
     * @param revision the number of the page's present text
     * @param clean whether it can be taken over as it is; if not, it meets what was written since
     * @param lines what taking it over changes of the present text; where they meet, and once it is answered, what it changes
     *     of the revision it began with
     * @param can the use cases that the reader may carry out now
     */
    record ChangeView(
            ChangeSummary change,
            String title,
            @Nullable String summary,
            String text,
            boolean readable,
            int revision,
            boolean clean,
            List<ReadPage.Line> lines,
            List<String> can) {}

    record ChangesToAnswer(List<ChangeSummary> items) {}

    /** The newest first. */
    @GetMapping("/pages/{id}/changes")
    Page<ChangeSummary> listPageChanges(
            @PathVariable PageId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return changes.page(id, caller.actor(), cursor, limit).map(this::summary);
    }

    /** What waits for an answer in a community, the oldest first. */
    @GetMapping("/communities/{id}/changes")
    Page<ChangeSummary> listWaitingChanges(
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return changes.waiting(id, caller.actor(), cursor, limit).map(this::summary);
    }

    @PostMapping("/pages/{id}/changes")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ChangeView> proposeChange(@PathVariable PageId id, @RequestBody ChangeRequest body, Caller caller) {
        Stored<ProposedChange> stored = propose.propose(
                id, body.base(), new Content(body.title(), body.summary(), body.text()), body.note(), caller.command());
        return Replies.created("/api/cop/changes/" + stored.id(), stored, view(stored, caller.actor()));
    }

    /**
     * What waits for the caller's answer, in whatever community, the oldest first.
     *
     * @param own only what is about pages that the caller owns or writes with their owner
     */
    @GetMapping("/changes")
    ChangesToAnswer listChangesToAnswer(@RequestParam(defaultValue = "false") boolean own, Caller caller) {
        List<Stored<ProposedChange>> waiting =
                own ? propose.waitingForWriter(caller.actor()) : propose.waitingFor(caller.actor());
        return new ChangesToAnswer(waiting.stream().map(this::summary).toList());
    }

    @GetMapping("/changes/{id}")
    ResponseEntity<ChangeView> getChange(@PathVariable ChangeId id, Caller caller) {
        return reply(changes.get(id, caller.actor()), caller);
    }

    /**
     * Its text comes to stand on the page; where it meets what was written since, the answer is 409 {@code texts-meet} until the
     * body says what is to stand there.
     */
    @PostMapping("/changes/{id}/take")
    ResponseEntity<ChangeView> takeChange(
            @PathVariable ChangeId id, @RequestBody(required = false) @Nullable TakeRequest body, Caller caller) {
        return reply(propose.take(id, body == null ? null : body.settled(), caller.command()), caller);
    }

    @PostMapping("/changes/{id}/decline")
    ResponseEntity<ChangeView> declineChange(
            @PathVariable ChangeId id, @RequestBody DeclineRequest body, Caller caller) {
        return reply(propose.decline(id, body.reason(), caller.command()), caller);
    }

    @PostMapping("/changes/{id}/withdraw")
    ResponseEntity<ChangeView> withdrawChange(@PathVariable ChangeId id, Caller caller) {
        return reply(propose.withdraw(id, caller.command()), caller);
    }

    private ResponseEntity<ChangeView> reply(Stored<ProposedChange> stored, Caller caller) {
        return Replies.found(stored, view(stored, caller.actor()));
    }

    private ChangeView view(Stored<ProposedChange> stored, Actor reader) {
        ProposedChange change = stored.state();
        Content content = propose.text(new ChangeId(stored.id()));
        if (!pages.isSeenBy(reader, change.page())) {
            return new ChangeView(
                    summary(stored),
                    content.title(),
                    content.summary(),
                    content.text(),
                    false,
                    change.base(),
                    true,
                    List.of(),
                    can(change, reader));
        }
        ReadPage.WouldBe wouldBe = read.wouldBe(change.page(), change.base(), content, reader);
        boolean open = change.status() == ChangeStatus.OPEN;
        return new ChangeView(
                summary(stored),
                content.title(),
                content.summary(),
                content.text(),
                true,
                wouldBe.revision(),
                wouldBe.clean(),
                open ? wouldBe.lines() : read.compared(change.page(), change.base(), content.text(), reader),
                can(change, reader));
    }

    private ChangeSummary summary(Stored<ProposedChange> stored) {
        ProposedChange change = stored.state();
        return new ChangeSummary(
                stored.id(),
                new Ref(change.page().value(), change.title()),
                change.base(),
                change.note(),
                people.ref(change.by()),
                change.at(),
                change.status(),
                change.reason());
    }

    private List<String> can(ProposedChange change, Actor reader) {
        List<String> can = new ArrayList<>();
        if (change.status() != ChangeStatus.OPEN) {
            return can;
        }
        if (propose.mayDecide(change, reader)) {
            can.add("EditPage");
        }
        if (change.isBy(reader.id())) {
            can.add("WithdrawChange");
        }
        return can;
    }
}
