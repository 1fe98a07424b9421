package io.guildhall.feed.follow;

import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody follows.
 *
 * @param title what it is called now, null where it has no name
 */
public record Follow(Followable kind, String id, @Nullable String title) {}
