package io.guildhall.feed.outgoing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send something.
 *
 * @param status of the answer, 0 when there was none
 * @param failure in words, null for a success
 * @param headers of the answer
 * @param body the beginning of the answer, 2 KiB at most
 */
public record Attempt(
        Instant at, int status, long millis, @Nullable String failure, List<Header> headers, String body) {

    /** A header of an answer. */
    public record Header(String name, String value) {}

    public Attempt {
        headers = List.copyOf(headers);
    }

    public Attempt brief() {
        return new Attempt(at, status, millis, failure, List.of(), "");
    }
}
