package io.guildhall.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Checks bearer tokens. One that has passed is remembered for a minute at most, because its signature costs more than
 * the rest of the request; the services check it again themselves.
 */
final class BearerTokens implements ReactiveAuthenticationManager, ServerAuthenticationConverter {

    private static final String SCHEME = "bearer ";

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> passed = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    BearerTokens(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    /** Whether a request brings a bearer token, good or bad. */
    static boolean present(ServerWebExchange exchange) {
        return token(exchange.getRequest().getHeaders()) != null;
    }

    private static @Nullable String token(HttpHeaders headers) {
        List<String> values = headers.get(HttpHeaders.AUTHORIZATION);
        if (values == null || values.size() != 1) {
            return null;
        }
        String value = values.get(0);
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? value.substring(SCHEME.length()).strip()
                : null;
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        String token = token(exchange.getRequest().getHeaders());
        return token == null ? Mono.empty() : Mono.just(new Presented(token, exchange));
    }

    @Override
    public Mono<Authentication> authenticate(Authentication authentication) {
        if (!(authentication instanceof Presented presented)) {
            return Mono.empty();
        }
        String token = presented.getToken();
        Jwt known = passed.getIfPresent(token);
        Mono<Jwt> checked = known != null && isCurrent(known)
                ? Mono.just(known)
                : decoder.decode(token).doOnNext(jwt -> passed.put(token, jwt)).onErrorMap(BearerTokens::refusal);
        return checked.map(jwt -> {
            String subject = jwt.getSubject() == null ? jwt.getTokenValue() : jwt.getSubject();
            Caller.of(subject, token).attach(presented.exchange);
            return new JwtAuthenticationToken(jwt, AuthorityUtils.NO_AUTHORITIES, subject);
        });
    }

    private boolean isCurrent(Jwt jwt) {
        Instant end = jwt.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }

    private static Throwable refusal(Throwable failure) {
        // Only when the provider's keys cannot be had is it not the token's fault.
        return failure instanceof IllegalStateException
                ? new AuthenticationServiceException("The token could not be checked", failure)
                : new InvalidBearerTokenException("The token is not valid", failure);
    }

    /** A token together with the request that brought it, to which its proven owner is attached. */
    private static final class Presented extends BearerTokenAuthenticationToken {

        private final transient ServerWebExchange exchange;

        Presented(String token, ServerWebExchange exchange) {
            super(token);
            this.exchange = exchange;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
