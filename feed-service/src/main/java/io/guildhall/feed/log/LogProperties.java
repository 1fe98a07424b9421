package io.guildhall.feed.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the event log is kept.
 *
 * @param kept an entry is deleted when what it tells happened longer ago than this; at least a day
 */
@ConfigurationProperties("guildhall.log")
public record LogProperties(@DefaultValue("730d") Duration kept) {

    public LogProperties {
        if (kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("guildhall.log.kept must be at least a day");
        }
    }
}
