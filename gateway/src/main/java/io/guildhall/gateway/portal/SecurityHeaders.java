package io.guildhall.gateway.portal;

import io.guildhall.gateway.GatewayProperties;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells browsers on every answer what the portal may do: load its own files, call this gateway, and nothing else. What a
 * service answers is no page: opened by itself, also a file that somebody gave, it may do nothing at all.
 */
@Component
@Order(-200)
public class SecurityHeaders implements WebFilter {

    private static final String CSP = "Content-Security-Policy";
    private static final String HSTS = "Strict-Transport-Security";
    private static final String NOSNIFF = "X-Content-Type-Options";
    private static final String REFERRER = "Referrer-Policy";
    private static final String PERMISSIONS = "Permissions-Policy";
    private static final String OPENER = "Cross-Origin-Opener-Policy";
    private static final String RESOURCE = "Cross-Origin-Resource-Policy";

    /** The headers that are the gateway's alone to set. */
    public static final List<String> NAMES = List.of(CSP, HSTS, NOSNIFF, REFERRER, PERMISSIONS, OPENER, RESOURCE);

    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final String policy;
    private final boolean https;

    SecurityHeaders(GatewayProperties properties) {
        this.https = properties.https();
        this.policy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "form-action 'self'" + providers(properties.identity()),
                "frame-ancestors 'none'",
                "base-uri 'none'");
    }

    private static String providers(GatewayProperties.Identity identity) {
        Set<String> origins = new TreeSet<>();
        Stream.of(identity.authorizationUri(), identity.endSessionUri())
                .filter(uri -> !uri.isEmpty())
                .map(URI::create)
                .forEach(uri -> origins.add(uri.getScheme() + "://" + uri.getRawAuthority()));
        return origins.isEmpty() ? "" : " " + String.join(" ", origins);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set(CSP, isApi(exchange) ? NO_PAGE : policy);
        headers.set(NOSNIFF, "nosniff");
        headers.set(REFERRER, isSecret(exchange) ? "no-referrer" : "same-origin");
        headers.set(PERMISSIONS, "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.set(OPENER, "same-origin");
        headers.set(RESOURCE, "same-origin");
        if (https) {
            headers.set(HSTS, "max-age=31536000; includeSubDomains");
        }
        return chain.filter(exchange);
    }

    private static boolean isApi(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/api/");
    }

    /** Whether the address is a credential, which no other page may be told. */
    private static boolean isSecret(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/feeds/");
    }
}
