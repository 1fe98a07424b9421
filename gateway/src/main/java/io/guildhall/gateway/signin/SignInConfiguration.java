package io.guildhall.gateway.signin;

import io.guildhall.gateway.GatewayProperties;
import io.guildhall.gateway.problem.Problem;
import io.guildhall.gateway.problem.Problems;
import io.guildhall.gateway.session.OneTimes;
import io.guildhall.gateway.session.Sessions;
import java.net.URI;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Which credential counts where: a sign-in at the provider on {@code /auth/login} and {@code /auth/callback}, a bearer
 * token alone or a session with its CSRF token on {@code /api/**}, and none on the portal's own files. No two chains want
 * the same request; those that most requests want are asked first.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SignInConfiguration {

    static final String CLIENT = "guildhall";
    static final String LOGIN = "/auth/login";
    static final String CALLBACK = "/auth/callback";
    static final String LOGOUT = "/auth/logout";
    static final String SESSION = "/auth/session";
    static final String BACK_CHANNEL = "/logout/connect/back-channel/" + CLIENT;

    /** The provider's answer was not one: it is broken or something else answers in its place. */
    private static final String UNREADABLE = "invalid_token_response";

    private static final Logger log = LoggerFactory.getLogger(SignInConfiguration.class);

    /** An observation of every filter would cost each request more than the filters do. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SessionContext sessionContext(Sessions sessions, GatewayProperties properties) {
        return new SessionContext(sessions, properties.identity().issuer());
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain bearerChain(ServerHttpSecurity http, BearerTokens tokens, Problems problems) {
        ServerAuthenticationEntryPoint refuse = refuse(problems);
        return bare(http, exchange -> match(isApi(exchange) && BearerTokens.present(exchange)))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .oauth2ResourceServer(server -> server.bearerTokenConverter(tokens)
                        .authenticationEntryPoint(refuse)
                        .authenticationFailureHandler((at, e) ->
                                e instanceof org.springframework.security.authentication.AuthenticationServiceException
                                        ? Mono.error(e)
                                        : refuse.commence(at.getExchange(), e))
                        .jwt(jwt -> jwt.authenticationManager(tokens)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse))
                .authorizeExchange(exchanges -> exchanges.anyExchange().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain sessionChain(ServerHttpSecurity http, SessionContext sessions, Problems problems) {
        ServerAuthenticationEntryPoint refuse = refuse(problems);
        SessionCsrf csrf = new SessionCsrf(sessions);
        return bare(http, exchange -> match(isApi(exchange) || (isAuth(exchange) && !isSignIn(exchange))))
                .securityContextRepository(sessions)
                .csrf(spec -> spec.csrfTokenRepository(csrf)
                        .requireCsrfProtectionMatcher(csrf)
                        .csrfTokenRequestHandler(csrf)
                        .accessDeniedHandler((exchange, e) -> problems.answer(exchange, Problem.csrf())))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse))
                .authorizeExchange(exchanges -> exchanges
                        .matchers(exchange -> match(isAuth(exchange)))
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain signInChain(
            ServerHttpSecurity http,
            ReactiveClientRegistrationRepository clients,
            ClientRegistration client,
            OneTimes oneTimes,
            SessionContext sessions,
            Problems problems) {
        return bare(http, exchange -> match(isSignIn(exchange)))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .oauth2Login(login -> login.clientRegistrationRepository(clients)
                        .authenticationMatcher(path(CALLBACK))
                        .authorizationRequestResolver(new LoginRequests(clients))
                        .authorizationRequestRepository(new LoginTransactions(oneTimes, client))
                        .authorizedClientRepository(sessions)
                        .securityContextRepository(sessions)
                        .authenticationSuccessHandler(SignInConfiguration::signedIn)
                        .authenticationFailureHandler((at, e) -> notSignedIn(at.getExchange(), e, sessions, problems)))
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityWebFilterChain backChannelChain(
            ServerHttpSecurity http, ReactiveClientRegistrationRepository clients, BackChannelLogout logout) {
        return bare(http, path(BACK_CHANNEL))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .oidcLogout(oidc -> oidc.clientRegistrationRepository(clients)
                        .backChannel(backChannel -> backChannel.logoutHandler(logout)))
                .authorizeExchange(exchanges -> exchanges.anyExchange().denyAll())
                .build();
    }

    /** The same checks as by default, but without a regular expression for every look at a header, or at one that is missing. */
    @Bean
    StrictServerWebExchangeFirewall firewall() {
        StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowedHeaderNames(name -> name == null || isText(name));
        firewall.setAllowedHeaderValues(value -> value == null || isText(value.replace('\t', ' ')));
        return firewall;
    }

    private static boolean isText(String header) {
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c < ' ' || (c >= 0x7f && (Character.isISOControl(c) || !Character.isDefined(c)))) {
                return false;
            }
        }
        return true;
    }

    /** Requests that the firewall turns away (encoded slashes and the like) get a problem body too. */
    @Bean
    ServerExchangeRejectedHandler rejectedRequests(Problems problems) {
        return (exchange, e) -> problems.answer(
                exchange,
                new Problem(
                        "bad-request",
                        400,
                        "The request's address or headers are not allowed",
                        "Send a plain path without encoded slashes, dots or line breaks."));
    }

    /** Without what Spring Security adds by itself and this gateway does in its own way. */
    private static ServerHttpSecurity bare(ServerHttpSecurity http, ServerWebExchangeMatcher matcher) {
        return http.securityMatcher(matcher)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable);
    }

    private static Mono<Void> signedIn(WebFilterExchange at, Authentication authentication) {
        String returnTo = at.getExchange().getRequiredAttribute(LoginRequests.RETURN_TO);
        return new DefaultServerRedirectStrategy().sendRedirect(at.getExchange(), URI.create(returnTo));
    }

    /** A sign-in that has been finished already (the back button) leads to the portal; any other starts again. */
    private static Mono<Void> notSignedIn(
            ServerWebExchange exchange, AuthenticationException failure, SessionContext sessions, Problems problems) {
        String code = failure instanceof OAuth2AuthenticationException refused
                ? Objects.requireNonNullElse(refused.getError().getErrorCode(), "")
                : "";
        log.info("A sign-in failed: {}", failure.toString());
        boolean unknown = code.equals("authorization_request_not_found");
        Problem problem = unknown
                ? signInExpired()
                : code.equals(UNREADABLE) ? Problem.providerUnavailable() : signInFailed(code);
        Mono<Boolean> already = unknown ? sessions.session(exchange).hasElement() : Mono.just(false);
        return already.flatMap(signedIn -> signedIn
                ? new DefaultServerRedirectStrategy().sendRedirect(exchange, URI.create("/"))
                : problems.answer(exchange, problem));
    }

    private static Problem signInExpired() {
        return new Problem(
                "sign-in-expired",
                400,
                "This sign-in is over",
                "It was finished already, took longer than ten minutes or began in another browser. Start again.");
    }

    private static Problem signInFailed(String code) {
        return new Problem(
                "sign-in-failed",
                403,
                "You were not signed in",
                "The identity provider or Guildhall refused (" + (code.isEmpty() ? "unknown" : code)
                        + "). Start again; tell your administrator if it lasts.");
    }

    private static ServerAuthenticationEntryPoint refuse(Problems problems) {
        return (exchange, e) -> {
            exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
            return problems.answer(exchange, Problem.notSignedIn());
        };
    }

    private static ServerWebExchangeMatcher path(String path) {
        return exchange -> match(exchange.getRequest().getPath().value().equals(path));
    }

    private static Mono<MatchResult> match(boolean matches) {
        return matches ? MatchResult.match() : MatchResult.notMatch();
    }

    static boolean isApi(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/api/");
    }

    private static boolean isSignIn(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.equals(LOGIN) || path.equals(CALLBACK);
    }

    private static boolean isAuth(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/auth/");
    }
}
