package io.guildhall.gateway.route;

import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends to a service the chosen token and no other credential, whatever the client sent. (The gateway's own filters have
 * dropped hop-by-hop and forwarding headers before, each working on a copy.)
 */
@Component
class RelayedHeaders implements HttpHeadersFilter, Ordered {

    private static final List<String> NOT_FOR_SERVICES = List.of(
            HttpHeaders.COOKIE,
            HttpHeaders.AUTHORIZATION,
            "X-CSRF-TOKEN",
            "X-XSRF-TOKEN",
            "X-Real-IP",
            "X-HTTP-Method-Override",
            "Proxy-Connection",
            HttpHeaders.EXPECT);

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders copy, ServerWebExchange exchange) {
        NOT_FOR_SERVICES.forEach(copy::remove);
        String token = Relay.token(exchange);
        if (token != null) {
            copy.setBearerAuth(token);
        }
        return copy;
    }
}
