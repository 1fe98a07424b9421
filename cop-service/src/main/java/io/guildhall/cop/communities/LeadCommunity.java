package io.guildhall.cop.communities;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Who leads a community hands it over, shares the lead or steps back. */
@Component
public class LeadCommunity {

    private final Communities communities;
    private final Memberships memberships;
    private final People people;
    private final Clock clock;

    LeadCommunity(Communities communities, Memberships memberships, People people, Clock clock) {
        this.communities = communities;
        this.memberships = memberships;
        this.people = people;
        this.clock = clock;
    }

    /** The new lead becomes a member, too. */
    public Stored<Community> handOver(CommunityId id, PersonId to, CommandContext context) {
        Stored<Community> seen = communities.get(id, context.actor());
        if (!mayTakeOver(seen, context.actor())) {
            communities.require(context.actor(), "HandOverCommunity", seen);
        }
        people.require(to);
        LocalDate today = LocalDate.now(clock);
        Stored<Community> led = communities.change(id, context, community -> community.handOver(to, today));
        memberships.join(id, to, today, context);
        return led;
    }

    public Stored<Community> addCoLead(CommunityId id, PersonId person, CommandContext context) {
        communities.require(context.actor(), "AddCoLead", communities.get(id, context.actor()));
        people.require(person);
        LocalDate today = LocalDate.now(clock);
        Stored<Community> led = communities.change(id, context, community -> community.addCoLead(person, today));
        memberships.join(id, person, today, context);
        return led;
    }

    public Stored<Community> endCoLead(CommunityId id, PersonId person, CommandContext context) {
        Stored<Community> seen = communities.get(id, context.actor());
        if (!person.value().equals(context.by())) {
            communities.require(context.actor(), "EndCoLead", seen);
        }
        return communities.change(id, context, community -> community.stepBack(person, LocalDate.now(clock)));
    }

    /** A community whose leads have left the organization is not lost: a member may give it a lead. */
    public boolean mayTakeOver(Stored<Community> community, Actor actor) {
        PersonId lead = community.state().lead();
        boolean led = (lead != null && !people.hasLeft(lead))
                || community.state().coLeads().stream().anyMatch(coLead -> !people.hasLeft(coLead));
        return !led && communities.isMember(actor, new CommunityId(community.id()));
    }
}
