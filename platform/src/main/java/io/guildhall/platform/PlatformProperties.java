package io.guildhall.platform;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation sets for every service.
 *
 * @param topicPrefix stands before every topic, so that two installations can share a broker
 * @param topicPartitions of topics that are created
 * @param topicReplicas of topics that are created, -1 for the broker's default
 * @param sweep how often a service looks for events that another, crashed instance left unsent
 * @param zone the business time zone: days begin and end in it
 * @param administrators subjects, or {@code issuer|subject}, of the first administrators
 * @param scopeTopics topics whose aggregates are scopes that roles are held on
 * @param grantTopics topics whose aggregates are single grants of such roles
 * @param openPaths what is answered without a token because the address itself is the credential, as path patterns of
 *     Spring; there the service also answers 304
 * @param lastingPaths where what is found never changes, as path patterns of Spring; there the service answers 304, too
 */
@ConfigurationProperties("guildhall")
public record PlatformProperties(
        @DefaultValue("") String topicPrefix,
        @DefaultValue("3") int topicPartitions,
        @DefaultValue("-1") short topicReplicas,
        @DefaultValue("30s") Duration sweep,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue Set<String> administrators,
        @DefaultValue("team.units") List<String> scopeTopics,
        @DefaultValue List<String> grantTopics,
        @DefaultValue List<String> openPaths,
        @DefaultValue List<String> lastingPaths) {}
