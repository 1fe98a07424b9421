package io.guildhall.cop.ideas;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.shared.TeamId;
import io.guildhall.cop.shared.Teams;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads of a community let teams try an idea and say what came of it, or decline it. */
@Component
public class DecideIdea {

    private final Ideas ideas;
    private final Communities communities;
    private final Teams teams;
    private final Clock clock;

    DecideIdea(Ideas ideas, Communities communities, Teams teams, Clock clock) {
        this.ideas = ideas;
        this.communities = communities;
        this.teams = teams;
        this.clock = clock;
    }

    /** @param measure how it will be known whether it helps */
    public Stored<Idea> tryOut(
            IdeaId id, List<TeamId> named, @Nullable String measure, LocalDate until, CommandContext context) {
        require(id, "StartTrial", context);
        named.forEach(teams::require);
        LocalDate today = LocalDate.now(clock);
        return ideas.change(id, context, idea -> idea.tryOut(Trial.begin(named, measure, until, today)));
    }

    public Stored<Idea> adopt(IdeaId id, @Nullable String learned, CommandContext context) {
        return decide(id, "EndTrial", context, idea -> idea.adopt(learned, context.at()));
    }

    public Stored<Idea> drop(IdeaId id, @Nullable String learned, CommandContext context) {
        return decide(id, "EndTrial", context, idea -> idea.drop(learned, context.at()));
    }

    public Stored<Idea> decline(IdeaId id, @Nullable String reason, CommandContext context) {
        return decide(id, "DeclineIdea", context, idea -> idea.decline(reason, context.at()));
    }

    private Stored<Idea> decide(
            IdeaId id, String useCase, CommandContext context, Function<Idea, Change<Idea>> decision) {
        require(id, useCase, context);
        return ideas.change(id, context, decision);
    }

    private void require(IdeaId id, String useCase, CommandContext context) {
        Idea seen = ideas.get(id, context.actor()).state();
        Stored<Community> community = communities.get(seen.community(), context.actor());
        communities.require(context.actor(), useCase, community);
        community.state().refuseArchived();
    }
}
