package io.guildhall.feed.subscription;

import io.guildhall.platform.aggregate.Actor;

/** The sign-in that a subscription belongs to; who that is, and may see what, is asked at every read. */
public record Owner(String issuer, String subject) {

    public static Owner of(Actor actor) {
        return new Owner(actor.issuer(), actor.subject());
    }
}
