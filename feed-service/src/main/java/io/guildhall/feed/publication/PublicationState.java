package io.guildhall.feed.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How publishing goes.
 *
 * @param behind as many entries of the log are not looked at yet
 * @param moved when it last went on, by whichever instance; null while it never did
 * @param waits why this instance publishes nothing for now; null when it has no reason not to
 */
public record PublicationState(
        boolean enabled,
        long behind,
        @Nullable Instant moved,
        @Nullable String waits) {}
