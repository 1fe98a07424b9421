package io.guildhall.platform.security;

import java.time.Duration;
import java.util.List;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** What makes a token one of ours: signature, issuer, audience, type and times. */
final class TokenCheck {

    private TokenCheck() {}

    static JwtDecoder decoder(String issuer, String keys, String audience) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(2));
        http.setReadTimeout(Duration.ofSeconds(2));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(new RestTemplate(http))
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(Duration.ofSeconds(30)), new JwtIssuerValidator(issuer), access(audience))));
        return decoder;
    }

    /** An access token for us: an ID token, or one made for another audience, is none. */
    private static OAuth2TokenValidator<Jwt> access(String audience) {
        return jwt -> {
            Object type = jwt.getHeaders().get("typ");
            boolean typed = type == null
                    || List.of("at+jwt", "application/at+jwt", "JWT").contains(type.toString());
            boolean idToken = jwt.hasClaim("nonce")
                    || jwt.hasClaim("at_hash")
                    || "ID".equals(jwt.getClaims().get("typ"))
                    || "Refresh".equals(jwt.getClaims().get("typ"));
            boolean ours = jwt.getAudience() != null && jwt.getAudience().contains(audience);
            return typed && !idToken && ours && jwt.getExpiresAt() != null
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error(
                            "invalid_token", "This takes an access token for the audience " + audience, null));
        };
    }
}
