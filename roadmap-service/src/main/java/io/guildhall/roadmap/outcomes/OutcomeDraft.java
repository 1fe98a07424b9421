package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.UnitId;
import io.guildhall.roadmap.shared.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to reach.
 *
 * @param area the requirement area it belongs to; null is the whole product
 * @param owner who answers for it
 */
public record OutcomeDraft(
        String title,
        @Nullable UnitId area,
        Quarter quarter,
        PersonId owner,
        List<KeyResultDraft> keyResults,
        Visibility visibility) {

    /** More numbers than this and nobody looks at any. */
    public static final int MOST_KEY_RESULTS = 10;

    public OutcomeDraft {
        visibility = Wording.shared(visibility, area != null);
        title = Wording.required("title", title, Wording.LINE);
        keyResults = List.copyOf(keyResults);
        if (keyResults.size() > MOST_KEY_RESULTS) {
            throw Refusal.invalid(
                    "key-results-too-many",
                    "An outcome has at most " + MOST_KEY_RESULTS + " key results; keep those that tell most.");
        }
    }
}
