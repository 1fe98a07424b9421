package io.guildhall.feed.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How channels are told.
 *
 * @param quiet a message waits until nothing new has come for so long
 * @param longest and no longer than this after the first
 * @param look how often one looks for what is to be told
 * @param timeout of one attempt
 * @param retry the pause after the first failure; it doubles
 * @param longestRetry and grows no longer than this
 * @param giveUp a channel that takes nothing for so long is disabled
 * @param claim for so long a killed instance keeps others from a channel that it was telling; longer than {@code timeout}
 */
@ConfigurationProperties("guildhall.chat")
public record ChatProperties(
        @DefaultValue("30s") Duration quiet,
        @DefaultValue("5m") Duration longest,
        @DefaultValue("1s") Duration look,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("1m") Duration retry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("5d") Duration giveUp,
        @DefaultValue("1m") Duration claim) {

    public ChatProperties {
        if (claim.compareTo(timeout) <= 0) {
            throw new IllegalArgumentException("guildhall.chat.claim must be longer than guildhall.chat.timeout");
        }
    }
}
