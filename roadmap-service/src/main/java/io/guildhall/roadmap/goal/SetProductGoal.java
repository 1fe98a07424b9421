package io.guildhall.roadmap.goal;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The Chief Product Owner says what the product is to reach. */
@Component
public class SetProductGoal {

    private final ProductGoals goals;
    private final Access access;
    private final Clock clock;

    SetProductGoal(ProductGoals goals, Access access, Clock clock) {
        this.goals = goals;
        this.access = access;
        this.clock = clock;
    }

    /** @throws Refusal 412 when another goal was set since the one the caller has seen; version 0 is none */
    public Stored<ProductGoal> set(String text, @Nullable LocalDate until, CommandContext context) {
        access.require(context.actor(), "SetProductGoal", Access.ROOT);
        ProductGoal.refusePast(until, LocalDate.now(clock));
        PersonId by = new PersonId(context.by());
        Long seen = context.expectedVersion();
        if (goals.current().isEmpty()) {
            return goals.store.create(ProductGoal.ID, context, ProductGoal.first(text, until, by, context.at()));
        }
        if (seen != null && seen == 0) {
            throw new Refusal(
                    "changed-meanwhile",
                    412,
                    "Somebody else has changed this meanwhile",
                    "The product has a goal now; look at it, then set yours in its place.");
        }
        return goals.store.update(ProductGoal.ID, context, goal -> goal.replaceBy(text, until, by, context.at()));
    }
}
