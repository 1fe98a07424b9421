package io.guildhall.feed.outgoing;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param retryAfter what the endpoint asks for
 */
public record Outcome(Attempt attempt, @Nullable Duration retryAfter) {

    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    public boolean delivered() {
        return attempt.failure() == null;
    }

    /** Whether the endpoint says that it will not take this, rather than that it takes nothing now. */
    public boolean refused() {
        return attempt.status() >= 400 && attempt.status() < 500 && !LATER.contains(attempt.status());
    }
}
