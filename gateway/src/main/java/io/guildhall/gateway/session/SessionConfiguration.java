package io.guildhall.gateway.session;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.guildhall.gateway.GatewayProperties;
import java.time.Clock;
import java.time.Duration;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FOREVER = Duration.ofDays(10_000);

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

    /** Asks the store for a sign of life; the embedded one does not know the command that Boot's own indicator sends. */
    @Bean
    ReactiveHealthIndicator sessionStoreHealthIndicator(MongoDatabase database) {
        return () -> Mono.from(database.runCommand(new Document("ping", 1)))
                .timeout(PATIENCE)
                .map(pong -> Health.up().build())
                .onErrorResume(failure -> Mono.just(Health.down(failure).build()));
    }

    /**
     * Makes the indexes before the first request, if the store is there, and removes what has expired now and then. (No
     * TTL index, because the embedded store has none.)
     */
    static final class Housekeeping implements SmartLifecycle {

        private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
        private static final Duration PERIOD = Duration.ofMinutes(10);

        private final Sessions sessions;
        private final OneTimes oneTimes;
        private final Disposable.Swap running = Disposables.swap();

        Housekeeping(Sessions sessions, OneTimes oneTimes) {
            this.sessions = sessions;
            this.oneTimes = oneTimes;
        }

        @Override
        public void start() {
            Mono<Void> indexes = sessions.createIndexes()
                    .then(oneTimes.createIndexes())
                    .cache(done -> FOREVER, failure -> Duration.ZERO, () -> FOREVER);
            try {
                indexes.block(PATIENCE);
            } catch (RuntimeException e) {
                log.warn("The session store is not there yet: {}", e.toString());
            }
            running.update(Flux.interval(PERIOD)
                    .onBackpressureDrop()
                    .concatMap(tick -> indexes.then(sessions.sweep())
                            .then(oneTimes.sweep())
                            .onErrorResume(failure -> {
                                log.warn("Expired sessions were not removed: {}", failure.toString());
                                return Mono.empty();
                            }))
                    .subscribe());
        }

        @Override
        public void stop() {
            running.update(Disposables.disposed());
        }

        @Override
        public boolean isRunning() {
            Disposable current = running.get();
            return current != null && !current.isDisposed();
        }

        @Override
        public int getPhase() {
            return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
        }
    }
}
