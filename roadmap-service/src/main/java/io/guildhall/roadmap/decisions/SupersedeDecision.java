package io.guildhall.roadmap.decisions;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides a question anew: the new decision takes the place of the old one. */
@Component
public class SupersedeDecision {

    private final Decisions decisions;
    private final Access access;

    SupersedeDecision(Decisions decisions, Access access) {
        this.decisions = decisions;
        this.access = access;
    }

    /**
     * Marks the old one first, which settles who is first; the successor's id follows from the old one's, and its whole
     * content is in the event, from which {@link #ensure} makes it should it be missing.
     *
     * @param question null keeps the old one's
     * @return the new decision
     */
    public Stored<Decision> supersede(
            DecisionId former, @Nullable String question, String choice, String why, CommandContext context) {
        Decision seen = decisions.get(former, context.actor()).state();
        if (!maySupersede(seen, context.by())) {
            access.require(context.actor(), "SupersedeDecision", Decisions.home(seen));
        }
        DecisionId successor = Decision.successorOf(former);
        Stored<Decision> superseded = decisions.change(
                former, context, decision -> decision.supersede(successor, decision.anew(question, choice, why)));
        DecisionDraft draft = superseded.state().anew(question, choice, why);
        return ensure(former, draft, new PersonId(context.by()), context.at(), context);
    }

    /** Makes the successor unless it is there. */
    public Stored<Decision> ensure(
            DecisionId former, DecisionDraft draft, PersonId by, Instant at, CommandContext context) {
        CommandContext plain = new CommandContext(context.actor(), context.at(), null, null, null, context.cause());
        return decisions.addOnce(Decision.successorOf(former), plain, Decision.inPlaceOf(former, draft, by, at));
    }

    /** Whether somebody may supersede a decision because it is theirs. */
    public static boolean maySupersede(Decision decision, String person) {
        return decision.by().value().equals(person);
    }

    /** The draft that an event carries. */
    public static DecisionDraft draft(DecisionSuperseded event) {
        return new DecisionDraft(
                event.question(),
                event.choice(),
                event.why(),
                List.copyOf(event.options()),
                List.copyOf(event.concerns()),
                List.copyOf(event.units()),
                event.visibility());
    }
}
