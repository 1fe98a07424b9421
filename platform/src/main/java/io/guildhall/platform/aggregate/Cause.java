package io.guildhall.platform.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * The event that led to a command, when a reaction and no person gives it.
 *
 * @param event the id of that event
 * @param hops how many events lie between the first cause and what this command records; more than five are refused
 * @param traceparent the W3C trace the event belongs to
 */
public record Cause(String event, int hops, @Nullable String traceparent) {}
