package io.guildhall.cop.pages.web;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.markdown.Rendered;
import io.guildhall.cop.pages.KeepPage;
import io.guildhall.cop.pages.Makes;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.pages.ReadPage;
import io.guildhall.cop.pages.Revision;
import io.guildhall.cop.pages.WritePage;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Ref;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A page as it is read.
 *
 * @param makes what is made of it when it is filled in; null for a page that is read
 * @param treats ids of the rules whose findings it helps with
 * @param owner who answers for it; null for a proposal
 * @param revision the number of the present text; whoever writes it on says that they began with it
 * @param by who wrote the present text
 * @param overdue whether somebody should have looked at it again before today
 * @param remark what a reviewer asked for; null when nothing
 * @param text Markdown
 * @param html the text, safe to be shown
 * @param contents its headings
 * @param backlinks the pages that lead here
 * @param can the use cases that the reader may carry out now
 */
record PageView(
        String id,
        long version,
        Ref community,
        String title,
        @Nullable String summary,
        @Nullable Makes makes,
        List<String> treats,
        PageStatus status,
        @Nullable Ref owner,
        List<Ref> authors,
        int revision,
        Ref by,
        Instant writtenAt,
        @Nullable LocalDate reviewBy,
        boolean overdue,
        @Nullable String remark,
        String text,
        String html,
        List<Rendered.Heading> contents,
        List<Ref> backlinks,
        List<String> can) {

    /**
     * A page in a list.
     *
     * @param remark what a reviewer asked for; null when nothing
     */
    record Summary(
            String id,
            Ref community,
            String title,
            @Nullable String summary,
            @Nullable Makes makes,
            PageStatus status,
            @Nullable Ref owner,
            Instant writtenAt,
            @Nullable LocalDate reviewBy,
            boolean overdue,
            @Nullable String remark) {}

    /** @param note what was changed, where the writer said so */
    record RevisionSummary(
            int number,
            String title,
            Ref by,
            Instant at,
            @Nullable String note) {}

    /** @param html the text, safe to be shown */
    record RevisionView(
            int number,
            String title,
            @Nullable String summary,
            String text,
            String html,
            Ref by,
            Instant at,
            @Nullable String note) {}

    /** Makes views for one reader. */
    @Component
    static class Views {

        private final Pages pages;
        private final ReadPage read;
        private final WritePage write;
        private final KeepPage keep;
        private final Communities communities;
        private final Markdown markdown;
        private final People people;
        private final Clock clock;

        Views(
                Pages pages,
                ReadPage read,
                WritePage write,
                KeepPage keep,
                Communities communities,
                Markdown markdown,
                People people,
                Clock clock) {
            this.pages = pages;
            this.read = read;
            this.write = write;
            this.keep = keep;
            this.communities = communities;
            this.markdown = markdown;
            this.people = people;
            this.clock = clock;
        }

        PageView of(Stored<PlaybookPage> stored, Actor reader) {
            PlaybookPage page = stored.state();
            Stored<Community> community = communities.get(page.community(), reader);
            Revision present = read.present(stored);
            Rendered rendered = markdown.render(present.content().text());
            return new PageView(
                    stored.id(),
                    stored.version(),
                    ref(community),
                    page.title(),
                    page.summary(),
                    page.makes(),
                    page.treats(),
                    page.status(),
                    ref(page.owner()),
                    page.authors().stream().map(people::ref).toList(),
                    page.revision(),
                    people.ref(present.by()),
                    page.writtenAt(),
                    page.reviewBy(),
                    page.isOverdue(LocalDate.now(clock)),
                    page.remark(),
                    present.content().text(),
                    rendered.html(),
                    rendered.contents(),
                    backlinks(stored.id(), reader),
                    can(page, community, reader));
        }

        Summary summary(Stored<PlaybookPage> stored, Actor reader) {
            PlaybookPage page = stored.state();
            return new Summary(
                    stored.id(),
                    ref(communities.get(page.community(), reader)),
                    page.title(),
                    page.summary(),
                    page.makes(),
                    page.status(),
                    ref(page.owner()),
                    page.writtenAt(),
                    page.reviewBy(),
                    page.isOverdue(LocalDate.now(clock)),
                    page.remark());
        }

        RevisionSummary revision(Revision revision) {
            return new RevisionSummary(
                    revision.number(),
                    revision.content().title(),
                    people.ref(revision.by()),
                    revision.at(),
                    revision.note());
        }

        RevisionView whole(Revision revision) {
            return new RevisionView(
                    revision.number(),
                    revision.content().title(),
                    revision.content().summary(),
                    revision.content().text(),
                    markdown.render(revision.content().text()).html(),
                    people.ref(revision.by()),
                    revision.at(),
                    revision.note());
        }

        private List<Ref> backlinks(String id, Actor reader) {
            return pages.leadingTo(PageController.PORTAL + id, reader).stream()
                    .filter(found -> !found.id().equals(id))
                    .map(found -> new Ref(found.id(), found.state().title()))
                    .toList();
        }

        private @Nullable Ref ref(@Nullable PersonId person) {
            return person == null ? null : people.ref(person);
        }

        private static Ref ref(Stored<Community> community) {
            return new Ref(community.id(), community.state().name());
        }

        private List<String> can(PlaybookPage page, Stored<Community> community, Actor reader) {
            List<String> can = new ArrayList<>();
            boolean owns = page.isOwnedBy(reader.id());
            boolean writes = write.mayWrite(page, community, reader);
            PageStatus status = page.status();
            boolean archived = status == PageStatus.ARCHIVED;
            offer(can, "EditPage", writes && !archived);
            offer(can, "ProposeChange", !writes && !archived);
            offer(can, "SubmitPage", writes && status == PageStatus.DRAFT);
            offer(can, "ReviewPage", status == PageStatus.IN_REVIEW && may(reader, "ReviewPage", community));
            offer(
                    can,
                    "PublishPage",
                    (status == PageStatus.DRAFT || status == PageStatus.IN_REVIEW)
                            && (owns || may(reader, "PublishPage", community)));
            offer(can, "ConfirmPage", writes && status == PageStatus.PUBLISHED);
            offer(can, "HandOverPage", !archived && (owns || may(reader, "HandOverPage", community)));
            offer(can, "TakePage", !archived && !owns && keep.mayTake(page, community, reader));
            offer(can, "ArchivePage", owns || may(reader, "ArchivePage", community));
            offer(can, "AddFile", writes && !archived && may(reader, "AddFile", community));
            return can;
        }

        private boolean may(Actor reader, String useCase, Stored<Community> community) {
            return communities.may(reader, useCase, community);
        }

        private static void offer(List<String> can, String useCase, boolean possible) {
            if (possible) {
                can.add(useCase);
            }
        }
    }
}
