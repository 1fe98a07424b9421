package io.guildhall.feed.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fact that another service has published.
 *
 * @param position in the one order of the log: later ones are larger, and some numbers are nobody's
 * @param event the CloudEvents id, {@code aggregate@sequence}
 * @param topic without the installation's prefix
 * @param type the wire name of the event
 * @param subject the id of the aggregate
 * @param title what the subject is called now, null where it has no name
 * @param by the person, or the service, that changed it
 * @param cause the event it follows from, null for what somebody did
 * @param change what changed, as the event says it
 */
public record LogEntry(
        long position,
        String event,
        String topic,
        String type,
        String subject,
        @Nullable String title,
        Instant at,
        String by,
        @Nullable String cause,
        JsonNode change) {}
