package io.guildhall.feed.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A POST to an address that somebody typed.
 *
 * @param at when it is made
 * @param body sent as UTF-8
 * @param timeout from the look-up of the host to the end of the answer
 * @param masking what is kept of the answer goes through it, so that no secret that it repeats is shown
 */
public record Request(
        String url,
        Instant at,
        Map<String, String> headers,
        String contentType,
        String body,
        Duration timeout,
        UnaryOperator<String> masking) {

    public Request {
        headers = Map.copyOf(headers);
    }

    /** Says nothing: the address may be a secret. */
    @Override
    public String toString() {
        return "Request[***]";
    }
}
