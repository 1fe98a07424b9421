package io.guildhall.gateway.route;

import io.guildhall.gateway.GatewayProperties;
import io.guildhall.gateway.problem.Problem;
import io.guildhall.gateway.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Turns away, before anything is looked up for it, what is too large or comes too often without a good credential. */
@Component
@Order(-120)
class Door implements WebFilter {

    private static final String LOGIN = "/auth/login";

    private final RateLimits limits;
    private final BodyLimit bodyLimit;
    private final Problems problems;
    private final Addresses addresses;

    Door(RateLimits limits, BodyLimit bodyLimit, Problems problems, GatewayProperties properties) {
        this.limits = limits;
        this.bodyLimit = bodyLimit;
        this.problems = problems;
        this.addresses = new Addresses(properties.trustedProxies());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (bodyLimit.isExceeded(exchange)) {
            return problems.answer(exchange, bodyLimit.problem(exchange));
        }
        ServerHttpRequest request = exchange.getRequest();
        if (request.getPath().value().equals(LOGIN)) {
            long wait = limits.signIn(addresses.of(request));
            return wait == 0 ? chain.filter(exchange) : problems.answer(exchange, Problem.tooMany(wait));
        }
        String address = addresses.of(request);
        if (Services.isFeed(exchange)) {
            // Of its own: a calendar that goes on asking for an address that has ended shuts nobody out of the portal.
            String reader = "feeds " + address;
            long wait = Math.max(limits.untilHeard(reader), limits.request(reader));
            return watched(exchange, chain, reader, wait, HttpStatus.NOT_FOUND);
        }
        return Services.isApi(exchange)
                ? watched(exchange, chain, address, limits.untilHeard(address), HttpStatus.UNAUTHORIZED)
                : chain.filter(exchange);
    }

    /** @param bad the status that says that the credential was none */
    private Mono<Void> watched(
            ServerWebExchange exchange, WebFilterChain chain, String caller, long wait, HttpStatus bad) {
        if (wait > 0) {
            return problems.answer(exchange, Problem.tooMany(wait));
        }
        return chain.filter(exchange).doOnSuccess(done -> {
            if (bad.equals(exchange.getResponse().getStatusCode())) {
                limits.refused(caller);
            }
        });
    }
}
