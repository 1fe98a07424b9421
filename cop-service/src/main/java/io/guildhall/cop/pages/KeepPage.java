package io.guildhall.cop.pages;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody answers for a page, hands it over, or puts it away. */
@Component
public class KeepPage {

    private static final String HAND_OVER_PAGE = "HandOverPage";
    private static final String TAKE_PAGE = "TakePage";
    private static final String ARCHIVE_PAGE = "ArchivePage";

    private final Pages pages;
    private final Communities communities;
    private final People people;

    KeepPage(Pages pages, Communities communities, People people) {
        this.pages = pages;
        this.communities = communities;
        this.people = people;
    }

    /** Makes somebody answer for it: its owner or a lead says whom; what nobody answers for is taken by any member. */
    public Stored<PlaybookPage> own(PageId id, PersonId owner, CommandContext context) {
        PlaybookPage seen = pages.get(id, context.actor()).state();
        boolean taken =
                owner.value().equals(context.by()) && mayTake(seen, community(seen, context.actor()), context.actor());
        if (!taken && !seen.isOwnedBy(context.by())) {
            communities.require(context.actor(), HAND_OVER_PAGE, community(seen, context.actor()));
        }
        people.require(owner);
        return pages.change(id, context, page -> page.own(owner));
    }

    /** Whether somebody may make a page theirs because nobody answers for it, or who did has left. */
    public boolean mayTake(PlaybookPage page, Stored<Community> community, Actor actor) {
        PersonId owner = page.owner();
        return (owner == null || people.hasLeft(owner)) && communities.may(actor, TAKE_PAGE, community);
    }

    public Stored<PlaybookPage> archive(PageId id, @Nullable String reason, CommandContext context) {
        require(id, context);
        return pages.change(id, context, page -> page.archive(reason));
    }

    public Stored<PlaybookPage> reopen(PageId id, CommandContext context) {
        require(id, context);
        return pages.change(id, context, PlaybookPage::reopen);
    }

    private void require(PageId id, CommandContext context) {
        PlaybookPage seen = pages.get(id, context.actor()).state();
        if (!seen.isOwnedBy(context.by())) {
            communities.require(context.actor(), ARCHIVE_PAGE, community(seen, context.actor()));
        }
    }

    private Stored<Community> community(PlaybookPage page, Actor actor) {
        return communities.get(page.community(), actor);
    }
}
