package io.guildhall.feed.subscription.kafka;

import io.guildhall.feed.subscription.Community;
import io.guildhall.feed.subscription.Dependency;
import io.guildhall.feed.subscription.Feature;
import io.guildhall.feed.subscription.Impediment;
import io.guildhall.feed.subscription.ReadCalendar;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.Replica;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Copies of what has a day, found by it. */
@Configuration(proxyBeanMethods = false)
class Days {

    @Bean
    Replica<Dependency> dependencies(Consumers consumers) {
        return consumers.replicate(
                "team.dependencies",
                1,
                Dependency.class,
                null,
                Index.on(ReadCalendar.BY_NEEDED, "state.neededBy"),
                Index.on(ReadCalendar.BY_COMMITTED, "state.committedBy"),
                Index.on(ReadCalendar.BY_STATUS, "state.status"));
    }

    @Bean
    Replica<Community> communities(Consumers consumers) {
        return consumers.replicate("cop.communities", 1, Community.class, null);
    }

    @Bean
    Replica<Feature> features(Consumers consumers) {
        return consumers.replicate(
                "roadmap.features", 1, Feature.class, null, Index.on(ReadCalendar.BY_DATE, "state.date"));
    }

    @Bean
    Replica<Impediment> impediments(Consumers consumers) {
        return consumers.replicate(
                "team.impediments",
                1,
                Impediment.class,
                null,
                Index.on(ReadCalendar.BY_PROMISED, "state.answer.promisedFor"),
                Index.on(ReadCalendar.BY_LEVEL, "state.status", "state.level"));
    }
}
