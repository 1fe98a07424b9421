package io.guildhall.cop.gatherings;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import org.jspecify.annotations.Nullable;

/** Something to do that people agreed on; it comes back at each gathering until it is done. */
public record Action(
        @About("Tells it from the others of this gathering") String id,
        @About("What is to be done") String text,

        @About("Id of the person who does it; null where nobody has taken it") @Nullable
        PersonId owner,

        @About("Whether it is done") boolean done) {

    Action with(boolean isDone) {
        return new Action(id, text, owner, isDone);
    }
}
