package io.guildhall.gateway.signin;

import io.guildhall.gateway.GatewayProperties;
import io.guildhall.gateway.session.Sessions;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** Knows the identity provider, by explicit addresses and with a limit on how long it may take. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    private final GatewayProperties.Identity identity;
    private final WebClient web;

    ProviderConfiguration(GatewayProperties properties) {
        this.identity = properties.identity();
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        identity.timeout().toMillis())
                .responseTimeout(identity.timeout());
        this.web = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    @Bean
    ClientRegistration client(GatewayProperties properties) {
        return ClientRegistration.withRegistrationId(SignInConfiguration.CLIENT)
                .clientId(identity.clientId())
                .clientSecret(identity.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(properties.origin() + SignInConfiguration.CALLBACK)
                .scope(identity.scopes())
                .issuerUri(identity.issuer())
                .authorizationUri(identity.authorizationUri())
                .tokenUri(identity.tokenUri())
                .jwkSetUri(identity.jwkSetUri())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
    }

    @Bean
    ReactiveClientRegistrationRepository clients(ClientRegistration client) {
        return new InMemoryReactiveClientRegistrationRepository(client);
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeClient() {
        WebClientReactiveAuthorizationCodeTokenResponseClient client =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(web);
        return client;
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshClient() {
        WebClientReactiveRefreshTokenTokenResponseClient client =
                new WebClientReactiveRefreshTokenTokenResponseClient();
        client.setWebClient(web);
        return client;
    }

    @Bean
    ReactiveJwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        NimbusReactiveJwtDecoder decoder = decoder(true);
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(ReactiveOidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return client -> {
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
            return decoder;
        };
    }

    @Bean
    BearerTokens bearerTokens(Clock clock) {
        NimbusReactiveJwtDecoder decoder = decoder(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(identity.issuer()),
                new AccessTokenCheck(identity.audience())));
        return new BearerTokens(decoder, clock);
    }

    @Bean
    BackChannelLogout backChannelLogout(Sessions sessions) {
        return new BackChannelLogout(sessions);
    }

    private NimbusReactiveJwtDecoder decoder(boolean plainTypeOnly) {
        return NimbusReactiveJwtDecoder.withJwkSetUri(identity.jwkSetUri())
                .webClient(web)
                .validateType(plainTypeOnly)
                .jwsAlgorithms(algorithms -> {
                    algorithms.add(SignatureAlgorithm.RS256);
                    algorithms.add(SignatureAlgorithm.PS256);
                    algorithms.add(SignatureAlgorithm.ES256);
                })
                .build();
    }
}
