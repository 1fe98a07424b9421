package io.guildhall.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** A real authorization server. A header says who signs in, so that a test needs no form. */
final class Provider implements AutoCloseable {

    static final String CLIENT = "guildhall-portal";
    static final String PERSON = "X-Test-Person";
    static final String SECRET = "client-secret";

    private final ConfigurableApplicationContext context;
    private final String issuer;

    private Provider(ConfigurableApplicationContext context, String issuer) {
        this.context = context;
        this.issuer = issuer;
    }

    static Provider start(int port, int gatewayPort, Duration accessTokenLife) {
        String issuer = "http://localhost:" + port;
        Map<String, Object> properties = Map.of(
                "spring.config.name",
                "provider-test",
                "server.port",
                port,
                "spring.main.web-application-type",
                "servlet",
                "spring.main.banner-mode",
                "off",
                "issuer",
                issuer,
                "gateway",
                "http://localhost:" + gatewayPort,
                "life",
                accessTokenLife.toString());
        return new Provider(
                new SpringApplicationBuilder(Server.class)
                        .properties(properties)
                        .run(),
                issuer);
    }

    String issuer() {
        return issuer;
    }

    /** How often tokens were refreshed. */
    int refreshes() {
        return context.getBean(Refreshes.class).count.get();
    }

    /** A token signed by the provider, with the header type and claims given. */
    String sign(String type, Map<String, Object> claims) throws JOSEException {
        RSAKey key = context.getBean(RSAKey.class);
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType(type))
                        .build(),
                set.build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    /** An access token as an API client would get it. */
    String accessToken(String subject) throws JOSEException {
        return sign("at+jwt", claims(subject, "guildhall"));
    }

    Map<String, Object> claims(String subject, String audience) {
        Instant now = Instant.now();
        return Map.of(
                "iss", issuer,
                "sub", subject,
                "aud", List.of(audience),
                "iat", Date.from(now),
                "exp", Date.from(now.plusSeconds(300)),
                "jti", UUID.randomUUID().toString());
    }

    @Override
    public void close() {
        context.close();
    }

    /** The person is whom the header names. */
    private static final class PersonInHeader implements SecurityContextRepository {

        @Override
        public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
            SecurityContext context = context(request);
            return new DeferredSecurityContext() {
                @Override
                public boolean isGenerated() {
                    return false;
                }

                @Override
                public SecurityContext get() {
                    return context;
                }
            };
        }

        private static SecurityContext context(HttpServletRequest request) {
            String person = request.getHeader(PERSON);
            return person == null
                    ? new SecurityContextImpl()
                    : new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                            person,
                            null,
                            List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
        }

        @Override
        @SuppressWarnings("deprecation") // The interface still has it; nothing calls it.
        public SecurityContext loadContext(HttpRequestResponseHolder holder) {
            return context(holder.getRequest());
        }

        @Override
        public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
            // The next request names its person again.
        }

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return request.getHeader(PERSON) != null;
        }
    }

    static final class Refreshes {
        final AtomicInteger count = new AtomicInteger();
    }

    /** Not annotated as a configuration, or the gateway in the same package would find it. */
    @EnableWebSecurity
    @ImportAutoConfiguration({
        JettyServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Server {

        @Bean
        @Order(1)
        SecurityFilterChain endpoints(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> {
                        http.securityMatcher(server.getEndpointsMatcher());
                        server.oidc(Customizer.withDefaults());
                    })
                    .securityContext(context -> context.securityContextRepository(new PersonInHeader()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain rest(HttpSecurity http) {
            return http.securityContext(context -> context.securityContextRepository(new PersonInHeader()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }

        @Bean
        RegisteredClientRepository clients(org.springframework.core.env.Environment environment) {
            String gateway = environment.getRequiredProperty("gateway");
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                    .redirectUri(gateway + "/auth/callback")
                    .postLogoutRedirectUri(gateway + "/")
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .tokenSettings(TokenSettings.builder()
                            .accessTokenTimeToLive(Duration.parse(environment.getRequiredProperty("life")))
                            .reuseRefreshTokens(false)
                            .build())
                    .build());
        }

        @Bean
        RSAKey key() throws JOSEException {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        }

        @Bean
        JWKSource<com.nimbusds.jose.proc.SecurityContext> keys(RSAKey key) {
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder jwtDecoder(JWKSource<com.nimbusds.jose.proc.SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings(org.springframework.core.env.Environment environment) {
            return AuthorizationServerSettings.builder()
                    .issuer(environment.getRequiredProperty("issuer"))
                    .build();
        }

        @Bean
        Refreshes refreshes() {
            return new Refreshes();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> tokens(Refreshes refreshes) {
            return context -> {
                if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                    Authentication person = Objects.requireNonNull(context.getPrincipal());
                    context.getClaims().claim("name", "Person " + person.getName());
                    return;
                }
                context.getJwsHeader().type("at+jwt");
                context.getClaims().audience(List.of("guildhall"));
                if (AuthorizationGrantType.REFRESH_TOKEN.equals(context.getAuthorizationGrantType())) {
                    refreshes.count.incrementAndGet();
                }
            };
        }
    }
}
