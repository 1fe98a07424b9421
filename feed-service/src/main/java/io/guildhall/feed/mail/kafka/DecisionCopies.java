package io.guildhall.feed.mail.kafka;

import io.guildhall.feed.mail.Decision;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.Replica;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Copies of decisions, found by what has become of them. */
@Configuration(proxyBeanMethods = false)
class DecisionCopies {

    @Bean
    Replica<Decision> decisions(Consumers consumers) {
        return consumers.replicate(
                "roadmap.decisions", 1, Decision.class, null, Index.on(Decision.BY_STATUS, "state.status"));
    }
}
