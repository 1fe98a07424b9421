package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.features.LinkedOutcomes;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.Quarter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sets outcomes for a quarter: one anew, or those of another quarter again. */
@Component
public class SetOutcome {

    private final Outcomes outcomes;
    private final LinkedOutcomes assessments;
    private final Organization organization;
    private final Access access;

    SetOutcome(Outcomes outcomes, LinkedOutcomes assessments, Organization organization, Access access) {
        this.outcomes = outcomes;
        this.assessments = assessments;
        this.organization = organization;
        this.access = access;
    }

    public Stored<Outcome> set(OutcomeDraft draft, CommandContext context) {
        organization.requireArea(draft.area());
        access.require(context.actor(), "SetOutcome", Outcomes.home(draft.area()));
        if (!draft.owner().value().equals(context.by())) {
            organization.requirePerson(draft.owner());
        }
        OutcomeId id = new OutcomeId(context.newId("outcome"));
        Stored<Outcome> set = outcomes.add(id, context, Outcome.set(draft));
        assessments.changed(id, set.asCause(context));
        return set;
    }

    /**
     * Sets the outcomes of a quarter again in another one, as far as the caller may set outcomes there; those that were
     * copied before are found and stay as they are.
     *
     * @return the copies, new and old
     * @throws Refusal 422 when both quarters are the same, 403 when there are outcomes but none that the caller may copy
     */
    public List<Stored<Outcome>> copy(Quarter from, Quarter to, CommandContext context) {
        if (from.equals(to)) {
            throw Refusal.invalid("same-quarter", "Choose another quarter to copy to.")
                    .with("field", "to");
        }
        List<Stored<Outcome>> there = outcomes.of(List.of(from), context.actor());
        List<Stored<Outcome>> mine = there.stream()
                .filter(outcome -> access.may(
                        context.actor(),
                        "SetOutcome",
                        List.of(Outcomes.home(outcome.state().area()))))
                .toList();
        if (mine.isEmpty() && !there.isEmpty()) {
            access.require(context.actor(), "SetOutcome", Access.ROOT);
        }
        List<Stored<Outcome>> copies = new ArrayList<>();
        for (Stored<Outcome> outcome : mine) {
            copies.add(copy(outcome, to, context));
        }
        return copies;
    }

    private Stored<Outcome> copy(Stored<Outcome> outcome, Quarter to, CommandContext context) {
        OutcomeId self = new OutcomeId(outcome.id());
        OutcomeId id = Outcome.copyId(self, to);
        return outcomes.find(id).orElseGet(() -> {
            Stored<Outcome> copied;
            try {
                copied = outcomes.add(
                        id,
                        CommandContext.of(context.actor(), context.at()),
                        outcome.state().copyTo(self, to));
            } catch (Refusal refusal) {
                // Somebody else copies at the same time.
                return outcomes.find(id).orElseThrow(() -> refusal);
            }
            assessments.changed(id, copied.asCause(context));
            return copied;
        });
    }
}
