package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Cause;
import io.guildhall.roadmap.shared.OutcomeId;
import java.util.Collection;

/** The outcomes, as far as features have to do with them. */
public interface LinkedOutcomes {

    /**
     * The units an outcome concerns.
     *
     * @throws io.guildhall.platform.aggregate.Refusal 422 when the actor can see no such outcome
     */
    Collection<String> scopesOf(OutcomeId outcome, Actor actor);

    /** The same, and none when the actor can see no such outcome. */
    Collection<String> scopesIfVisible(OutcomeId outcome, Actor actor);

    /**
     * Looks at once how an outcome stands now; should that fail, the event makes up for it.
     *
     * @param cause the event of what was changed
     */
    void changed(OutcomeId outcome, Cause cause);
}
