package io.guildhall.feed.subscription.web;

import io.guildhall.feed.subscription.Interest;
import io.guildhall.feed.subscription.Kind;
import io.guildhall.feed.subscription.MakeSubscription;
import io.guildhall.feed.subscription.Owner;
import io.guildhall.feed.subscription.Subscription;
import io.guildhall.feed.subscription.Subscriptions;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.web.Caller;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own subscriptions over HTTP. */
@RestController
@RequestMapping(SubscriptionController.PATH)
class SubscriptionController {

    static final String PATH = "/api/feed/subscriptions";

    private final Subscriptions subscriptions;
    private final MakeSubscription make;
    private final FeedAddresses addresses;
    private final Access access;

    SubscriptionController(Subscriptions subscriptions, MakeSubscription make, FeedAddresses addresses, Access access) {
        this.subscriptions = subscriptions;
        this.make = make;
        this.addresses = addresses;
        this.access = access;
    }

    /**
     * What shall be made.
     *
     * @param kind ATOM for a feed reader, CALENDAR for a calendar
     * @param name 1 to 100 characters
     * @param about what a feed tells of, EVERYTHING where it is left out; a calendar has none
     * @param unit what concerns this team or area, or anything below it; left out, a calendar shows what its owner has a
     *     role on
     */
    record MakeRequest(
            @Nullable Kind kind,
            @Nullable String name,
            @Nullable Interest about,
            @Nullable String unit) {}

    /**
     * One of one's own.
     *
     * @param about null for a calendar
     * @param lastUsed when a program has read it, to the minute
     * @param lastUsedBy what that program called itself
     */
    record SubscriptionView(
            String id,
            Kind kind,
            String name,
            @Nullable Interest about,
            @Nullable String unit,
            Instant created,
            @Nullable Instant lastUsed,
            @Nullable String lastUsedBy) {

        private static SubscriptionView of(Subscription shown) {
            return new SubscriptionView(
                    shown.id(),
                    shown.kind(),
                    shown.name(),
                    shown.about(),
                    shown.unit(),
                    shown.created(),
                    shown.lastUsed(),
                    shown.lastUsedBy());
        }
    }

    /** @param url to be read with; it is a secret, and shown this one time */
    record MadeView(SubscriptionView subscription, String url) {}

    /** One's own, the newest first; all of them, as they are few. */
    @GetMapping
    Page<SubscriptionView> own(Caller caller) {
        return new Page<>(
                subscriptions.of(owner(caller)).stream()
                        .map(SubscriptionView::of)
                        .toList(),
                null);
    }

    @GetMapping("/{id}")
    SubscriptionView ownOne(@PathVariable String id, Caller caller) {
        return subscriptions.find(id, owner(caller)).map(SubscriptionView::of).orElseThrow(() -> notFound(id));
    }

    /** Makes one. Repeated under its Idempotency-Key it is refused as {@code shown-once}: nobody knows the address again. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MadeView> make(@RequestBody MakeRequest body, Caller caller) {
        MakeSubscription.Made made =
                make.make(new MakeSubscription.Wish(body.kind, body.name, body.about, body.unit), caller.command());
        String token = made.token().text();
        String url = made.subscription().kind() == Kind.ATOM ? addresses.feed(token) : addresses.calendar(token);
        return ResponseEntity.created(
                        URI.create(PATH + "/" + made.subscription().id()))
                .header("Cache-Control", "no-store")
                .body(new MadeView(SubscriptionView.of(made.subscription()), url));
    }

    /** From now on its address shows nothing. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Caller caller) {
        if (!subscriptions.revoke(id, owner(caller))) {
            throw notFound(id);
        }
    }

    private Owner owner(Caller caller) {
        access.require(caller.actor(), MakeSubscription.MANAGE_SUBSCRIPTIONS, List.of());
        return Owner.of(caller.actor());
    }

    private static Refusal notFound(String id) {
        return Refusal.notFound("subscription", id);
    }
}
