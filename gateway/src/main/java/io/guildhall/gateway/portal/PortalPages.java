package io.guildhall.gateway.portal;

import io.guildhall.gateway.problem.Problems;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The portal finds its pages by their address itself: every page of it is the same file. */
@Component
@Order(-80)
class PortalPages implements WebFilter {

    private static final List<String> NOT_PAGES =
            List.of("/api/", "/auth/", "/actuator", "/assets/", "/logout/", "/feeds/");
    private static final String INDEX = "/index.html";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isPage(exchange)
                ? chain.filter(exchange.mutate()
                        .request(exchange.getRequest().mutate().path(INDEX).build())
                        .build())
                : chain.filter(exchange);
    }

    private static boolean isPage(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        if (path.equals("/")) {
            return true;
        }
        boolean read = HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
        return read
                && NOT_PAGES.stream().noneMatch(path::startsWith)
                && path.indexOf('.', path.lastIndexOf('/')) < 0
                && Problems.accepts(exchange, MediaType.TEXT_HTML);
    }
}
