package io.guildhall.cop.communities;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** People join and leave; into a private community its leads let them in. */
@Component
public class JoinCommunity {

    private final Communities communities;
    private final Memberships memberships;
    private final Access access;
    private final People people;
    private final Clock clock;

    JoinCommunity(Communities communities, Memberships memberships, Access access, People people, Clock clock) {
        this.communities = communities;
        this.memberships = memberships;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    public Stored<Community> join(CommunityId id, CommandContext context) {
        Stored<Community> seen = communities.get(id, context.actor());
        access.require(context.actor(), "JoinCommunity", Access.ROOT);
        admit(id, seen.state(), new PersonId(context.by()), context);
        return seen;
    }

    public Stored<Community> leave(CommunityId id, CommandContext context) {
        access.require(context.actor(), "LeaveCommunity", Access.ROOT);
        Stored<Community> seen = communities.get(id, context.actor());
        remove(id, seen.state(), new PersonId(context.by()), context);
        return seen;
    }

    /** Lets somebody into a community who could not see it to join. */
    public Stored<Community> admit(CommunityId id, PersonId person, CommandContext context) {
        Stored<Community> seen = communities.get(id, context.actor());
        communities.require(context.actor(), "AdmitMember", seen);
        if (seen.state().openToAll()) {
            throw Refusal.conflict(
                    "join-oneself", "The community is open: people join it themselves. Send them its link.");
        }
        admit(id, seen.state(), person, context);
        return seen;
    }

    public Stored<Community> remove(CommunityId id, PersonId person, CommandContext context) {
        Stored<Community> seen = communities.get(id, context.actor());
        communities.require(context.actor(), "RemoveMember", seen);
        remove(id, seen.state(), person, context);
        return seen;
    }

    private void admit(CommunityId id, Community community, PersonId person, CommandContext context) {
        if (community.archived()) {
            throw Refusal.conflict("community-archived", "This community is archived; nobody joins it any more.");
        }
        people.require(person);
        if (memberships.of(person).size() >= Memberships.MOST_OF_ONE) {
            throw Refusal.conflict(
                    "communities-too-many",
                    "One person belongs to at most " + Memberships.MOST_OF_ONE + " communities; leave one first.");
        }
        memberships.join(id, person, LocalDate.now(clock), context);
    }

    private void remove(CommunityId id, Community community, PersonId person, CommandContext context) {
        if (community.isLedBy(person.value())) {
            throw Refusal.conflict(
                    "lead-cannot-leave",
                    "Whoever leads a community belongs to it: hand it over or step back first, then leave.");
        }
        memberships.leave(id, person, LocalDate.now(clock), context);
    }
}
