package io.guildhall.cop.pages;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Cause;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What happened and is worth sharing becomes a proposed page: one for each event, however often it is delivered. */
@Component
public class ProposePage {

    private static final Actor SERVICE = Actor.service("cop-service");

    private final Pages pages;
    private final Revisions revisions;
    private final Communities communities;
    private final Markdown markdown;

    ProposePage(Pages pages, Revisions revisions, Communities communities, Markdown markdown) {
        this.pages = pages;
        this.revisions = revisions;
        this.communities = communities;
        this.markdown = markdown;
    }

    /**
     * @param source the id of the event
     * @param by whoever found it worth sharing
     * @throws Refusal 404 when there is no such community, or a private one that they do not belong to
     */
    public void propose(CommunityId community, Content content, String source, PersonId by, Instant at, Cause cause) {
        PageId id = new PageId(CommandContext.derivedId("proposed-page", community.value(), source));
        if (pages.find(id).isPresent()) {
            return;
        }
        Community told = communities.find(community).state();
        if (!told.openToAll() && !communities.belongs(by, community)) {
            throw Refusal.notFound("community", community.value());
        }
        Revision first = revisions.write(id, 1, null, content, by, at, null);
        try {
            pages.add(
                    id,
                    CommandContext.because(SERVICE, at, cause),
                    PlaybookPage.propose(
                            community,
                            told.openToAll(),
                            first,
                            Links.inside(markdown.linksOf(content.text())),
                            source));
        } catch (Refusal raced) {
            revisions.drop(first);
            if (pages.find(id).isEmpty()) {
                throw raced;
            }
        }
    }
}
