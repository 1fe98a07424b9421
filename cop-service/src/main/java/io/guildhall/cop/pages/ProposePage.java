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
import io.guildhall.platform.aggregate.Stored;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What happened and is worth sharing becomes a proposed page: one for each event, however often it is delivered. */
@Component
public class ProposePage {

    private static final Actor SERVICE = Actor.service("cop-service");

    private final AddPage add;
    private final Communities communities;
    private final Markdown markdown;

    ProposePage(AddPage add, Communities communities, Markdown markdown) {
        this.add = add;
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
        add.once(
                id,
                content,
                by,
                CommandContext.because(SERVICE, at, cause),
                first -> PlaybookPage.propose(
                        community, told(community, by).openToAll(), first, Links.of(content, markdown), source));
    }

    private Community told(CommunityId community, PersonId by) {
        return communities
                .find(community)
                .map(Stored::state)
                .filter(found -> found.openToAll() || communities.isMember(by, community))
                .orElseThrow(() -> Refusal.notFound("community", community.value()));
    }
}
