package io.guildhall.standalone.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One command that somebody sends. In path and body, <code>${step}</code> stands for the id of what that step has made, see
 * {@link Ids}.
 *
 * @param name its own name, from which the Idempotency-Key follows
 * @param at when it happens
 * @param by the user name of whoever sends it
 * @param seen what is read before, because only what was seen can be changed; null for what adds to what is there
 */
record Step(
        String name,
        Instant at,
        String by,
        String method,
        String path,
        @Nullable ObjectNode body,
        @Nullable String seen) {

    static Step post(String name, Instant at, String by, String path, @Nullable ObjectNode body) {
        return new Step(name, at, by, "POST", path, body, null);
    }

    /** A move of something, posted below its path. */
    static Step move(String name, Instant at, String by, String of, String move, @Nullable ObjectNode body) {
        return new Step(name, at, by, "POST", of + "/" + move, body, of);
    }

    static Step put(String name, Instant at, String by, String path, ObjectNode body) {
        return new Step(name, at, by, "PUT", path, body, path);
    }
}
