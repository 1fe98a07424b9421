package io.guildhall.standalone.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may sign in, what the tokens say, and what the pages allow a browser to do. */
@Configuration(proxyBeanMethods = false)
class ProviderSecurity {

    /** The audience of every access token. */
    static final String AUDIENCE = "guildhall";

    /** The password of everybody: this provider is for trying the product, not for keeping anybody out. */
    static final String PASSWORD = "guildhall";

    private static final String ACCESS_TOKEN_TYPE = "at+jwt";
    private static final String USER_NAME = "[a-z0-9._-]{1,64}";

    @Bean
    IdentitySecrets identitySecrets(IdentityProperties provider) {
        return IdentitySecrets.in(provider.folder(), provider.url().toString());
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentitySecrets secrets) {
        return AuthorizationServerSettings.builder().issuer(secrets.issuer()).build();
    }

    @Bean
    RegisteredClientRepository registeredClients(IdentitySecrets secrets, IdentityProperties provider) {
        return new InMemoryRegisteredClientRepository(Clients.all(secrets, provider));
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentitySecrets secrets) {
        return new ImmutableJWKSet<>(new JWKSet(secrets.signingKey()));
    }

    /** For the user information endpoint, which takes our access tokens. */
    @Bean
    JwtDecoder accessTokens(JWKSource<SecurityContext> keys, IdentitySecrets secrets) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(ACCESS_TOKEN_TYPE))))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(new JwtTimestampValidator(), new JwtIssuerValidator(secrets.issuer()))));
        return decoder;
    }

    @Bean
    UserDetailsService everybody() {
        return name -> {
            if (!name.matches(USER_NAME)) {
                throw new UsernameNotFoundException("Not a user name");
            }
            return User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .authorities(List.of())
                    .build();
        };
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                // RFC 9068 asks for the type and the client.
                context.getJwsHeader().type(ACCESS_TOKEN_TYPE);
                context.getClaims()
                        .audience(List.of(AUDIENCE))
                        .claim("client_id", context.getRegisteredClient().getClientId());
            } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                Authentication person = context.getPrincipal();
                String subject = Objects.requireNonNull(person).getName();
                context.getClaims()
                        .claim(StandardClaimNames.PREFERRED_USERNAME, subject)
                        .claim(StandardClaimNames.NAME, fullName(subject));
            }
        };
    }

    private static String fullName(String subject) {
        return Persona.of(subject).map(Persona::fullName).orElse(subject);
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, IdentityProperties provider, StoredAuthorizations signIns) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(oidc -> oidc.providerConfigurationEndpoint(
                            endpoint -> endpoint.providerConfigurationCustomizer(found -> reachable(found, provider)))
                    .logoutEndpoint(endpoint -> endpoint.logoutResponseHandler(endingTheSession(signIns)))
                    .userInfoEndpoint(endpoint -> endpoint.userInfoMapper(
                            context -> userInfo(context.getAuthorization().getPrincipalName()))));
        });
        return guarded(http, provider)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LoginPage.PATH)))
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}))
                .build();
    }

    /** Signing out also takes the refresh tokens that this sign-in has handed out. */
    private static AuthenticationSuccessHandler endingTheSession(StoredAuthorizations signIns) {
        OidcLogoutAuthenticationSuccessHandler usual = new OidcLogoutAuthenticationSuccessHandler();
        return (request, response, signingOut) -> {
            if (signingOut instanceof OidcLogoutAuthenticationToken logout && logout.getIdToken() != null) {
                signIns.endSession(logout.getIdToken().getClaimAsString(StoredAuthorizations.SESSION));
            }
            usual.onAuthenticationSuccess(request, response, signingOut);
        };
    }

    private static OidcUserInfo userInfo(String subject) {
        return OidcUserInfo.builder()
                .subject(subject)
                .preferredUsername(subject)
                .name(fullName(subject))
                .build();
    }

    /** The issuer is a name that stays; the endpoints are where the provider listens today. */
    private static void reachable(OidcProviderConfiguration.Builder found, IdentityProperties provider) {
        String url = provider.url().toString();
        found.authorizationEndpoint(url + "/oauth2/authorize")
                .tokenEndpoint(url + "/oauth2/token")
                .jwkSetUrl(url + "/oauth2/jwks")
                .userInfoEndpoint(url + "/userinfo")
                .endSessionEndpoint(url + "/connect/logout");
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, IdentityProperties provider) {
        return guarded(http, provider)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET, LoginPage.PATH, LoginPage.STYLE, "/error", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(LoginPage.PATH)
                        .defaultSuccessUrl(provider.portalUrl() + "/")
                        .failureUrl(LoginPage.PATH + "?refused"))
                // A page that was open before a restart carries a token nobody knows any more.
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, denied) -> response.sendRedirect(LoginPage.PATH + "?again")))
                .build();
    }

    /** No scripts at all; forms may lead only back to the portal, or to a program on this machine. */
    private static HttpSecurity guarded(HttpSecurity http, IdentityProperties provider) {
        String policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                        + "form-action 'self' " + provider.portalUrl() + " http://127.0.0.1:*";
        return http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }
}
