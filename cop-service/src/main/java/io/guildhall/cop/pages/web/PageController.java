package io.guildhall.cop.pages.web;

import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.markdown.Rendered;
import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.KeepPage;
import io.guildhall.cop.pages.Makes;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.pages.ReadPage;
import io.guildhall.cop.pages.ReviewPage;
import io.guildhall.cop.pages.WritePage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

/** Playbook pages over HTTP. */
@RestController
@RequestMapping("/api/cop")
class PageController implements ShowsCurrent {

    /** Where the portal shows a page, and where links in texts lead. */
    static final String PORTAL = "/pages/";

    private static final int MOST_OWN = 100;

    private final Pages pages;
    private final ReadPage read;
    private final WritePage write;
    private final ReviewPage review;
    private final KeepPage keep;
    private final Markdown markdown;
    private final PageView.Views views;
    private final Clock clock;

    PageController(
            Pages pages,
            ReadPage read,
            WritePage write,
            ReviewPage review,
            KeepPage keep,
            Markdown markdown,
            PageView.Views views,
            Clock clock) {
        this.pages = pages;
        this.read = read;
        this.write = write;
        this.review = review;
        this.keep = keep;
        this.markdown = markdown;
        this.views = views;
        this.clock = clock;
    }

    /**
     * A title is enough.
     *
     * @param text Markdown, at most 200,000 characters
     * @param makes what is made of it when it is filled in; left out for a page that is read
     * @param treats ids of the rules whose findings it helps with
     */
    record DraftRequest(
            String title,
            @Nullable String summary,
            @Nullable String text,
            @Nullable Makes makes,
            @Nullable List<String> treats) {}

    /**
     * @param base the number of the revision that the writer began with
     * @param note what was changed
     */
    record WriteRequest(
            int base,
            String title,
            @Nullable String summary,
            String text,
            @Nullable String note) {

        WriteRequest {
            text = Wording.given("text", text);
        }
    }

    /** @param merged whether somebody else had written meanwhile, and both texts were brought together */
    record WrittenView(PageView page, boolean merged) {}

    /** @param base the number of the present revision, as the caller has seen it */
    record RestoreRequest(int revision, int base) {}

    record PurposeRequest(@Nullable Makes makes, @Nullable List<String> treats) {}

    record AuthorsRequest(List<PersonId> authors) {

        AuthorsRequest {
            authors = Wording.given("authors", authors);
        }
    }

    record OwnerRequest(PersonId person) {

        OwnerRequest {
            person = Wording.given("person", person);
        }
    }

    /** @param reviewBy when it is to be looked at again; left out, in half a year */
    record ReviewByRequest(@Nullable LocalDate reviewBy) {}

    record RemarkRequest(@Nullable String remark) {}

    record ReasonRequest(@Nullable String reason) {}

    record PreviewRequest(String text) {

        PreviewRequest {
            text = Wording.given("text", text);
        }
    }

    /** @param items the newest first */
    record History(List<PageView.RevisionSummary> items) {}

    record DifferenceView(PageView.RevisionSummary before, PageView.RevisionSummary after, List<ReadPage.Line> lines) {}

    record Backlinks(List<PageView.Summary> items) {}

    record OwnPages(List<PageView.Summary> items) {}

    /**
     * The pages of a community by title; those not published yet for its members alone.
     *
     * @param status none for all that are not archived
     * @param overdue only those that should have been looked at again before today, the longest ago first
     * @param reviewBefore only those that are to be looked at again before that day, in this order
     */
    @GetMapping("/communities/{id}/pages")
    Page<PageView.Summary> listPages(
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable List<PageStatus> status,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable LocalDate reviewBefore,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        Pages.Filter filter = new Pages.Filter(
                Objects.requireNonNullElse(status, List.of()), overdue ? LocalDate.now(clock) : reviewBefore);
        return pages.page(id, filter, caller.actor(), cursor, limit).map(found -> views.summary(found, caller.actor()));
    }

    /**
     * The pages that the caller owns or writes with their owner, in whatever community that goes on: at most 100, by title.
     *
     * @param overdue only those that should have been looked at again before today, the longest ago first
     * @param sentBack only those that a reviewer has sent back
     */
    @GetMapping("/pages")
    OwnPages listOwnPages(
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "false") boolean sentBack,
            Caller caller) {
        Pages.Filter filter = overdue
                ? new Pages.Filter(List.of(PageStatus.PUBLISHED), LocalDate.now(clock), sentBack)
                : new Pages.Filter(List.of(), null, sentBack);
        return new OwnPages(pages.writtenBy(caller.actor(), filter, MOST_OWN).stream()
                .map(found -> views.summary(found, caller.actor()))
                .toList());
    }

    @PostMapping("/communities/{id}/pages")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PageView> draftPage(@PathVariable CommunityId id, @RequestBody DraftRequest body, Caller caller) {
        Stored<PlaybookPage> stored = write.draft(
                id,
                new Content(body.title(), body.summary(), Objects.requireNonNullElse(body.text(), "")),
                new PlaybookPage.Purpose(body.makes(), Objects.requireNonNullElse(body.treats(), List.of())),
                caller.command());
        return Replies.created("/api/cop/pages/" + stored.id(), stored, views.of(stored, caller.actor()));
    }

    @GetMapping("/pages/{id}")
    ResponseEntity<PageView> getPage(@PathVariable PageId id, Caller caller) {
        return reply(pages.get(id, caller.actor()), caller);
    }

    /**
     * Writes a page on. What somebody else has written since {@code base} is brought together with it; where both changed the
     * same lines, the answer is 409 {@code texts-meet} with both.
     */
    @PutMapping("/pages/{id}/text")
    ResponseEntity<WrittenView> writePage(@PathVariable PageId id, @RequestBody WriteRequest body, Caller caller) {
        return written(
                write.edit(
                        id,
                        body.base(),
                        new Content(body.title(), body.summary(), body.text()),
                        body.note(),
                        caller.command()),
                caller);
    }

    /** Writes an earlier revision again, as the newest one. */
    @PostMapping("/pages/{id}/restore")
    ResponseEntity<WrittenView> restorePage(@PathVariable PageId id, @RequestBody RestoreRequest body, Caller caller) {
        return written(write.restore(id, body.revision(), body.base(), caller.command()), caller);
    }

    @IfMatch
    @PutMapping("/pages/{id}/purpose")
    ResponseEntity<PageView> setPagePurpose(@PathVariable PageId id, @RequestBody PurposeRequest body, Caller caller) {
        PlaybookPage.Purpose purpose =
                new PlaybookPage.Purpose(body.makes(), Objects.requireNonNullElse(body.treats(), List.of()));
        return reply(write.serve(id, purpose, caller.command()), caller);
    }

    /** Who may write it together with its owner. */
    @IfMatch
    @PutMapping("/pages/{id}/authors")
    ResponseEntity<PageView> namePageAuthors(@PathVariable PageId id, @RequestBody AuthorsRequest body, Caller caller) {
        return reply(write.writeWith(id, body.authors(), caller.command()), caller);
    }

    @PostMapping("/pages/{id}/submit")
    ResponseEntity<PageView> submitPage(@PathVariable PageId id, Caller caller) {
        return reply(review.submit(id, caller.command()), caller);
    }

    @PostMapping("/pages/{id}/send-back")
    ResponseEntity<PageView> sendPageBack(@PathVariable PageId id, @RequestBody RemarkRequest body, Caller caller) {
        return reply(review.sendBack(id, body.remark(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/pages/{id}/publish")
    ResponseEntity<PageView> publishPage(@PathVariable PageId id, @RequestBody ReviewByRequest body, Caller caller) {
        return reply(review.publish(id, body.reviewBy(), caller.command()), caller);
    }

    /** It still holds. */
    @PostMapping("/pages/{id}/confirm")
    ResponseEntity<PageView> confirmPage(@PathVariable PageId id, @RequestBody ReviewByRequest body, Caller caller) {
        return reply(review.confirm(id, body.reviewBy(), caller.command()), caller);
    }

    /** Makes somebody answer for it. */
    @IfMatch
    @PostMapping("/pages/{id}/owner")
    ResponseEntity<PageView> ownPage(@PathVariable PageId id, @RequestBody OwnerRequest body, Caller caller) {
        return reply(keep.own(id, body.person(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/pages/{id}/archive")
    ResponseEntity<PageView> archivePage(@PathVariable PageId id, @RequestBody ReasonRequest body, Caller caller) {
        return reply(keep.archive(id, body.reason(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/pages/{id}/reopen")
    ResponseEntity<PageView> reopenPage(@PathVariable PageId id, Caller caller) {
        return reply(keep.reopen(id, caller.command()), caller);
    }

    @GetMapping("/pages/{id}/revisions")
    History listRevisions(@PathVariable PageId id, Caller caller) {
        return new History(
                read.history(id, caller.actor()).stream().map(views::revision).toList());
    }

    @GetMapping("/pages/{id}/revisions/{number}")
    PageView.RevisionView getRevision(@PathVariable PageId id, @PathVariable int number, Caller caller) {
        return views.whole(read.revision(id, number, caller.actor()));
    }

    /** What changed from one revision to another. */
    @GetMapping("/pages/{id}/difference")
    DifferenceView getDifference(@PathVariable PageId id, @RequestParam int from, @RequestParam int to, Caller caller) {
        ReadPage.Difference difference = read.difference(id, from, to, caller.actor());
        return new DifferenceView(
                views.revision(difference.before()), views.revision(difference.after()), difference.lines());
    }

    /**
     * The pages that lead to something in the portal.
     *
     * @param path for example {@code /impediments/<id>}
     */
    @GetMapping("/backlinks")
    Backlinks listBacklinks(@RequestParam String path, Caller caller) {
        return new Backlinks(pages.leadingTo(path, caller.actor()).stream()
                .map(found -> views.summary(found, caller.actor()))
                .toList());
    }

    /** How a text will look. */
    @PostMapping("/preview")
    Rendered preview(@RequestBody PreviewRequest body, Caller caller) {
        return markdown.render(new Content("Preview", null, body.text()).text());
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(pages.get(new PageId(id), caller.actor()), caller.actor());
    }

    private ResponseEntity<WrittenView> written(WritePage.Written written, Caller caller) {
        return Replies.found(
                written.page(), new WrittenView(views.of(written.page(), caller.actor()), written.merged()));
    }

    private ResponseEntity<PageView> reply(Stored<PlaybookPage> stored, Caller caller) {
        return Replies.found(stored, views.of(stored, caller.actor()));
    }
}
