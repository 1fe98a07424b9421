package io.guildhall.feed.subscription.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where clients find a subscription, and people what it tells of. */
@Component
class FeedAddresses {

    static final String FEEDS = "/feeds";
    static final String ATOM = ".atom";
    static final String CALENDAR = ".ics";

    private final String origin;

    /** @param publicUrl where browsers find Guildhall: scheme, host and port */
    FeedAddresses(@Value("${guildhall.public-url}") String publicUrl) {
        this.origin = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    String feed(String token) {
        return origin + FEEDS + "/" + token + ATOM;
    }

    String archive(String token, long block) {
        return origin + FEEDS + "/" + token + "/archive/" + block + ATOM;
    }

    String calendar(String token) {
        return origin + FEEDS + "/" + token + CALENDAR;
    }

    /** @param path of a page of the portal */
    String page(String path) {
        return origin + path;
    }
}
