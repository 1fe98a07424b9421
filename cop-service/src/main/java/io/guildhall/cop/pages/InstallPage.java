package io.guildhall.cop.pages;

import io.guildhall.cop.communities.Community;
import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Puts a page that was written before into a community, published, unless it is there. */
@Component
public class InstallPage {

    private final Pages pages;
    private final Revisions revisions;
    private final Markdown markdown;
    private final Clock clock;

    InstallPage(Pages pages, Revisions revisions, Markdown markdown, Clock clock) {
        this.pages = pages;
        this.revisions = revisions;
        this.markdown = markdown;
        this.clock = clock;
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
        if (pages.find(id).isPresent()) {
            return false;
        }
        CommandContext plain = CommandContext.of(context.actor(), context.at());
        Revision first = revisions.write(id, 1, null, content, new PersonId(context.by()), context.at(), null);
        LocalDate today = LocalDate.now(clock);
        try {
            pages.add(
                    id,
                    plain,
                    PlaybookPage.draft(
                                    new CommunityId(community.id()),
                                    community.state().openToAll(),
                                    first,
                                    Links.inside(markdown.linksOf(content.text())),
                                    purpose)
                            .then(page -> page.publish(today.plusDays(PlaybookPage.REVIEW_DAYS), today)));
            return true;
        } catch (Refusal raced) {
            revisions.drop(first);
            if (pages.find(id).isEmpty()) {
                throw raced;
            }
            return false;
        }
    }
}
