package io.guildhall.feed.connections;

import io.guildhall.feed.mail.MailState;
import io.guildhall.feed.publication.PublicationState;
import io.guildhall.feed.subscription.Subscriptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes in and out and is told nowhere else.
 *
 * @param events what is read of the other services; null while the broker does not say
 * @param subscriptions how many there are of each kind: whose they are, or their addresses, is nobody else's business
 * @param streams open pages and programs that this instance tells live
 * @param givenUp deliveries of the last 30 days that were given up, by webhook; those that have none are left out
 * @param publicTopics how publishing for data platforms goes
 * @param mail how mail goes
 */
public record Connections(
        @Nullable List<Events> events,
        List<Subscriptions.Use> subscriptions,
        int streams,
        Map<String, Long> givenUp,
        PublicationState publicTopics,
        MailState mail) {

    /**
     * The events of one topic.
     *
     * @param topic without the installation's prefix
     * @param behind as many are there and not read yet
     * @param newest when the newest was written, null while there is none
     * @param deadLetters as many could not be read since this instance started, and were set aside on {@code <topic>-dlt}
     */
    public record Events(
            String topic, long behind, @Nullable Instant newest, long deadLetters) {}
}
