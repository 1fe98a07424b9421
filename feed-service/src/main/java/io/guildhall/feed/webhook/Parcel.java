package io.guildhall.feed.webhook;

import io.guildhall.feed.log.Placed;
import java.time.Instant;

/** A delivery that a courier still has to make. */
final class Parcel {

    final String subject;

    /** As it was last written, or would be. */
    Delivery delivery;

    /** Not before then. */
    Instant due;

    boolean underWay;

    /** Whether it waits in the store: then nobody forgets it. */
    boolean stored;

    private Parcel(Delivery delivery, Instant due, boolean stored) {
        this.delivery = delivery;
        this.subject = delivery.topic() + "/" + delivery.subject();
        this.due = due;
        this.stored = stored;
    }

    static Parcel fresh(String webhook, Placed entry, Instant now) {
        return new Parcel(Delivery.waiting(webhook, entry, now), now, false);
    }

    static Parcel stored(Delivery delivery, Instant now) {
        Instant due = delivery.nextAt();
        return new Parcel(delivery, due == null ? now : due, true);
    }

    long position() {
        return delivery.position();
    }
}
