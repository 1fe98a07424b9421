package io.guildhall.roadmap.outcomes;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to measure.
 *
 * @param id of a key result that is there already; null adds one
 */
public record KeyResultDraft(
        @Nullable KeyResultId id, String name, @Nullable String unit, double baseline, double target) {}
