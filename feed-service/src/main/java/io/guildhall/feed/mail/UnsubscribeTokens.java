package io.guildhall.feed.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands in the links that end a kind of mail: whose and which, and an HMAC-SHA256 of that by a key that is theirs.
 * Without the key no link counts any more.
 */
@Component
public class UnsubscribeTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int LONGEST = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Mailboxes mailboxes;

    UnsubscribeTokens(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Whose mail of which kind a link ends. */
    public record Target(String person, MailKind kind) {}

    String token(String person, MailKind kind) {
        String key = mailboxes.key(person, kind);
        if (key == null) {
            byte[] fresh = new byte[KEY_BYTES];
            RANDOM.nextBytes(fresh);
            mailboxes.offerKey(person, kind, ENCODER.encodeToString(fresh));
            key = mailboxes.key(person, kind);
        }
        if (key == null) {
            throw new IllegalStateException("A key that was kept is there");
        }
        return ENCODER.encodeToString(name(person, kind)) + "." + ENCODER.encodeToString(mac(key, person, kind));
    }

    /** Empty for what is no token, and for one that counts no more. */
    public Optional<Target> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String name = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
            byte[] mac = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            int slash = name.indexOf('/');
            MailKind kind = MailKind.valueOf(name.substring(0, Math.max(slash, 0)));
            String person = name.substring(slash + 1);
            return isOf(person, kind, mac) ? Optional.of(new Target(person, kind)) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private boolean isOf(String person, MailKind kind, byte[] mac) {
        @Nullable String key = mailboxes.key(person, kind);
        return key != null && MessageDigest.isEqual(mac, mac(key, person, kind));
    }

    private static byte[] name(String person, MailKind kind) {
        return (kind + "/" + person).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(String key, String person, MailKind kind) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(key), ALGORITHM));
            return mac.doFinal(name(person, kind));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
