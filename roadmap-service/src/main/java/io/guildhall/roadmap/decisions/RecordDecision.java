package io.guildhall.roadmap.decisions;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.PersonId;
import org.springframework.stereotype.Component;

/** Somebody writes down what was decided, or suggests what to decide. */
@Component
public class RecordDecision {

    private final Decisions decisions;
    private final Access access;
    private final Organization organization;

    RecordDecision(Decisions decisions, Access access, Organization organization) {
        this.decisions = decisions;
        this.access = access;
        this.organization = organization;
    }

    /** @param proposal whether it has still to be accepted */
    public Stored<Decision> record(DecisionDraft draft, boolean proposal, CommandContext context) {
        access.require(context.actor(), "RecordDecision", Access.ROOT);
        organization.requireUnits(draft.units());
        PersonId by = new PersonId(context.by());
        return decisions.add(
                new DecisionId(context.newId("decision")),
                context,
                proposal ? Decision.propose(draft, by, context.at()) : Decision.record(draft, by, context.at()));
    }
}
