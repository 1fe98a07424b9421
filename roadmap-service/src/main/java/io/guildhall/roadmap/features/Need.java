package io.guildhall.roadmap.features;

import io.guildhall.roadmap.shared.UnitId;
import io.guildhall.roadmap.shared.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Another team without which the feature cannot be finished; team-service makes a dependency of it.
 *
 * @param note what is needed of that team, if somebody said it
 * @param source the import that told it; null when a person did. An import revises only its own needs
 */
public record Need(
        UnitId team, @Nullable String note, @Nullable String source) {

    public Need {
        note = Wording.optional("note", note, Wording.LINE);
    }

    public static Need of(UnitId team, @Nullable String note) {
        return new Need(team, note, null);
    }
}
