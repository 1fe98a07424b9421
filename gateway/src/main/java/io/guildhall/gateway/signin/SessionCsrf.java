package io.guildhall.gateway.signin;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Every unsafe request of a session repeats the session's own token in a header. The token is stored with the session:
 * a cookie that somebody planted proves nothing.
 */
final class SessionCsrf implements ServerCsrfTokenRepository, ServerCsrfTokenRequestHandler, ServerWebExchangeMatcher {

    static final String HEADER = "X-CSRF-TOKEN";

    /** The name that other libraries give the header. */
    static final String OTHER_HEADER = "X-XSRF-TOKEN";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final SessionContext sessions;

    SessionCsrf(SessionContext sessions) {
        this.sessions = sessions;
    }

    /** Who has no session is refused for that, or changes nothing. */
    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        if (SAFE.contains(exchange.getRequest().getMethod())) {
            return MatchResult.notMatch();
        }
        return sessions.session(exchange)
                .flatMap(session -> MatchResult.match())
                .switchIfEmpty(MatchResult.notMatch());
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return sessions.session(exchange).map(session -> new DefaultCsrfToken(HEADER, "_csrf", session.csrf()));
    }

    @Override
    public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String value = headers.getFirst(HEADER);
        return Mono.justOrEmpty(value == null ? headers.getFirst(OTHER_HEADER) : value);
    }

    @Override
    public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
        // No page of ours is rendered with a token in it.
    }

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return Mono.empty();
    }
}
