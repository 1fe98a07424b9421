package io.guildhall.gateway.signin;

import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.session.Sessions;
import io.guildhall.gateway.session.Tokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the session of a request, once, and makes a new one, under a new secret, for each sign-in. The tokens are part
 * of the session: what Spring Security calls an authorized client is handed over here and kept nowhere else.
 */
final class SessionContext implements ServerSecurityContextRepository, ServerOAuth2AuthorizedClientRepository {

    private static final String TOKENS = OAuth2AuthorizedClient.class.getName();

    private final Sessions sessions;
    private final String issuer;

    SessionContext(Sessions sessions, String issuer) {
        this.sessions = sessions;
        this.issuer = issuer;
    }

    /** The session whose secret the request's cookie carries. */
    Mono<Session> session(ServerWebExchange exchange) {
        Caller known = Caller.of(exchange);
        if (known != null) {
            return Mono.justOrEmpty(known.session());
        }
        String secret = Cookies.value(exchange.getRequest(), Cookies.SESSION);
        return secret == null
                ? Mono.empty()
                : sessions.find(secret).doOnNext(session -> Caller.of(session).attach(exchange));
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return session(exchange).map(session -> new SecurityContextImpl(new SignedIn(session)));
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        if (context == null
                || !(context.getAuthentication() instanceof OAuth2AuthenticationToken token)
                || !(token.getPrincipal() instanceof OidcUser user)) {
            return Mono.empty();
        }
        OAuth2AuthorizedClient client = exchange.getRequiredAttribute(TOKENS);
        OAuth2RefreshToken refresh = client.getRefreshToken();
        Tokens tokens = new Tokens(
                0,
                client.getAccessToken().getTokenValue(),
                client.getAccessToken().getExpiresAt(),
                refresh == null ? null : refresh.getTokenValue(),
                user.getIdToken().getTokenValue());
        Sessions.SignIn signIn = new Sessions.SignIn(
                issuer, subject(user), user.getIdToken().getClaimAsString("sid"), name(user), tokens);
        return endFormer(exchange)
                .then(sessions.create(signIn))
                .doOnNext(begun -> {
                    exchange.getResponse().addCookie(Cookies.session(begun.secret()));
                    exchange.getResponse()
                            .addCookie(Cookies.csrf(begun.session().csrf()));
                })
                .then();
    }

    private Mono<Void> endFormer(ServerWebExchange exchange) {
        return session(exchange).flatMap(sessions::end);
    }

    private static String subject(OidcUser user) {
        return Objects.requireNonNull(user.getSubject(), "Every ID token has a subject");
    }

    private static String name(OidcUser user) {
        String name = user.getFullName();
        String login = user.getPreferredUsername();
        return name != null ? name : login != null ? login : subject(user);
    }

    @Override
    public Mono<Void> saveAuthorizedClient(
            OAuth2AuthorizedClient client, Authentication principal, ServerWebExchange exchange) {
        exchange.getAttributes().put(TOKENS, client);
        return Mono.empty();
    }

    @Override
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
            String client, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(String client, Authentication principal, ServerWebExchange exchange) {
        return Mono.empty();
    }
}
