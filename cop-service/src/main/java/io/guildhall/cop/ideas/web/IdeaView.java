package io.guildhall.cop.ideas.web;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.ideas.Idea;
import io.guildhall.cop.ideas.IdeaStatus;
import io.guildhall.cop.ideas.ReadIdeas;
import io.guildhall.cop.ideas.Trial;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.Ref;
import io.guildhall.cop.shared.Teams;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An idea as it is shown.
 *
 * @param support how many support it; nobody is told who
 * @param mine whether the reader supports it; false once it is decided
 * @param trial how it is or was tried; null before
 * @param learned what the trial has shown; null before it is decided
 * @param reason why it was declined; null otherwise
 * @param decidedAt when nothing was left to decide; null before
 * @param can the use cases that the reader may carry out now
 */
record IdeaView(
        String id,
        long version,
        Ref community,
        String title,
        @Nullable String what,
        @Nullable String why,
        Ref by,
        Instant at,
        IdeaStatus status,
        int support,
        boolean mine,
        @Nullable TrialView trial,
        @Nullable String learned,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        List<String> can) {

    /** @param due whether it is over and nobody has said what was learned */
    record TrialView(List<Ref> teams, String measure, LocalDate since, LocalDate until, boolean due) {}

    /** Makes views for one reader. */
    @Component
    static class Views {

        private final Communities communities;
        private final People people;
        private final Teams teams;
        private final Clock clock;

        Views(Communities communities, People people, Teams teams, Clock clock) {
            this.communities = communities;
            this.people = people;
            this.teams = teams;
            this.clock = clock;
        }

        IdeaView of(ReadIdeas.Supported supported, Actor reader) {
            Idea idea = supported.idea().state();
            Stored<Community> community = communities.get(idea.community(), reader);
            return new IdeaView(
                    supported.idea().id(),
                    supported.idea().version(),
                    new Ref(community.id(), community.state().name()),
                    idea.title(),
                    idea.what(),
                    idea.why(),
                    people.ref(idea.by()),
                    idea.at(),
                    idea.status(),
                    supported.support(),
                    supported.mine(),
                    trial(idea),
                    idea.learned(),
                    idea.reason(),
                    idea.decidedAt(),
                    can(idea, community, reader));
        }

        private @Nullable TrialView trial(Idea idea) {
            Trial trial = idea.trial();
            return trial == null
                    ? null
                    : new TrialView(
                            trial.teams().stream().map(teams::ref).toList(),
                            trial.measure(),
                            trial.since(),
                            trial.until(),
                            idea.isDue(LocalDate.now(clock)));
        }

        private List<String> can(Idea idea, Stored<Community> community, Actor reader) {
            List<String> can = new ArrayList<>();
            boolean proposed = idea.status() == IdeaStatus.PROPOSED;
            offer(can, "SupportIdea", idea.status().isOpen() && may(reader, "SupportIdea", community));
            offer(can, "StartTrial", proposed && may(reader, "StartTrial", community));
            offer(can, "EndTrial", idea.status() == IdeaStatus.ON_TRIAL && may(reader, "EndTrial", community));
            offer(can, "DeclineIdea", proposed && may(reader, "DeclineIdea", community));
            offer(can, "WithdrawIdea", proposed && idea.by().value().equals(reader.id()));
            return can;
        }

        private boolean may(Actor reader, String useCase, Stored<Community> community) {
            return !community.state().archived() && communities.may(reader, useCase, community);
        }

        private static void offer(List<String> can, String useCase, boolean possible) {
            if (possible) {
                can.add(useCase);
            }
        }
    }
}
