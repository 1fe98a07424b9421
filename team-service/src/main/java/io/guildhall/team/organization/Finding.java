package io.guildhall.team.organization;

/**
 * What differs from a rule of the method. A finding warns and cites the rule; it never blocks.
 *
 * @param id derived from rule, unit and quarter, so that a waiver finds it again
 * @param rule the slug of the rule
 * @param unit the id of the unit
 * @param cites the rule in one sentence
 */
public record Finding(String id, String rule, String unit, String text, String cites) {}
