package io.guildhall.team.impediments;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The team says more about an impediment, tells what was tried, or somebody else says: me too. */
@Component
public class DescribeImpediment {

    private final Impediments impediments;
    private final Access access;

    DescribeImpediment(Impediments impediments, Access access) {
        this.impediments = impediments;
        this.access = access;
    }

    public Stored<Impediment> describe(
            ImpedimentId id, @Nullable String title, Impediment.Details details, CommandContext context) {
        Stored<Impediment> seen = impediments.get(id, context.actor());
        access.require(context.actor(), "DescribeImpediment", seen.state().deciders());
        return impediments.change(id, context, impediment -> impediment.describe(title, details));
    }

    public Stored<Impediment> update(
            ImpedimentId id,
            String text,
            @Nullable String nextStep,
            @Nullable String waitingFor,
            CommandContext context) {
        Stored<Impediment> seen = impediments.get(id, context.actor());
        access.require(context.actor(), "UpdateImpediment", seen.state().scopes());
        return impediments.change(
                id, context, impediment -> impediment.update(text, nextStep, waitingFor, context.by(), context.at()));
    }

    public Stored<Impediment> support(ImpedimentId id, CommandContext context) {
        impediments.get(id, context.actor());
        access.require(context.actor(), "SupportImpediment", Access.ROOT);
        String person = context.actor().person();
        String team = person == null
                ? null
                : access.rolesOf(person).stream()
                        .map(held -> held.getKey())
                        .filter(scope -> scope.kind().equals("TEAM"))
                        .map(scope -> scope.id())
                        .findFirst()
                        .orElse(null);
        return impediments.change(id, context, impediment -> impediment.support(context.by(), team));
    }
}
