package io.guildhall.cop.communities;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Somebody founds a community of practice, and leads it. */
@Component
public class FoundCommunity {

    private final Communities communities;
    private final Memberships memberships;
    private final Access access;
    private final People people;
    private final Clock clock;

    FoundCommunity(Communities communities, Memberships memberships, Access access, People people, Clock clock) {
        this.communities = communities;
        this.memberships = memberships;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    /** A repetition changes nothing any more, also for a founder who has left since. */
    public Stored<Community> found(CommunityDraft draft, CommandContext context) {
        access.require(context.actor(), "FoundCommunity", Access.ROOT);
        PersonId founder = new PersonId(context.by());
        people.require(founder);
        CommunityId id = new CommunityId(context.newId("community"));
        LocalDate today = LocalDate.now(clock);
        if (communities.find(id).isEmpty()) {
            memberships.join(id, founder, today, context);
        }
        communities.add(id, context, Community.found(id.value(), draft, founder, today));
        return communities.get(id, context.actor());
    }
}
