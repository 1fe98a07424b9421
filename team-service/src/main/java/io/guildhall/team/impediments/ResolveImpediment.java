package io.guildhall.team.impediments;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever removed an impediment says what fixed it. */
@Component
public class ResolveImpediment {

    private final Impediments impediments;
    private final Access access;

    ResolveImpediment(Impediments impediments, Access access) {
        this.impediments = impediments;
        this.access = access;
    }

    /** @param sharedWith the id of a community that is to learn what fixed it; whether there is one is its own affair */
    public Stored<Impediment> resolve(
            ImpedimentId id, String fix, boolean causeRemoved, @Nullable String sharedWith, CommandContext context) {
        Stored<Impediment> seen = impediments.get(id, context.actor());
        access.require(context.actor(), "ResolveImpediment", seen.state().deciders());
        return impediments.change(
                id,
                context,
                impediment -> impediment.resolve(fix, causeRemoved, sharedWith, context.by(), context.at()));
    }
}
