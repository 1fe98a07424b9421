package io.guildhall.feed.mail;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a mail leads, and where it comes from. */
@Component
public final class MailAddresses {

    /** What needs no sign-in to be ended lies under it. */
    public static final String UNSUBSCRIBE = "/feeds/unsubscribe";

    private final String origin;
    private final MailProperties properties;

    /** @param publicUrl where browsers find Guildhall: scheme, host and port */
    MailAddresses(@Value("${guildhall.public-url}") String publicUrl, MailProperties properties) {
        this.origin = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        this.properties = properties;
    }

    /** @param path of a page of the portal */
    public String page(String path) {
        return origin + path;
    }

    String unsubscribe(String token) {
        return origin + UNSUBSCRIBE + "/" + token;
    }

    /** The host that ids of mails end with. */
    String host() {
        String host = URI.create(origin).getHost();
        return host == null ? "localhost" : host;
    }

    String from() {
        return properties.from().isBlank() ? "guildhall@" + host() : properties.from();
    }
}
