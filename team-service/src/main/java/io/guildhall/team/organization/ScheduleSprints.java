package io.guildhall.team.organization;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** Sets the one sprint calendar of all teams. */
@Component
public class ScheduleSprints {

    private final Units units;
    private final Access access;

    ScheduleSprints(Units units, Access access) {
        this.units = units;
        this.access = access;
    }

    public Stored<Unit> schedule(Unit.Calendar calendar, CommandContext context) {
        units.get(Access.ROOT);
        access.require(context.actor(), "ScheduleSprints", Access.ROOT);
        return units.change(Access.ROOT, context, product -> product.schedule(calendar));
    }
}
