package io.guildhall.feed.live;

import io.guildhall.feed.live.LiveProperties.Readers;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.replica.IncomingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * That something has changed, and whom it may be told; what it is now, a reader asks for itself.
 *
 * @param type what happened, the wire name of the event
 * @param subject the id of what has changed
 * @param topic without the installation's prefix
 * @param visibility with {@code scopes} and {@code owner}: who may see it, as of this change
 */
public record Notice(
        String type,
        String subject,
        long sequence,
        String topic,
        Instant at,
        Visibility visibility,
        List<String> scopes,
        @Nullable String owner) {

    /** What is said of a person: that somebody has changed. */
    static final String PEOPLE_CHANGED = "people-changed";

    public Notice {
        scopes = List.copyOf(scopes);
    }

    public static Notice of(IncomingEvent event, LiveProperties.Topic topic) {
        if (topic.readers() == Readers.EVERYBODY_BUT_NOT_WHO) {
            return new Notice(
                    PEOPLE_CHANGED,
                    PEOPLE_CHANGED,
                    event.sequence(),
                    topic.name(),
                    event.at(),
                    Visibility.ORGANIZATION,
                    List.of(),
                    null);
        }
        JsonNode state = event.state();
        List<String> scopes = new ArrayList<>();
        state.path("scopes").forEach(scope -> scopes.add(scope.asString("")));
        JsonNode owner = state.path("owner");
        return new Notice(
                event.type(),
                event.subject(),
                event.sequence(),
                topic.name(),
                event.at(),
                visibility(state.path("visibility"), topic.readers()),
                scopes,
                owner.isString() ? owner.stringValue() : null);
    }

    private static Visibility visibility(JsonNode stated, Readers readers) {
        if (stated.isMissingNode() && readers == Readers.BY_STATE_ELSE_EVERYBODY) {
            return Visibility.ORGANIZATION;
        }
        String name = stated.asString("");
        for (Visibility visibility : Visibility.values()) {
            if (visibility.name().equals(name)) {
                return visibility;
            }
        }
        return Visibility.UNKNOWN;
    }
}
