package io.guildhall.cop.coaching;

/**
 * An open question that takes no side.
 *
 * @param id its name, by which somebody dismisses it
 */
public record CoachingQuestion(String id, Moment moment, String text) {}
