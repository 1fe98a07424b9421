package io.guildhall.roadmap.decisions;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.UnitId;
import io.guildhall.roadmap.shared.Wording;
import java.util.List;

/**
 * What somebody says of a decision; question, choice and why are enough.
 *
 * @param units where it holds; none is the whole product
 */
public record DecisionDraft(
        String question,
        String choice,
        String why,
        List<Option> options,
        List<Concern> concerns,
        List<UnitId> units,
        Visibility visibility) {

    /** Bounds of what fits on a page and into an event. */
    public static final int MOST_OPTIONS = 20;

    public static final int MOST_CONCERNS = 50;

    public DecisionDraft {
        visibility = Wording.shared(visibility, !units.isEmpty());
        question = Wording.required("question", question, Wording.LINE);
        choice = Wording.required("choice", choice, Wording.PARAGRAPH);
        why = Wording.required("why", why, Wording.PARAGRAPH);
        options = List.copyOf(options);
        concerns = List.copyOf(concerns);
        units = List.copyOf(units);
        if (options.size() > MOST_OPTIONS) {
            throw Refusal.invalid(
                    "options-too-many", "Keep the options that were weighed, at most " + MOST_OPTIONS + ".");
        }
        if (concerns.size() > MOST_CONCERNS) {
            throw Refusal.invalid("concerns-too-many", "A decision concerns at most " + MOST_CONCERNS + " things.");
        }
    }

    public static DecisionDraft of(String question, String choice, String why) {
        return new DecisionDraft(question, choice, why, List.of(), List.of(), List.of(), Visibility.ORGANIZATION);
    }
}
