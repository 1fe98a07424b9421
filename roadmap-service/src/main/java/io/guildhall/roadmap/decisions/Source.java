package io.guildhall.roadmap.decisions;

/**
 * The event that a decision was read from, when nobody typed it.
 *
 * @param event the id of the event
 * @param kind what sort of decision it is: {@code WAIVER}, {@code LEADERSHIP_ANSWER}, {@code OVERRIDE}
 */
public record Source(String event, String kind) {}
