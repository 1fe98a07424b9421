package io.guildhall.roadmap.decisions;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Something a decision is about.
 *
 * @param kind what sort of thing, in capitals, for example {@code OUTCOME}, {@code FEATURE}, {@code IMPEDIMENT}
 * @param title what it was called then, if it had a title
 */
public record Concern(String kind, String id, @Nullable String title) {

    public Concern {
        if (!kind.matches("[A-Z][A-Z_]{1,39}")) {
            throw Refusal.invalid("concern-malformed", "Name the kind of thing in capitals, for example OUTCOME.");
        }
        id = Wording.required("id", id, Wording.LINE);
        title = Wording.optional("title", title, Wording.LINE);
    }
}
