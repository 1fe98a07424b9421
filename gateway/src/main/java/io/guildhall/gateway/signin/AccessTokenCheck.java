package io.guildhall.gateway.signin;

import java.util.List;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Takes access tokens for this API alone. RFC 9068 marks them by the header {@code typ: at+jwt}; a provider without it
 * (Keycloak) says what a token is in a claim, and only ID tokens carry a nonce or the hash of an access token.
 */
final class AccessTokenCheck implements OAuth2TokenValidator<Jwt> {

    private static final OAuth2Error ERROR =
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "This is not an access token for this API", null);

    private final String audience;

    AccessTokenCheck(String audience) {
        this.audience = audience;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        List<String> meantFor = token.getAudience();
        boolean ours = meantFor != null && meantFor.contains(audience);
        return ours && isAccessToken(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(ERROR);
    }

    private static boolean isAccessToken(Jwt token) {
        Object header = token.getHeaders().get("typ");
        if (header instanceof String typ
                && typ.toLowerCase(java.util.Locale.ROOT).endsWith("at+jwt")) {
            return true;
        }
        boolean plain = header == null || "JWT".equalsIgnoreCase(header.toString());
        Object claim = token.getClaims().get("typ");
        return plain
                && (claim == null || "Bearer".equals(claim))
                && token.getExpiresAt() != null
                && !token.hasClaim("nonce")
                && !token.hasClaim("at_hash")
                && !token.hasClaim("events");
    }
}
