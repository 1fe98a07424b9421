package io.guildhall.feed.chat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a channel takes messages. It is a secret: whoever knows it can post.
 *
 * @param url checked by {@link io.guildhall.feed.outgoing.Addresses}
 */
public record Address(String url) {

    private static final int SHOWN = 4;

    /** So long the secret part has to be, or its end would tell too much of it. */
    private static final int LONG_ENOUGH = 16;

    /** A piece of the path or the query of this length may be what must not be known. */
    private static final int TELLING = 10;

    /** Host and end, by which its owner knows it again. */
    public String masked() {
        String secret = secretPart();
        String end = secret.length() < LONG_ENOUGH ? "" : secret.substring(secret.length() - SHOWN);
        return host() + end;
    }

    /** All that others see of it. */
    public String host() {
        return URI.create(url).getRawAuthority() + "/…";
    }

    /** Text from elsewhere, without what it repeats of the address. */
    String hiddenIn(String text) {
        String secret = secretPart();
        String hidden = secret.length() < 2 ? text : text.replace(secret, "/***");
        return without(URLDecoder.decode(secret, StandardCharsets.UTF_8), without(secret, hidden));
    }

    /** The text without each piece of the secret that is long enough to tell something. */
    private static String without(String secret, String text) {
        StringBuilder hidden = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at + TELLING;
            if (end > text.length() || !secret.contains(text.substring(at, end))) {
                hidden.append(text.charAt(at++));
                continue;
            }
            while (end < text.length() && secret.contains(text.substring(at, end + 1))) {
                end++;
            }
            hidden.append("***");
            at = end;
        }
        return hidden.toString();
    }

    private String secretPart() {
        URI uri = URI.create(url);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** Says no more than may be shown, as it may get into a log. */
    @Override
    public String toString() {
        return "Address[" + masked() + "]";
    }
}
