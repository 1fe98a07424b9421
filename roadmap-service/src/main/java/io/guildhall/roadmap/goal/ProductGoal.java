package io.guildhall.roadmap.goal;

import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The long-term objective of the product; there is one at a time.
 *
 * @param until the day it should be reached by, if it has one
 */
public record ProductGoal(String text, @Nullable LocalDate until, PersonId setBy, Instant setAt) {

    /** The only id: an installation has one product. */
    public static final String ID = "product";

    public static Change<ProductGoal> first(String text, @Nullable LocalDate until, PersonId by, Instant at) {
        ProductGoal goal = new ProductGoal(Wording.required("goal", text, Wording.PARAGRAPH), until, by, at);
        return Change.of(goal, new ProductGoalSet(goal.text, until, null));
    }

    /** Replaces the goal; setting the same again changes nothing. */
    public Change<ProductGoal> replaceBy(String newText, @Nullable LocalDate newUntil, PersonId by, Instant at) {
        String wanted = Wording.required("goal", newText, Wording.PARAGRAPH);
        if (wanted.equals(text) && Objects.equals(newUntil, until)) {
            return Change.none(this);
        }
        return Change.of(new ProductGoal(wanted, newUntil, by, at), new ProductGoalSet(wanted, newUntil, text));
    }

    /** A goal in the past cannot be reached any more. */
    public static void refusePast(@Nullable LocalDate until, LocalDate today) {
        if (until != null && until.isBefore(today)) {
            throw Refusal.invalid("goal-in-the-past", "Choose a day from today on, or leave it out.")
                    .with("field", "until");
        }
    }
}
