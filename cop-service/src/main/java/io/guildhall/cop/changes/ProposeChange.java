package io.guildhall.cop.changes;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.pages.ReadPage;
import io.guildhall.cop.pages.WritePage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever reads a page proposes another text; whoever may write the page takes it over or says why not. */
@Component
public class ProposeChange {

    /** Each may be as long as a page. */
    private static final int MOST_OPEN_OF_ONE = 20;

    /** Pages of one person; more than anybody writes. */
    private static final int MOST_OWN = 5_000;

    private static final String EDIT_PAGE = "EditPage";

    private final ProposedChanges changes;
    private final ProposedTexts texts;
    private final Pages pages;
    private final WritePage write;
    private final ReadPage read;
    private final Communities communities;
    private final Access access;

    ProposeChange(
            ProposedChanges changes,
            ProposedTexts texts,
            Pages pages,
            WritePage write,
            ReadPage read,
            Communities communities,
            Access access) {
        this.changes = changes;
        this.texts = texts;
        this.pages = pages;
        this.write = write;
        this.read = read;
        this.communities = communities;
        this.access = access;
    }

    /**
     * @param base the number of the revision that the proposal began with
     * @throws Refusal 409 when 20 of the same person wait for an answer already
     */
    public Stored<ProposedChange> propose(
            PageId id, int base, Content content, @Nullable String note, CommandContext context) {
        access.require(context.actor(), "ProposeChange", Access.ROOT);
        PlaybookPage page = pages.get(id, context.actor()).state();
        if (page.status() == PageStatus.ARCHIVED) {
            throw Refusal.conflict("page-archived", "The page is ARCHIVED; ask its owner to reopen it first.");
        }
        if (base < 1 || base > page.revision()) {
            throw Refusal.invalid(
                            "no-such-revision",
                            "This page has no revision " + base + "; the newest is " + page.revision() + ".")
                    .with("field", "base");
        }
        ChangeId change = new ChangeId(context.newId("page-change"));
        PersonId by = new PersonId(context.by());
        if (changes.countOpen(by, change) >= MOST_OPEN_OF_ONE) {
            throw Refusal.conflict(
                    "proposals-too-many",
                    "You have " + MOST_OPEN_OF_ONE + " proposals that wait for an answer; withdraw one first, or remind"
                            + " those who answer.");
        }
        Change<ProposedChange> proposed = ProposedChange.propose(
                id,
                page.community(),
                page.title(),
                base,
                content.text().length(),
                note,
                by,
                context.at(),
                page.visibility());
        texts.write(
                change,
                content,
                () -> read.revision(id, base, context.actor()).content().text());
        return changes.add(change, context, proposed);
    }

    /**
     * What is to stand there where a proposal and what was written since changed the same lines.
     *
     * @param base the number of the revision that it was settled with
     */
    public record Settled(int base, Content content) {}

    /**
     * The proposed text comes to stand on the page, brought together with what was written since. A crash between the two
     * writes is healed by taking it once more: then nothing is left to write. What was taken is not written again, and what is
     * being taken is not declined or withdrawn meanwhile.
     *
     * @param settled null for the text as it was proposed; otherwise it is the text of whoever takes it over
     * @throws Refusal 409 {@code texts-meet} as for an edit; then the proposal stays open
     */
    public Stored<ProposedChange> take(ChangeId id, @Nullable Settled settled, CommandContext context) {
        requireWriter(changes.get(id, context.actor()).state(), context.actor());
        return alone(id, context, () -> takeHeld(id, settled, context));
    }

    private Stored<ProposedChange> takeHeld(ChangeId id, @Nullable Settled settled, CommandContext context) {
        Stored<ProposedChange> seen = changes.get(id, context.actor());
        if (seen.state().status() == ChangeStatus.TAKEN) {
            return seen;
        }
        requireOpen(seen.state());
        CommandContext plain = CommandContext.of(context.actor(), context.at());
        ProposedChange change = seen.state();
        if (settled == null) {
            write.edit(change.page(), change.base(), texts.get(id), change.note(), change.by(), plain);
        } else {
            write.edit(change.page(), settled.base(), settled.content(), change.note(), plain);
        }
        return changes.change(id, context, ProposedChange::take);
    }

    public Stored<ProposedChange> decline(ChangeId id, @Nullable String reason, CommandContext context) {
        requireWriter(changes.get(id, context.actor()).state(), context.actor());
        return alone(id, context, () -> changes.change(id, context, change -> change.decline(reason)));
    }

    /** Whoever proposed it takes it back. */
    public Stored<ProposedChange> withdraw(ChangeId id, CommandContext context) {
        if (!changes.get(id, context.actor()).state().isBy(context.by())) {
            throw Refusal.forbidden("Only whoever proposed it takes it back; its page's owner may decline it.");
        }
        return alone(id, context, () -> changes.change(id, context, ProposedChange::withdraw));
    }

    /** A taken text is written before its proposal says so: nobody gives it another answer in between. */
    private Stored<ProposedChange> alone(ChangeId id, CommandContext context, Supplier<Stored<ProposedChange>> answer) {
        String holder = UUID.randomUUID().toString();
        if (!texts.hold(id, holder, context.at())) {
            throw Refusal.conflict(
                    "change-being-answered", "Somebody answers this proposal at this moment; look at it again.");
        }
        try {
            return answer.get();
        } finally {
            texts.release(id, holder);
        }
    }

    /** What is proposed. */
    public Content text(ChangeId id) {
        return texts.get(id);
    }

    /** What waits for the answer of somebody, the oldest first. */
    public List<Stored<ProposedChange>> waitingFor(Actor actor) {
        List<CommunityId> led = communities.ledBy(actor).stream()
                .filter(community -> communities.may(actor, EDIT_PAGE, community))
                .map(community -> new CommunityId(community.id()))
                .toList();
        return answeredBy(actor, Stream.concat(openOnOwnPages(actor), changes.openIn(led, actor).stream()));
    }

    /** Those of them that are about pages which they own or write with their owner. */
    public List<Stored<ProposedChange>> waitingForWriter(Actor actor) {
        return answeredBy(actor, openOnOwnPages(actor));
    }

    private Stream<Stored<ProposedChange>> openOnOwnPages(Actor actor) {
        List<PageId> own = pages.writtenBy(actor, new Pages.Filter(List.of(), null), MOST_OWN).stream()
                .map(page -> new PageId(page.id()))
                .toList();
        return changes.openOn(own, actor).stream();
    }

    private List<Stored<ProposedChange>> answeredBy(Actor actor, Stream<Stored<ProposedChange>> open) {
        return open
                .filter(change -> mayDecide(change.state(), actor))
                .collect(Collectors.toMap(Stored::id, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(change -> change.state().at()))
                .toList();
    }

    /** Whether somebody may take it over or decline it. */
    public boolean mayDecide(ProposedChange change, Actor actor) {
        return pages.isSeenBy(actor, change.page())
                && pages.find(change.page())
                        .filter(page -> write.mayWrite(page.state(), communities.get(change.community(), actor), actor))
                        .isPresent();
    }

    private void requireWriter(ProposedChange change, Actor actor) {
        if (!mayDecide(change, actor)) {
            communities.require(actor, EDIT_PAGE, communities.get(change.community(), actor));
        }
    }

    private static void requireOpen(ProposedChange change) {
        if (change.status() != ChangeStatus.OPEN) {
            throw Refusal.conflict(
                    "change-decided", "This proposal is " + change.status() + " already; it cannot be taken any more.");
        }
    }
}
