package io.guildhall.cop.gatherings;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members prepare a gathering, take notes, agree on actions and say that it took place. */
@Component
public class RunGathering {

    private static final String RUN_GATHERING = "RunGathering";

    private final Communities communities;
    private final ReadGatherings read;
    private final Gatherings gatherings;
    private final Comings comings;
    private final People people;
    private final Clock clock;

    RunGathering(
            Communities communities,
            ReadGatherings read,
            Gatherings gatherings,
            Comings comings,
            People people,
            Clock clock) {
        this.communities = communities;
        this.read = read;
        this.gatherings = gatherings;
        this.comings = comings;
        this.people = people;
        this.clock = clock;
    }

    public void prepare(GatheringId id, List<String> topics, CommandContext context) {
        run(id, context, gathering -> gathering.prepare(topics));
    }

    /** Adds topics that lead to something. */
    void take(GatheringId id, List<TopicLink> topics, CommandContext context) {
        run(id, context, gathering -> gathering.take(topics));
    }

    /** @param facilitator null where nobody is to be named */
    public void facilitate(GatheringId id, @Nullable PersonId facilitator, CommandContext context) {
        if (facilitator != null) {
            people.require(facilitator);
        }
        run(
                id,
                context,
                gathering -> gathering.facilitate(
                        facilitator, facilitator != null && communities.isMember(facilitator, id.community())));
    }

    public void note(GatheringId id, @Nullable String notes, CommandContext context) {
        run(id, context, gathering -> gathering.note(notes));
    }

    public void act(GatheringId id, String text, @Nullable PersonId owner, CommandContext context) {
        if (owner != null) {
            people.require(owner);
        }
        String action = context.newId("action");
        run(id, context, gathering -> gathering.act(action, text, owner));
    }

    public void finish(GatheringId id, String action, boolean done, CommandContext context) {
        run(id, context, gathering -> gathering.finish(action, done));
    }

    /** Who said they would come is forgotten; how many came is kept. */
    public void hold(GatheringId id, int attended, CommandContext context) {
        boolean begun =
                !clock.instant().isBefore(read.get(id, context.actor()).slot().start());
        run(id, context, gathering -> gathering.hold(attended, begun));
        comings.forget(id);
    }

    /**
     * Somebody says whether they will come.
     *
     * @throws Refusal 409 when it has begun or is cancelled
     */
    public void come(GatheringId id, boolean coming, CommandContext context) {
        Meeting meeting = require(id, "ComeToGathering", context);
        if (meeting.state() != GatheringState.PLANNED) {
            throw Refusal.conflict("gathering-over", "This gathering has begun or is cancelled; choose the next one.");
        }
        comings.say(
                id, new PersonId(context.by()), coming, meeting.slot().begins().toLocalDate(), LocalDate.now(clock));
    }

    private void run(GatheringId id, CommandContext context, Function<Gathering, Change<Gathering>> transition) {
        require(id, RUN_GATHERING, context);
        Community community = communities.get(id.community(), context.actor()).state();
        gatherings.change(id, Gathering.blank(id, community.name(), community.visibility()), context, transition);
    }

    private Meeting require(GatheringId id, String useCase, CommandContext context) {
        Stored<Community> community = communities.get(id.community(), context.actor());
        communities.require(context.actor(), useCase, community);
        return read.get(id, context.actor());
    }
}
