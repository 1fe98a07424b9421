package io.guildhall.cop.communities;

import io.guildhall.cop.schedule.Cadence;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Its leads say when a community meets, and move or cancel single dates. */
@Component
public class PlanGatherings {

    private final Communities communities;
    private final Clock clock;

    PlanGatherings(Communities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    public Stored<Community> meet(CommunityId id, Cadence cadence, CommandContext context) {
        return plan(id, context, community -> community.meet(cadence, LocalDate.now(clock)));
    }

    /** Meets no more from tomorrow on. */
    public Stored<Community> stop(CommunityId id, CommandContext context) {
        return plan(
                id,
                context,
                community -> community.stopMeeting(LocalDate.now(clock).plusDays(1)));
    }

    /** @param to on the clocks of the cadence's zone */
    public Stored<Community> move(
            CommunityId id, LocalDate on, LocalDateTime to, @Nullable String reason, CommandContext context) {
        return plan(id, context, community -> community.moveGathering(on, to, reason, context.at()));
    }

    public Stored<Community> cancel(CommunityId id, LocalDate on, @Nullable String reason, CommandContext context) {
        return plan(id, context, community -> community.cancelGathering(on, reason));
    }

    public Stored<Community> restore(CommunityId id, LocalDate on, CommandContext context) {
        return plan(id, context, community -> community.restoreGathering(on));
    }

    private Stored<Community> plan(
            CommunityId id, CommandContext context, Function<Community, Change<Community>> transition) {
        communities.require(context.actor(), "PlanGatherings", communities.get(id, context.actor()));
        return communities.change(id, context, transition);
    }
}
