package io.guildhall.cop.communities;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Its leads say anew what a community is for, end it or let it go on. */
@Component
public class ReviseCommunity {

    private final Communities communities;
    private final Clock clock;

    ReviseCommunity(Communities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    public Stored<Community> revise(CommunityId id, CommunityDraft draft, CommandContext context) {
        require(id, "ReviseCommunity", context);
        return communities.change(id, context, community -> community.revise(draft));
    }

    public Stored<Community> archive(CommunityId id, @Nullable String reason, CommandContext context) {
        require(id, "ArchiveCommunity", context);
        return communities.change(id, context, community -> community.archive(reason, LocalDate.now(clock)));
    }

    public Stored<Community> reopen(CommunityId id, CommandContext context) {
        require(id, "ArchiveCommunity", context);
        return communities.change(id, context, Community::reopen);
    }

    private void require(CommunityId id, String useCase, CommandContext context) {
        communities.require(context.actor(), useCase, communities.get(id, context.actor()));
    }
}
