package io.guildhall.gateway.signin;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Starts a sign-in at {@code GET /auth/login?returnTo=/path}, always with PKCE. */
final class LoginRequests implements ServerOAuth2AuthorizationRequestResolver {

    static final String RETURN_TO = "returnTo";

    private final DefaultServerOAuth2AuthorizationRequestResolver delegate;

    LoginRequests(ReactiveClientRegistrationRepository clients) {
        this.delegate = new DefaultServerOAuth2AuthorizationRequestResolver(clients);
        this.delegate.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        boolean login = HttpMethod.GET.equals(request.getMethod())
                && request.getPath().value().equals(SignInConfiguration.LOGIN);
        return login ? resolve(exchange, SignInConfiguration.CLIENT) : Mono.empty();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String client) {
        String returnTo = ReturnTo.local(exchange.getRequest().getQueryParams().getFirst(RETURN_TO));
        return delegate.resolve(exchange, client)
                .map(request -> OAuth2AuthorizationRequest.from(request)
                        .attributes(attributes -> attributes.put(RETURN_TO, returnTo))
                        .build());
    }
}
