package io.guildhall.cop.pages;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members begin pages; who owns one, writes it with the owner or leads the community writes on. */
@Component
public class WritePage {

    private static final String WRITE_PAGE = "WritePage";
    private static final String EDIT_PAGE = "EditPage";
    private static final int ATTEMPTS = 10;

    private final Pages pages;
    private final Revisions revisions;
    private final Communities communities;
    private final Markdown markdown;
    private final People people;

    WritePage(Pages pages, Revisions revisions, Communities communities, Markdown markdown, People people) {
        this.pages = pages;
        this.revisions = revisions;
        this.communities = communities;
        this.markdown = markdown;
        this.people = people;
    }

    /**
     * What came of an edit.
     *
     * @param merged whether somebody else had written meanwhile, and both texts were brought together
     */
    public record Written(Stored<PlaybookPage> page, boolean merged) {}

    public Stored<PlaybookPage> draft(
            CommunityId community, Content content, PlaybookPage.Purpose purpose, CommandContext context) {
        return draft(new PageId(context.newId("page")), community, content, purpose, context);
    }

    /**
     * The same for what comes from elsewhere.
     *
     * @param id follows from where it comes from, so that it is there once
     */
    public Stored<PlaybookPage> draft(
            PageId id, CommunityId community, Content content, PlaybookPage.Purpose purpose, CommandContext context) {
        Stored<Community> seen = communities.get(community, context.actor());
        communities.require(context.actor(), WRITE_PAGE, seen);
        seen.state().refuseArchived();
        Revision first = revisions.write(id, 1, null, content, new PersonId(context.by()), context.at(), null);
        boolean open = seen.state().openToAll();
        return kept(
                first,
                () -> pages.add(id, context, PlaybookPage.draft(community, open, first, links(content), purpose)));
    }

    /**
     * Writes a page on. Whoever began with a text that is not the present one any more has their changes brought together
     * with those made meanwhile.
     *
     * @param base the number of the revision that the writer began with
     * @throws Refusal 409 {@code texts-meet} when both changed the same lines: it carries the present revision and both
     *     texts in one, so that nothing is lost
     */
    public Written edit(PageId id, int base, Content mine, @Nullable String note, CommandContext context) {
        return edit(id, base, mine, note, new PersonId(context.by()), context);
    }

    /**
     * The same for what somebody else has written and the caller takes over.
     *
     * @param writer whose text it is
     */
    public Written edit(
            PageId id, int base, Content mine, @Nullable String note, PersonId writer, CommandContext context) {
        return edit(
                id, present -> next(present, base, mine), present -> present.number() != base, note, writer, context);
    }

    /**
     * The same for a text that began with one that need not be a revision.
     *
     * @param base the text that the writer began with
     */
    public Written edit(PageId id, Content base, Content mine, @Nullable String note, CommandContext context) {
        return edit(
                id,
                present -> next(present, base, mine),
                present -> !present.content().equals(base),
                note,
                new PersonId(context.by()),
                context);
    }

    private Written edit(
            PageId id,
            Function<Revision, Content> next,
            Predicate<Revision> isPast,
            @Nullable String note,
            PersonId writer,
            CommandContext context) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Stored<PlaybookPage> seen = pages.get(id, context.actor());
            requireWriter(seen.state(), context.actor());
            Revision present = revisions.get(seen.state().text());
            boolean meanwhile = isPast.test(present);
            Content content = next.apply(present);
            if (content.equals(present.content())) {
                return new Written(seen, meanwhile);
            }
            Revision written = revisions.write(
                    id,
                    present.number() + 1,
                    present.key(),
                    content,
                    writer,
                    context.at(),
                    Wording.optional("note", note, Wording.LINE));
            try {
                return new Written(
                        kept(written, () -> pages.change(id, context, page -> page.write(written, links(content)))),
                        meanwhile);
            } catch (MovedOn moved) {
                // Looked at again: what came first is then the present text.
            }
        }
        throw Refusal.unavailable("busy", "Many people write this page right now; try again.");
    }

    /**
     * What an edit would write; nothing is written.
     *
     * @param base the text that the writer began with
     * @throws Refusal as an edit would
     */
    public Content wouldWrite(PageId id, Content base, Content mine, Actor actor) {
        PlaybookPage seen = pages.get(id, actor).state();
        requireWriter(seen, actor);
        return next(revisions.get(seen.text()), base, mine);
    }

    private Content next(Revision present, int base, Content mine) {
        return present.number() == base
                ? mine
                : bringTogether(revision(present, base).content(), present, mine);
    }

    private static Content next(Revision present, Content base, Content mine) {
        return present.content().equals(base) ? mine : bringTogether(base, present, mine);
    }

    /** Writes an earlier revision again, as the newest one. */
    public Written restore(PageId id, int number, int base, CommandContext context) {
        Revision present = revisions.get(pages.get(id, context.actor()).state().text());
        return edit(id, base, revision(present, number).content(), "Revision " + number + " restored", context);
    }

    public Stored<PlaybookPage> serve(PageId id, PlaybookPage.Purpose purpose, CommandContext context) {
        requireWriter(pages.get(id, context.actor()).state(), context.actor());
        return pages.change(id, context, page -> page.serve(purpose));
    }

    /** Names who writes it with its owner. */
    public Stored<PlaybookPage> writeWith(PageId id, List<PersonId> authors, CommandContext context) {
        requireWriter(pages.get(id, context.actor()).state(), context.actor());
        authors.forEach(people::require);
        return pages.change(id, context, page -> page.writtenWith(authors));
    }

    /** Whether somebody may write a page on without asking. */
    public boolean mayWrite(PlaybookPage page, Stored<Community> community, Actor actor) {
        return page.isWrittenBy(actor.id()) || communities.may(actor, EDIT_PAGE, community);
    }

    private void requireWriter(PlaybookPage page, Actor actor) {
        if (!page.isWrittenBy(actor.id())) {
            communities.require(actor, EDIT_PAGE, communities.get(page.community(), actor));
        }
    }

    private Revision revision(Revision present, int number) {
        return revisions
                .find(present.page(), present.key(), number)
                .orElseThrow(() -> Refusal.invalid(
                                "no-such-revision",
                                "This page has no revision " + number + "; the newest is " + present.number() + ".")
                        .with("field", "base"));
    }

    private static Content bringTogether(Content base, Revision present, Content mine) {
        Merge.Together together = Merge.together(base, present.content(), mine);
        if (!together.clean()) {
            throw Refusal.conflict(
                            "texts-meet",
                            "Somebody else changed the same meanwhile; choose what is to stand there, then save"
                                    + " again.")
                    .with(
                            "present",
                            Map.of(
                                    "revision", present.number(),
                                    "title", present.content().title(),
                                    "text", present.content().text()))
                    .with("together", together.content().text());
        }
        return together.content();
    }

    private List<String> links(Content content) {
        return Links.of(content, markdown);
    }

    private interface Write {
        Stored<PlaybookPage> carryOut();
    }

    /** A revision that no page names in the end is taken back: the command was refused, or was a repetition. */
    private Stored<PlaybookPage> kept(Revision written, Write write) {
        boolean named = false;
        try {
            Stored<PlaybookPage> stored = write.carryOut();
            named = stored.state().text().equals(written.key());
            return stored;
        } catch (MovedOn | Refusal refused) {
            throw refused;
        } catch (RuntimeException unknown) {
            // The store did not say whether the page names it; then it has to stay.
            named = true;
            throw unknown;
        } finally {
            if (!named) {
                revisions.drop(written);
            }
        }
    }
}
