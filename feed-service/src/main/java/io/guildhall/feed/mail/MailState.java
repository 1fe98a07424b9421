package io.guildhall.feed.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How mail goes.
 *
 * @param setUp whether there is a mail server
 * @param waiting as many things nobody has been written to about yet, be it that their day is still to come
 * @param lastSent when the server last took a mail; null while it never did
 * @param refused as many people's addresses the server does not take
 * @param waits why the server did not take the last mail of this instance, in its words and without addresses; null when it
 *     did
 */
public record MailState(
        boolean setUp,
        long waiting,
        @Nullable Instant lastSent,
        long refused,
        @Nullable String waits) {}
