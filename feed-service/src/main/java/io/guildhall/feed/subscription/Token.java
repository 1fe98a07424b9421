package io.guildhall.feed.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret of an address: whoever knows it may read. It is shown once and never stored. */
public record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Token random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Token("gh_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 is enough: what is hashed is random and long, and cannot be guessed. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not the secret itself, wherever this is written. */
    @Override
    public String toString() {
        return "Token";
    }
}
