package io.guildhall.cop.pages;

import io.guildhall.cop.communities.Community;
import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Puts a page that was written before into a community, published, unless it is there. */
@Component
public class InstallPage {

    private final AddPage add;
    private final Pages pages;
    private final Markdown markdown;
    private final Clock clock;

    InstallPage(AddPage add, Pages pages, Markdown markdown, Clock clock) {
        this.add = add;
        this.pages = pages;
        this.markdown = markdown;
        this.clock = clock;
    }

    public boolean isThere(PageId id) {
        return pages.find(id).isPresent();
    }

    /**
     * Whoever installs it answers for it. Whether they may is asked before.
     *
     * @param id what the page is known by, so that it is there once
     * @return whether it was not there yet
     */
    public boolean install(
            Stored<Community> community,
            PageId id,
            Content content,
            PlaybookPage.Purpose purpose,
            CommandContext context) {
        LocalDate today = LocalDate.now(clock);
        return add.once(
                id,
                content,
                new PersonId(context.by()),
                CommandContext.of(context.actor(), context.at()),
                first -> PlaybookPage.draft(
                                new CommunityId(community.id()),
                                community.state().openToAll(),
                                first,
                                Links.of(content, markdown),
                                purpose)
                        .then(page -> page.publish(today.plusDays(PlaybookPage.REVIEW_DAYS), today)));
    }
}
