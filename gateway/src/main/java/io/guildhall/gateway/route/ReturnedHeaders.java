package io.guildhall.gateway.route;

import io.guildhall.gateway.portal.SecurityHeaders;
import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Keeps what a service has no say in - cookies, other sites' access and the browser's policies - out of its answers. */
@Component
class ReturnedHeaders implements HttpHeadersFilter, Ordered {

    private static final List<String> NOT_FOR_CLIENTS = List.of(
            HttpHeaders.SET_COOKIE,
            HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
            HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS,
            "Server",
            "X-Powered-By",
            "X-Frame-Options",
            "X-XSS-Protection");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders copy, ServerWebExchange exchange) {
        NOT_FOR_CLIENTS.forEach(copy::remove);
        SecurityHeaders.NAMES.forEach(copy::remove);
        return copy;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
