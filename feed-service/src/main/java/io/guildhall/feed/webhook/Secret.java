package io.guildhall.feed.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What deliveries are signed with, by the Standard Webhooks specification.
 *
 * @param key {@code whsec_} and 32 random bytes in Base64
 * @param until when it signs no more, null for the newest
 */
public record Secret(String key, @Nullable Instant until) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key), null);
    }

    Secret endingAt(Instant end) {
        return until == null ? new Secret(key, end) : this;
    }

    boolean signsAt(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** The signature of a message: {@code v1,} and the HMAC-SHA256 of id, second and body. */
    String sign(String id, long second, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.substring(PREFIX.length())), "HmacSHA256"));
            mac.update((id + "." + second + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Text from elsewhere, without any secret or signature that it repeats. */
    static String masked(String text) {
        return text.replaceAll("whsec_[A-Za-z0-9+/=]+", PREFIX + "***").replaceAll("v1,[A-Za-z0-9+/=]{20,}", "v1,***");
    }

    /** Says nothing: a secret is in no message and in no log. */
    @Override
    public String toString() {
        return "Secret[***]";
    }
}
