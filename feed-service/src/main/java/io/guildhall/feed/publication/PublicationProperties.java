package io.guildhall.feed.publication;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is published.
 *
 * @param enabled whether it is; when it is again, what happened meanwhile is published, too
 * @param kept for so long at least the topics that are made keep a record; at least an hour
 */
@ConfigurationProperties("guildhall.public-topics")
public record PublicationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30d") Duration kept) {

    public PublicationProperties {
        if (kept.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("guildhall.public-topics.kept must be at least an hour");
        }
    }
}
