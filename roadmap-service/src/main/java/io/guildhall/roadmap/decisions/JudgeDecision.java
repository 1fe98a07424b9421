package io.guildhall.roadmap.decisions;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accepts a proposed decision, or vetoes one with a reason. */
@Component
public class JudgeDecision {

    private final Decisions decisions;
    private final Access access;

    JudgeDecision(Decisions decisions, Access access) {
        this.decisions = decisions;
        this.access = access;
    }

    public Stored<Decision> accept(DecisionId id, CommandContext context) {
        Decision seen = decisions.get(id, context.actor()).state();
        access.require(context.actor(), "AcceptDecision", Decisions.home(seen));
        return decisions.change(id, context, decision -> decision.accept(new PersonId(context.by())));
    }

    public Stored<Decision> veto(DecisionId id, @Nullable String reason, CommandContext context) {
        Decision seen = decisions.get(id, context.actor()).state();
        access.require(context.actor(), "VetoDecision", Decisions.home(seen));
        return decisions.change(
                id, context, decision -> decision.veto(reason, new PersonId(context.by()), context.at()));
    }
}
