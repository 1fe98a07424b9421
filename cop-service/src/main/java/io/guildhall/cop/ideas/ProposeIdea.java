package io.guildhall.cop.ideas;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** Whoever sees a community suggests something to it, supports what others suggest, and takes back their own. */
@Component
public class ProposeIdea {

    private final Ideas ideas;
    private final Supports supports;
    private final Communities communities;

    ProposeIdea(Ideas ideas, Supports supports, Communities communities) {
        this.ideas = ideas;
        this.supports = supports;
        this.communities = communities;
    }

    /** @throws Refusal 409 when more ideas wait already than a community can try */
    public Stored<Idea> propose(CommunityId community, Idea.Proposal proposal, CommandContext context) {
        Stored<Community> seen = communities.get(community, context.actor());
        communities.require(context.actor(), "ProposeIdea", seen);
        seen.state().refuseArchived();
        if (ideas.countOpen(community) >= Ideas.MOST_OPEN) {
            throw Refusal.conflict(
                    "ideas-too-many",
                    "As many as " + Ideas.MOST_OPEN + " ideas wait here; support one of them, or let the leads decide"
                            + " some first.");
        }
        return ideas.add(
                new IdeaId(context.newId("idea")),
                context,
                Idea.propose(
                        community,
                        proposal,
                        new PersonId(context.by()),
                        context.at(),
                        seen.state().visibility()));
    }

    /** Supporting twice is supporting once. */
    public void support(IdeaId id, boolean supported, CommandContext context) {
        Idea idea = ideas.get(id, context.actor()).state();
        Stored<Community> community = communities.get(idea.community(), context.actor());
        communities.require(context.actor(), "SupportIdea", community);
        community.state().refuseArchived();
        if (!idea.status().isOpen()) {
            throw Refusal.conflict("idea-decided", "The idea is " + idea.status() + "; its support counts no more.");
        }
        PersonId person = new PersonId(context.by());
        if (supported) {
            supports.give(id, person);
        } else {
            supports.takeBack(id, person);
        }
    }

    public Stored<Idea> withdraw(IdeaId id, CommandContext context) {
        if (!ideas.get(id, context.actor()).state().by().value().equals(context.by())) {
            throw Refusal.forbidden("Only whoever proposed it takes it back; a lead may decline it.");
        }
        return ideas.change(id, context, idea -> idea.withdraw(context.at()));
    }
}
