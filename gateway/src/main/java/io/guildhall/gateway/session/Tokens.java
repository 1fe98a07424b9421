package io.guildhall.gateway.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the provider gave for one sign-in.
 *
 * @param version grows with each refresh
 * @param access sent to the services
 * @param expiresAt of the access token; null when the provider did not say
 * @param refresh null when the provider gives none
 * @param id the ID token, a hint for signing out at the provider
 */
public record Tokens(
        int version,
        String access,
        @Nullable Instant expiresAt,
        @Nullable String refresh,
        String id) {

    /** Never shows a token in a log. */
    @Override
    public String toString() {
        return "Tokens[version=" + version + ", expiresAt=" + expiresAt + "]";
    }
}
