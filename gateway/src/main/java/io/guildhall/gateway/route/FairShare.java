package io.guildhall.gateway.route;

import io.guildhall.gateway.problem.Problem;
import io.guildhall.gateway.problem.Problems;
import io.guildhall.gateway.signin.Caller;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Slows down a caller who asks for more than its share; it comes after security, so that the caller is proven. */
@Component
@Order(-90)
class FairShare implements WebFilter {

    private final RateLimits limits;
    private final Problems problems;

    FairShare(RateLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Caller caller = Caller.of(exchange);
        if (caller == null) {
            return chain.filter(exchange);
        }
        long wait = limits.request(caller.key());
        return wait == 0 ? chain.filter(exchange) : problems.answer(exchange, Problem.tooMany(wait));
    }
}
