package io.guildhall.platform.web;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and under which conditions; a handler's parameter. It is known to the organization: others were refused.
 *
 * @param key the Idempotency-Key, 1 to 200 characters
 * @param expectedVersion from {@code If-Match}
 */
public record Caller(
        Actor actor,
        Instant now,
        String method,
        String path,
        @Nullable String key,
        @Nullable Long expectedVersion) {

    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What surrounds the command of this request; call it after the body was read. */
    public CommandContext command() {
        return new CommandContext(
                actor, now, key, key == null ? null : RequestBodyDigest.of(method, path), expectedVersion, null);
    }
}
