package io.guildhall.feed.subscription.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jdom2.Verifier;
import org.jspecify.annotations.Nullable;

/** What a subscription shows at a moment. */
final class Shown {

    private final byte[] content;
    private final String mediaType;
    private final @Nullable Instant modified;

    /** @param modified the newest that it tells of; null where it says so itself of each part */
    Shown(byte[] content, String mediaType, @Nullable Instant modified) {
        this.content = content;
        this.mediaType = mediaType;
        this.modified = modified;
    }

    byte[] content() {
        return content;
    }

    String mediaType() {
        return mediaType;
    }

    @Nullable
    Instant modified() {
        return modified;
    }

    /** Weak, as it says that the content means the same; it is made of all of it, so that it changes with anything. */
    String tag() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text without the characters that neither XML nor a calendar may hold. */
    static String legible(String text) {
        StringBuilder legible = new StringBuilder(text.length());
        text.codePoints().filter(Verifier::isXMLCharacter).forEach(legible::appendCodePoint);
        return legible.toString();
    }
}
