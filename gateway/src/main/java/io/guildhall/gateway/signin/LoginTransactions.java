package io.guildhall.gateway.signin;

import io.guildhall.gateway.session.OneTimes;
import io.guildhall.gateway.session.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Remembers each sign-in that is under way by its own state and cookie, so that two tabs do not overwrite each other's,
 * and a visitor who has not signed in has no session.
 */
final class LoginTransactions implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration LIFE = Duration.ofMinutes(10);

    /** More abandoned sign-ins than this lose their cookies, or a browser's header would grow too long. */
    private static final int TABS = 5;

    private final OneTimes oneTimes;
    private final ClientRegistration client;

    LoginTransactions(OneTimes oneTimes, ClientRegistration client) {
        this.oneTimes = oneTimes;
        this.client = client;
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        String state = Objects.requireNonNull(request.getState());
        String browser = Secrets.random();
        List<String> older = exchange.getRequest().getCookies().keySet().stream()
                .filter(name -> name.startsWith(Cookies.LOGIN))
                .toList();
        older.stream()
                .limit(Math.max(0, older.size() - TABS + 1))
                .forEach(name -> exchange.getResponse().addCookie(Cookies.gone(name)));
        exchange.getResponse().addCookie(Cookies.shortLived(cookie(state), browser, LIFE));
        Document content = new Document()
                .append(OAuth2ParameterNames.STATE, state)
                .append(OAuth2ParameterNames.REDIRECT_URI, request.getRedirectUri());
        for (String name :
                List.of(OidcParameterNames.NONCE, PkceParameterNames.CODE_VERIFIER, LoginRequests.RETURN_TO)) {
            content.append(name, request.getAttributes().get(name));
        }
        return oneTimes.leave(state, browser, content, LIFE);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        // Nothing looks at a sign-in without finishing it.
        return Mono.empty();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        @Nullable String state = request.getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        if (state == null) {
            return Mono.empty();
        }
        String name = cookie(state);
        @Nullable String browser = Cookies.value(request, name);
        if (browser == null) {
            return Mono.empty();
        }
        exchange.getResponse().addCookie(Cookies.gone(name));
        return oneTimes.take(state, browser).map(content -> {
            exchange.getAttributes().put(LoginRequests.RETURN_TO, content.getString(LoginRequests.RETURN_TO));
            return request(content);
        });
    }

    private OAuth2AuthorizationRequest request(Document content) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
                .clientId(client.getClientId())
                .scopes(client.getScopes())
                .redirectUri(content.getString(OAuth2ParameterNames.REDIRECT_URI))
                .state(content.getString(OAuth2ParameterNames.STATE))
                .attributes(attributes -> attributes.putAll(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        client.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        content.getString(OidcParameterNames.NONCE),
                        PkceParameterNames.CODE_VERIFIER,
                        content.getString(PkceParameterNames.CODE_VERIFIER))))
                .build();
    }

    private static String cookie(String state) {
        return Cookies.LOGIN + Secrets.digest(state).substring(0, 12);
    }
}
