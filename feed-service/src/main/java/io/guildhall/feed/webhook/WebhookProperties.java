package io.guildhall.feed.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered.
 *
 * @param retries how long a failed delivery waits before each further attempt; then it has failed
 * @param timeout from the look-up of the host to the end of the answer
 * @param rest the first pause of an endpoint that fails again and again; it doubles
 * @param giveUp an endpoint that takes nothing for so long is disabled
 * @param kept deliveries are shown for so long
 * @param claim for so long an instance delivers to an endpoint without being heard of; at least a second
 */
@ConfigurationProperties("guildhall.webhooks")
public record WebhookProperties(
        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retries,

        @DefaultValue("15s") Duration timeout,
        @DefaultValue("1s") Duration rest,
        @DefaultValue("5d") Duration giveUp,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("10s") Duration claim) {

    public WebhookProperties {
        retries = List.copyOf(retries);
        if (claim.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("guildhall.webhooks.claim must be at least a second");
        }
    }
}
