package io.guildhall.team.impediments;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passes an impediment up: from the team to its Scrum of Scrums, from there to a higher one or to leadership. */
@Component
public class EscalateImpediment {

    private final Impediments impediments;
    private final Access access;
    private final Scopes scopes;

    EscalateImpediment(Impediments impediments, Access access, Scopes scopes) {
        this.impediments = impediments;
        this.access = access;
        this.scopes = scopes;
    }

    /**
     * @param to null for the next level up
     * @param records runs of decision trees, by their ids in the service that keeps them
     */
    public record Command(
            @Nullable Level to,
            @Nullable String impact,
            boolean impactUnknown,
            @Nullable String proposal,
            @Nullable LocalDate respondBy,
            List<String> records) {}

    public Stored<Impediment> escalate(ImpedimentId id, Command command, CommandContext context) {
        Stored<Impediment> seen = impediments.get(id, context.actor());
        access.require(context.actor(), "EscalateImpediment", seen.state().deciders());
        return impediments.change(id, context, impediment -> {
            Step step = next(impediment, command.to());
            return impediment.escalate(step.to, step.holder, evidence(impediment, command), context.by(), context.at());
        });
    }

    /** What an escalation carries when nothing is added by hand. */
    public Evidence evidence(Impediment impediment, Command command) {
        return new Evidence(
                command.impact(),
                command.impactUnknown(),
                impediment.daysLost(),
                impediment.affectedTeams(),
                command.proposal(),
                command.respondBy(),
                command.records());
    }

    /** Where an impediment would go next. */
    public Step next(Impediment impediment, @Nullable Level wanted) {
        if (wanted == Level.EXECUTIVE_ACTION_TEAM || impediment.level() == Level.EXECUTIVE_ACTION_TEAM) {
            return new Step(Level.EXECUTIVE_ACTION_TEAM, Access.ROOT);
        }
        String group = impediment.level() == Level.TEAM
                ? above(impediment.team(), "scrumOfScrums")
                : above(impediment.holder(), "parent");
        if (group != null
                && scopes.scope(group)
                        .filter(s -> s.kind().equals("SCRUM_OF_SCRUMS"))
                        .isPresent()) {
            return new Step(Level.SCRUM_OF_SCRUMS, group);
        }
        if (wanted == Level.SCRUM_OF_SCRUMS) {
            throw Refusal.conflict(
                    "no-scrum-of-scrums", "This team belongs to no Scrum of Scrums; escalate to leadership instead.");
        }
        return new Step(Level.EXECUTIVE_ACTION_TEAM, Access.ROOT);
    }

    /** @param holder the unit that is asked */
    public record Step(Level to, String holder) {}

    private @Nullable String above(String unit, String link) {
        return scopes.scope(unit)
                .map(Scope::state)
                .map(state -> state.path(link))
                .filter(node -> node.isString())
                .map(node -> node.stringValue())
                .orElse(null);
    }
}
