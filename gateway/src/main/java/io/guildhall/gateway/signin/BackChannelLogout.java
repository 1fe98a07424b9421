package io.guildhall.gateway.signin;

import io.guildhall.gateway.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import reactor.core.publisher.Mono;

/**
 * Ends the sessions that a checked logout token names. It deletes them in the shared store, where the library's own
 * handler would call back one instance over HTTP for each session that this very instance remembers.
 */
final class BackChannelLogout implements ServerLogoutHandler {

    private static final Logger log = LoggerFactory.getLogger(BackChannelLogout.class);

    private final Sessions sessions;

    BackChannelLogout(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> logout(WebFilterExchange at, Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof OidcLogoutToken token)) {
            return Mono.empty();
        }
        return sessions.endAll(token.getIssuer().toExternalForm(), token.getSubject(), token.getSessionId())
                .doOnNext(ended -> log.info("The identity provider ended {} session(s)", ended))
                .then(Mono.fromRunnable(() -> at.getExchange().getResponse().setStatusCode(HttpStatus.OK)))
                .then(at.getExchange().getResponse().setComplete());
    }
}
