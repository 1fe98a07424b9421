package io.guildhall.standalone.identity;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The three programs that may ask for tokens. */
final class Clients {

    static final String PORTAL = "guildhall-portal";
    static final String CLI = "guildhall-cli";
    static final String SCRIPT = "guildhall-script";

    /** A session of the portal ends after this at the latest. */
    static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private static final Duration ACCESS = Duration.ofMinutes(5);
    private static final Duration SCRIPT_ACCESS = Duration.ofHours(1);

    private Clients() {}

    static List<RegisteredClient> all(IdentitySecrets secrets, IdentityProperties provider) {
        return List.of(portal(secrets, provider), cli(), script(secrets));
    }

    private static RegisteredClient portal(IdentitySecrets secrets, IdentityProperties provider) {
        return client(PORTAL)
                // {noop}: 24 random bytes need no slow hash, and this one is checked at every refresh.
                .clientSecret("{noop}" + secrets.portalSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(provider.portalUrl() + "/auth/callback")
                .postLogoutRedirectUri(provider.portalUrl() + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(pkce())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS)
                        .refreshTokenTimeToLive(LONGEST_SESSION)
                        .build())
                .build();
    }

    private static RegisteredClient cli() {
        return client(CLI)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                // The port of a loopback address is not compared.
                .redirectUri("http://127.0.0.1/callback")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(pkce())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(SCRIPT_ACCESS)
                        .build())
                .build();
    }

    private static RegisteredClient script(IdentitySecrets secrets) {
        return client(SCRIPT)
                .clientSecret("{noop}" + secrets.scriptSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(SCRIPT_ACCESS)
                        .build())
                .build();
    }

    /** The internal id is kept with stored authorizations, so it must be the same after a restart. */
    private static RegisteredClient.Builder client(String clientId) {
        return RegisteredClient.withId(clientId).clientId(clientId).clientName(clientId);
    }

    private static ClientSettings pkce() {
        return ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build();
    }
}
