package io.guildhall.feed.chat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a channel takes messages. It is a secret: whoever knows it can post.
 *
 * @param url checked by {@link io.guildhall.feed.outgoing.Addresses}
 */
public record Address(String url) {

    private static final int SHOWN = 4;

    /** So long the secret part has to be, or its end would tell too much of it. */
    private static final int LONG_ENOUGH = 16;

    /** A part of the path or the query of this length may be what must not be known. */
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

    /** Text from elsewhere, without the address if it repeats that. */
    String hiddenIn(String text) {
        String secret = secretPart();
        String hidden = secret.length() < 2 ? text : text.replace(secret, "/***");
        for (String part : secret.split("[/?&=]", -1)) {
            for (String form : List.of(part, URLDecoder.decode(part, StandardCharsets.UTF_8))) {
                hidden = form.length() < TELLING ? hidden : hidden.replace(form, "***");
            }
        }
        return hidden;
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
