package io.guildhall.gateway.route;

import io.guildhall.gateway.GatewayProperties;
import io.guildhall.gateway.problem.Problem;
import io.guildhall.gateway.problem.Refused;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.session.Sessions;
import io.guildhall.gateway.session.TokenRefresh;
import io.guildhall.gateway.signin.Caller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Chooses the one access token that goes to the service: the session's, refreshed when it is old, or the client's own;
 * none where the address is the credential.
 */
@Component
class Relay implements GlobalFilter, Ordered {

    private static final String TOKEN = Relay.class.getName();

    private final TokenRefresh refresh;
    private final Sessions sessions;
    private final Bodies bodies;
    private final Addresses addresses;
    private final Duration streamCheck;

    Relay(TokenRefresh refresh, Sessions sessions, Bodies bodies, GatewayProperties properties) {
        this.refresh = refresh;
        this.sessions = sessions;
        this.bodies = bodies;
        this.addresses = new Addresses(properties.trustedProxies());
        this.streamCheck = properties.session().streamCheck();
    }

    /** Before the filter that writes the answer, so that a stream can be ended. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (Services.isFeed(exchange)) {
            return pass(exchange, "address " + addresses.of(exchange.getRequest()), null, chain);
        }
        Caller caller = Caller.of(exchange);
        if (caller == null) {
            return Mono.error(new Refused(Problem.notSignedIn()));
        }
        Session session = caller.session();
        if (session == null) {
            return pass(exchange, caller.key(), caller.token(), chain);
        }
        Mono<Void> passed = refresh.isFresh(session)
                ? pass(exchange, caller.key(), session.tokens().access(), chain)
                : refresh.fresh(session)
                        .flatMap(fresh ->
                                pass(exchange, caller.key(), fresh.tokens().access(), chain));
        return Services.isLive(exchange) ? passed.takeUntilOther(end(session)) : passed;
    }

    /** @param key tells callers apart */
    private Mono<Void> pass(ServerWebExchange exchange, String key, @Nullable String token, GatewayFilterChain chain) {
        if (token != null) {
            exchange.getAttributes().put(TOKEN, token);
        }
        return bodies.pass(exchange, key, chain::filter);
    }

    /** Completes once the session has ended; a store that does not answer ends nothing. */
    private Mono<?> end(Session session) {
        return Flux.interval(streamCheck)
                .onBackpressureDrop()
                .concatMap(tick -> sessions.lives(session).onErrorReturn(true))
                .filter(lives -> !lives)
                .next();
    }

    /** The token to send to the service. */
    static @Nullable String token(ServerWebExchange exchange) {
        return exchange.getAttribute(TOKEN);
    }
}
