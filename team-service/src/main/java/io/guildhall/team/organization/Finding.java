package io.guildhall.team.organization;

import org.jspecify.annotations.Nullable;

/**
 * What differs from a rule of the method. A finding warns and cites the rule; it never blocks.
 *
 * @param id derived from rule, unit, person and quarter, so that a waiver finds it again
 * @param rule the slug of the rule
 * @param unit the id of the unit
 * @param person the id of the person it is about; null where it is about the unit as a whole
 * @param cites the rule in one sentence
 */
public record Finding(
        String id, String rule, String unit, @Nullable String person, String text, String cites) {}
