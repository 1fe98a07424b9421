package io.guildhall.gateway.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of one person in one browser.
 *
 * @param key digest of the cookie's value, and the document's id
 * @param sid the provider's name for its own session, for sign-out at the provider
 * @param csrf what the portal must repeat in a header of every unsafe request
 * @param expiresAt the end, however busy the session is
 * @param seenAt about when it was last used
 */
public record Session(
        String key,
        String issuer,
        String subject,
        @Nullable String sid,
        String name,
        String csrf,
        Instant createdAt,
        Instant expiresAt,
        Instant seenAt,
        Tokens tokens) {

    Session seen(Instant at) {
        return new Session(key, issuer, subject, sid, name, csrf, createdAt, expiresAt, at, tokens);
    }

    Session with(Tokens refreshed) {
        return new Session(key, issuer, subject, sid, name, csrf, createdAt, expiresAt, seenAt, refreshed);
    }
}
