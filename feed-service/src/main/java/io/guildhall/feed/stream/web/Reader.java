package io.guildhall.feed.stream.web;

import io.guildhall.feed.live.Notice;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.security.Actors;
import java.time.Instant;

/**
 * Whoever has opened a stream. Who that is, and what they may see, is asked anew for every notice, so that a role or a
 * link that is taken away counts at once.
 *
 * @param until when their token expires
 */
record Reader(String issuer, String subject, Instant until, Actors actors, Access access) {

    boolean sees(Notice notice) {
        return access.sees(actor(), notice.visibility(), notice.scopes(), notice.owner());
    }

    boolean welcome(Instant now) {
        return now.isBefore(until) && access.may(actor(), LiveController.FOLLOW_CHANGES, java.util.List.of());
    }

    Actor actor() {
        return actors.of(issuer, subject);
    }
}
