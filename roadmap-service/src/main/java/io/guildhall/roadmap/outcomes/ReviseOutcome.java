package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.features.LinkedOutcomes;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.PersonId;
import org.springframework.stereotype.Component;

/** Changes what is said of an outcome, and records what its key results have come to. */
@Component
public class ReviseOutcome {

    private final Outcomes outcomes;
    private final LinkedOutcomes assessments;
    private final Organization organization;
    private final Access access;

    ReviseOutcome(Outcomes outcomes, LinkedOutcomes assessments, Organization organization, Access access) {
        this.outcomes = outcomes;
        this.assessments = assessments;
        this.organization = organization;
        this.access = access;
    }

    /** Says it anew; both the area it leaves and the one it goes to are asked for a role. */
    public Stored<Outcome> revise(OutcomeId id, OutcomeDraft draft, CommandContext context) {
        Outcome seen = outcomes.get(id, context.actor()).state();
        organization.requireArea(draft.area());
        access.require(context.actor(), "ReviseOutcome", Outcomes.home(seen.area()));
        access.require(context.actor(), "ReviseOutcome", Outcomes.home(draft.area()));
        if (!draft.owner().equals(seen.owner())) {
            organization.requirePerson(draft.owner());
        }
        Stored<Outcome> revised = outcomes.change(id, context, outcome -> outcome.revise(draft));
        assessments.changed(id, revised.asCause(context));
        return revised;
    }

    /** The owner of the outcome may do this without any role. */
    public Stored<Outcome> measure(OutcomeId id, KeyResultId keyResult, double value, CommandContext context) {
        Outcome seen = outcomes.get(id, context.actor()).state();
        if (!mayMeasure(seen, context.by())) {
            access.require(context.actor(), "MeasureKeyResult", Outcomes.home(seen.area()));
        }
        PersonId by = new PersonId(context.by());
        Stored<Outcome> measured =
                outcomes.change(id, context, outcome -> outcome.measure(keyResult, value, by, context.at()));
        assessments.changed(id, measured.asCause(context));
        return measured;
    }

    /** Whether somebody may measure because the outcome is theirs. */
    public static boolean mayMeasure(Outcome outcome, String person) {
        return outcome.owner().value().equals(person);
    }
}
