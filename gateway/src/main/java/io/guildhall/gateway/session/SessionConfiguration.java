package io.guildhall.gateway.session;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.guildhall.gateway.GatewayProperties;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps sessions in this gateway's database. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    MongoDatabase gatewayDatabase(MongoClient client, GatewayProperties properties) {
        return client.getDatabase(properties.database()).withWriteConcern(WriteConcern.MAJORITY);
    }

    @Bean
    Sessions sessions(MongoDatabase database, GatewayProperties properties, Clock clock) {
        return new Sessions(database.getCollection("sessions"), properties.session(), clock);
    }

    @Bean
    OneTimes oneTimes(MongoDatabase database, Clock clock) {
        return new OneTimes(database.getCollection("oneTimes"), clock);
    }

    @Bean
    TokenRefresh tokenRefresh(
            Sessions sessions,
            ClientRegistration client,
            ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> provider,
            Clock clock) {
        return new TokenRefresh(sessions, client, provider, clock);
    }

    @Bean
    Housekeeping housekeeping(Sessions sessions, OneTimes oneTimes) {
        return new Housekeeping(sessions, oneTimes);
    }

    /**
     * Makes the indexes and removes what has expired, in the background: the gateway starts without its store. (No TTL
     * index, because the embedded store has none.)
     */
    static final class Housekeeping {

        private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
        private static final Duration PERIOD = Duration.ofMinutes(10);

        private final Sessions sessions;
        private final OneTimes oneTimes;
        private final Disposable.Swap running = Disposables.swap();

        Housekeeping(Sessions sessions, OneTimes oneTimes) {
            this.sessions = sessions;
            this.oneTimes = oneTimes;
        }

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            running.update(Flux.interval(Duration.ZERO, PERIOD)
                    .onBackpressureDrop()
                    .concatMap(tick -> sessions.createIndexes()
                            .then(oneTimes.createIndexes())
                            .then(sessions.sweep())
                            .then(oneTimes.sweep())
                            .onErrorResume(failure -> {
                                log.warn("Expired sessions were not removed: {}", failure.toString());
                                return Mono.empty();
                            }))
                    .subscribe());
        }

        @EventListener(ContextClosedEvent.class)
        void stop() {
            running.dispose();
        }
    }
}
