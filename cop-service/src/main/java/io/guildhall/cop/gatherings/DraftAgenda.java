package io.guildhall.cop.gatherings;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.ideas.ReadIdeas;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.schedule.Slot;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Proposes topics for the next gathering; whoever prepares it takes what they want. */
@Component
public class DraftAgenda {

    /** Pages of one community that are looked at: the longest ago first. */
    private static final int MOST_PAGES = 100;

    private final ReadGatherings read;
    private final RunGathering run;
    private final Communities communities;
    private final ReadIdeas ideas;
    private final Pages pages;
    private final Clock clock;

    DraftAgenda(
            ReadGatherings read, RunGathering run, Communities communities, ReadIdeas ideas, Pages pages, Clock clock) {
        this.read = read;
        this.run = run;
        this.communities = communities;
        this.ideas = ideas;
        this.pages = pages;
        this.clock = clock;
    }

    /** What the next gathering of a community could talk about; nothing for any other gathering. */
    public List<Suggestion> suggestions(Meeting meeting, Actor actor) {
        CommunityId id = meeting.id().community();
        if (!isNext(meeting, communities.get(id, actor).state())) {
            return List.of();
        }
        LocalDate on = meeting.slot().begins().toLocalDate();
        return Suggestions.of(
                ideas.open(id, actor),
                pages.page(id, new Pages.Filter(List.of(PageStatus.PUBLISHED), on), actor, null, MOST_PAGES)
                        .items(),
                meeting.written().state(),
                on);
    }

    /**
     * Takes topics onto the agenda; what is not suggested any more, because somebody has taken or decided it, is passed over.
     *
     * @param paths what the topics are about
     */
    public void take(GatheringId id, Collection<String> paths, CommandContext context) {
        List<TopicLink> taken = suggestions(read.get(id, context.actor()), context.actor()).stream()
                .filter(suggestion -> paths.contains(suggestion.path()))
                .map(suggestion -> new TopicLink(suggestion.topic(), suggestion.path()))
                .toList();
        run.take(id, taken, context);
    }

    private boolean isNext(Meeting meeting, Community community) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        LocalDate on = meeting.slot().begins().toLocalDate();
        // A day more on each side: the clocks of the community may be ahead of ours.
        return community.schedule().upcoming(today.minusDays(1), on.plusDays(1)).stream()
                .filter(slot -> !slot.cancelled() && slot.end().isAfter(now))
                .findFirst()
                .map(Slot::on)
                .filter(meeting.slot().on()::equals)
                .isPresent();
    }
}
