package io.guildhall.gateway.session;

import io.guildhall.gateway.problem.Problem;
import io.guildhall.gateway.problem.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import reactor.core.publisher.Mono;

/**
 * Gives each session an access token that is still good. A provider may accept a refresh token only once, so one request
 * of one instance refreshes and all others of the same session wait for what it gets.
 */
public final class TokenRefresh {

    private static final Logger log = LoggerFactory.getLogger(TokenRefresh.class);

    /** So long before its end a token is replaced. */
    private static final Duration EARLY = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 100;

    private final Sessions sessions;
    private final ClientRegistration client;
    private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> provider;
    private final Clock clock;
    private final ConcurrentMap<String, Mono<Session>> running = new ConcurrentHashMap<>();

    TokenRefresh(
            Sessions sessions,
            ClientRegistration client,
            ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> provider,
            Clock clock) {
        this.sessions = sessions;
        this.client = client;
        this.provider = provider;
        this.clock = clock;
    }

    /** Whether the session's access token will do as it is. */
    public boolean isFresh(Session session) {
        Instant end = session.tokens().expiresAt();
        return end == null || clock.instant().isBefore(end.minus(EARLY));
    }

    /** The session with a good access token; a {@link Refused} when the sign-in is over or the provider is away. */
    public Mono<Session> fresh(Session session) {
        if (isFresh(session)) {
            return Mono.just(session);
        }
        return Mono.defer(() -> running.computeIfAbsent(
                session.key(),
                key -> refresh(session, POLLS)
                        .doFinally(signal -> running.remove(key))
                        .cache()));
    }

    private Mono<Session> refresh(Session session, int polls) {
        if (polls == 0) {
            return Mono.error(new Refused(Problem.providerUnavailable()));
        }
        return sessions.claimRefresh(session).flatMap(claimed -> claimed ? ask(session) : awaitOther(session, polls));
    }

    private Mono<Session> awaitOther(Session session, int polls) {
        return Mono.delay(POLL)
                .then(sessions.current(session))
                .switchIfEmpty(over())
                .flatMap(now -> isFresh(now) ? Mono.just(now) : refresh(now, polls - 1));
    }

    private Mono<Session> ask(Session session) {
        String refresh = session.tokens().refresh();
        if (refresh == null) {
            return sessions.end(session).then(over());
        }
        return provider.getTokenResponse(request(session.tokens(), refresh))
                .onErrorResume(failure -> failed(session, failure))
                .flatMap(response -> sessions.refreshed(session, tokens(session.tokens(), response)))
                .switchIfEmpty(over());
    }

    private OAuth2RefreshTokenGrantRequest request(Tokens tokens, String refresh) {
        // The grant needs an access token with an issue time; only its refresh token is sent.
        Instant end = tokens.expiresAt() == null ? clock.instant() : tokens.expiresAt();
        OAuth2AccessToken access =
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, tokens.access(), end.minusSeconds(1), end);
        return new OAuth2RefreshTokenGrantRequest(client, access, new OAuth2RefreshToken(refresh, null));
    }

    private Mono<OAuth2AccessTokenResponse> failed(Session session, Throwable failure) {
        if (failure instanceof OAuth2AuthorizationException refusal
                && OAuth2ErrorCodes.INVALID_GRANT.equals(refusal.getError().getErrorCode())) {
            return sessions.end(session).then(over());
        }
        log.warn("Tokens were not refreshed: {}", failure.toString());
        return sessions.releaseRefresh(session).then(Mono.error(new Refused(Problem.providerUnavailable())));
    }

    private static <T> Mono<T> over() {
        return Mono.error(() -> new Refused(Problem.notSignedIn()));
    }

    private static Tokens tokens(Tokens before, OAuth2AccessTokenResponse response) {
        @Nullable OAuth2RefreshToken next = response.getRefreshToken();
        return new Tokens(
                before.version() + 1,
                response.getAccessToken().getTokenValue(),
                response.getAccessToken().getExpiresAt(),
                next == null ? before.refresh() : next.getTokenValue(),
                before.id());
    }
}
