package io.guildhall.gateway.signin;

import io.guildhall.gateway.problem.Problem;
import io.guildhall.gateway.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a request that brings a session and a bearer token: which of the two was meant must not be a guess. */
@Component
@Order(-110)
class TwoCredentials implements WebFilter {

    private final Problems problems;

    TwoCredentials(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean both = SignInConfiguration.isApi(exchange)
                && BearerTokens.present(exchange)
                && Cookies.present(exchange.getRequest(), Cookies.SESSION);
        return both ? problems.answer(exchange, Problem.twoCredentials()) : chain.filter(exchange);
    }
}
