package io.guildhall.team.dependencies.kafka;

import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.Replica;
import io.guildhall.team.dependencies.FollowFeature;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Reads the features of roadmap-service and lets their dependencies follow. */
@Configuration(proxyBeanMethods = false)
class FeatureListener {

    @Bean
    Replica<FollowFeature.Feature> features(Consumers consumers, FollowFeature follow) {
        return consumers.replicate(
                "roadmap.features",
                1,
                FollowFeature.Feature.class,
                (feature, event) -> follow.follow(
                        feature.id(), feature.state(), event.by(), why(event), event.at(), event.asCause()));
    }

    private static @Nullable String why(IncomingEvent event) {
        JsonNode reason = event.change().path("reason");
        return reason.isString() ? reason.stringValue() : null;
    }
}
