package io.guildhall.feed.subscription;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a subscription. Its token is random and kept nowhere, so a repetition under the same Idempotency-Key cannot be
 * given the answer of the first attempt: it is refused with {@code shown-once}, and makes no second subscription, not
 * even after the first was revoked. If that answer was lost, its owner revokes the subscription and makes another.
 */
@Component
public class MakeSubscription {

    public static final String MANAGE_SUBSCRIPTIONS = "ManageSubscriptions";

    static final int MOST = 50;
    private static final int LONGEST_NAME = 100;

    private final Subscriptions subscriptions;
    private final Access access;
    private final Scopes scopes;

    MakeSubscription(Subscriptions subscriptions, Access access, Scopes scopes) {
        this.subscriptions = subscriptions;
        this.access = access;
        this.scopes = scopes;
    }

    /**
     * What is asked for.
     *
     * @param name 1 to 100 characters
     * @param about null for EVERYTHING in a feed; a calendar has none
     * @param unit null for everything, in a calendar for what the owner has a role on
     */
    public record Wish(
            @Nullable Kind kind,
            @Nullable String name,
            @Nullable Interest about,
            @Nullable String unit) {}

    /** A subscription and, this one time, its token. */
    public record Made(Subscription subscription, Token token) {}

    public Made make(Wish wish, CommandContext context) {
        access.require(context.actor(), MANAGE_SUBSCRIPTIONS, List.of());
        Kind kind = kind(wish);
        String name = name(wish);
        refuseUnknownUnit(wish.unit(), context.actor());
        Owner owner = Owner.of(context.actor());
        String key =
                context.key() == null ? null : CommandContext.derivedId(context.by(), "subscription", context.key());
        if (key != null) {
            subscriptions.askedUnder(key).ifPresent(before -> refuseRepetition(before, context));
        }
        if (subscriptions.of(owner).size() >= MOST) {
            throw Refusal.conflict(
                    "too-many-subscriptions",
                    "You have " + MOST + " subscriptions; delete one that you do not use any more, then try again.");
        }
        if (key != null) {
            subscriptions
                    .claim(key, String.valueOf(context.bodyHash()))
                    .ifPresent(before -> refuseRepetition(before, context));
        }
        Token token = Token.random();
        Interest about = kind == Kind.ATOM ? Objects.requireNonNullElse(wish.about(), Interest.EVERYTHING) : null;
        Subscription made =
                new Subscription(token.hash(), owner, kind, name, about, wish.unit(), context.at(), null, null);
        subscriptions.add(made);
        return new Made(made, token);
    }

    private static Kind kind(Wish wish) {
        if (wish.kind() == null) {
            throw Refusal.invalid("kind-missing", "Say whether it is for a feed reader (ATOM) or a CALENDAR.")
                    .with("field", "kind");
        }
        if (wish.kind() == Kind.CALENDAR && wish.about() != null) {
            throw Refusal.invalid("about-in-calendar", "A calendar shows everything that has a day; leave 'about' out.")
                    .with("field", "about");
        }
        return wish.kind();
    }

    private static String name(Wish wish) {
        String name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("bad-name", "Give it a name of 1 to " + LONGEST_NAME + " characters.")
                    .with("field", "name");
        }
        return name;
    }

    /** What is private to others is not there. */
    private void refuseUnknownUnit(@Nullable String unit, Actor actor) {
        if (unit != null
                && scopes.scope(unit).filter(scope -> access.sees(actor, scope)).isEmpty()) {
            throw Refusal.invalid(
                            "unknown-unit",
                            "There is no team or area '" + unit + "'; choose one from the organization.")
                    .with("field", "unit");
        }
    }

    private static void refuseRepetition(String before, CommandContext context) {
        throw before.equals(context.bodyHash())
                ? Refusal.conflict(
                        "shown-once",
                        "This subscription was asked for already, and an address is shown only once. Delete it if you did"
                                + " not keep its address, and make another with a new Idempotency-Key.")
                : new Refusal(
                        "idempotency-key-reused",
                        422,
                        "This Idempotency-Key was used for another request",
                        "Send the request again with a new Idempotency-Key.");
    }
}
