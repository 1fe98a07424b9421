package io.guildhall.feed.webhook;

import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.ToldTopics;
import io.guildhall.feed.outgoing.Addresses;
import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.feed.outgoing.Outcome;
import io.guildhall.feed.webhook.Webhook.Choice;
import io.guildhall.feed.webhook.Webhook.Progress;
import io.guildhall.feed.webhook.Webhook.Settings;
import io.guildhall.feed.webhook.Webhook.State;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people do with webhooks. Each is its owner's: others know nothing of it but administrators, who may pause and delete
 * it and never see what was sent.
 */
@Component
public class ManageWebhooks {

    public static final String MANAGE = "ManageWebhooks";
    public static final String SUPERVISE = "SuperviseWebhooks";

    /** The gateway waits for no answer longer than 10 s. */
    private static final Duration LONGEST_TEST = Duration.ofSeconds(8);

    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_NAMES = 50;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Addresses addresses;
    private final SignedSender sender;
    private final Couriers couriers;
    private final LogTail log;
    private final Access access;
    private final Scopes scopes;
    private final ToldTopics topics;
    private final Set<String> tested = ConcurrentHashMap.newKeySet();

    ManageWebhooks(
            Webhooks webhooks,
            Deliveries deliveries,
            Addresses addresses,
            SignedSender sender,
            Couriers couriers,
            LogTail log,
            Access access,
            Scopes scopes,
            ToldTopics topics) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.sender = sender;
        this.couriers = couriers;
        this.log = log;
        this.access = access;
        this.scopes = scopes;
        this.topics = topics;
    }

    /** What an owner says of an endpoint. */
    public record Wish(String url, @Nullable String description, Choice choice, int rate, boolean ordered) {}

    /** A webhook with its first secret; it is told of what happens from now on. */
    public Webhook create(Wish wish, CommandContext context) {
        access.require(context.actor(), MANAGE, List.of());
        Actor owner = context.actor();
        String id = context.newId("webhook");
        webhooks.refuseOneMore(id, owner);
        check(wish);
        Settings settings = new Settings(
                owner.issuer(),
                owner.subject(),
                wish.url(),
                wish.description(),
                wish.choice(),
                List.of(Secret.random()),
                wish.rate(),
                wish.ordered(),
                State.ACTIVE,
                null,
                context.at(),
                context.at());
        Webhook created = webhooks.create(id, context, settings, log.end());
        couriers.changed();
        return created;
    }

    private void check(Wish wish) {
        addresses.accept(wish.url());
        refuseLonger("description", wish.description(), LONGEST_DESCRIPTION);
        refuseLonger("unit", wish.choice().unit(), LONGEST_NAME);
        refuseLonger("subject", wish.choice().subject(), LONGEST_NAME);
        if (wish.choice().types().size() > MOST_NAMES) {
            throw Refusal.invalid("too-many-types", "'types' takes up to " + MOST_NAMES + "; leave it empty for all.");
        }
        wish.choice().types().forEach(type -> refuseLonger("types", type, LONGEST_NAME));
        wish.choice().topics().forEach(topics::check);
    }

    private static void refuseLonger(String field, @Nullable String text, int most) {
        if (text != null && (text.length() > most || text.isBlank())) {
            throw Refusal.invalid(
                    "text-too-long", "'" + field + "' takes 1 to " + most + " characters, or leave it out.");
        }
    }

    /** One that this actor owns, or supervises. */
    public Webhook get(String id, Actor actor) {
        return visible(id, actor);
    }

    /** One's own, and all for whoever supervises them. */
    public Page<Webhook> page(Actor actor, @Nullable String cursor, int limit) {
        access.require(actor, MANAGE, List.of());
        return webhooks.page(supervises(actor) ? null : actor, cursor, limit);
    }

    /** How many deliveries were given up, by webhook, for whoever supervises them. */
    public Map<String, Long> givenUp(Actor actor) {
        access.require(actor, SUPERVISE, Access.ROOT);
        return deliveries.givenUp(webhooks.ids());
    }

    public Webhook revise(String id, Wish wish, CommandContext context) {
        owned(id, context.actor());
        check(wish);
        return changed(webhooks.update(
                id,
                context,
                settings ->
                        settings.revised(wish.url(), wish.description(), wish.choice(), wish.rate(), wish.ordered())));
    }

    public Webhook pause(String id, CommandContext context) {
        String who = owns(context.actor(), visible(id, context.actor())) ? "its owner" : "an administrator";
        return changed(webhooks.update(id, context, settings -> settings.paused(who, context.at())));
    }

    /** It goes on where it stopped. */
    public Webhook resume(String id, CommandContext context) {
        owned(id, context.actor());
        return changed(webhooks.update(id, context, settings -> settings.resumed(context.at())));
    }

    public Webhook rotateSecret(String id, CommandContext context) {
        owned(id, context.actor());
        return changed(webhooks.update(id, context, settings -> settings.rotated(context.at())));
    }

    public void delete(String id, CommandContext context) {
        visible(id, context.actor());
        webhooks.delete(id, context);
        deliveries.delete(id);
        couriers.changed();
    }

    /** Sends something to try the endpoint with, whatever its state; the answer is waited for by nobody. */
    public CompletableFuture<Attempt> test(String id, CommandContext context) {
        Webhook webhook = owned(id, context.actor());
        if (!tested.add(id)) {
            throw Refusal.conflict(
                    "test-under-way", "A test of this webhook is still under way; wait for its outcome.");
        }
        Message ping = Message.ping(id, UUID.randomUUID().toString(), context.at());
        return sender.send(webhook, ping, LONGEST_TEST)
                .whenComplete((outcome, failure) -> tested.remove(id))
                .thenApply(Outcome::attempt);
    }

    private Webhook changed(Webhook webhook) {
        couriers.changed();
        return webhook;
    }

    /** Its owner, and nobody else: an administrator is told so, others that there is none. */
    Webhook owned(String id, Actor actor) {
        Webhook webhook = visible(id, actor);
        if (!owns(actor, webhook)) {
            throw Refusal.forbidden("This webhook is somebody else's: only they do this, or see what was sent to it.");
        }
        return webhook;
    }

    private Webhook visible(String id, Actor actor) {
        access.require(actor, MANAGE, List.of());
        Webhook webhook = webhooks.get(id);
        if (!owns(actor, webhook) && !supervises(actor)) {
            throw Refusal.notFound("webhook", id);
        }
        return webhook;
    }

    public boolean owns(Actor actor, Webhook webhook) {
        return webhook.settings().issuer().equals(actor.issuer())
                && webhook.settings().subject().equals(actor.subject());
    }

    private boolean supervises(Actor actor) {
        return access.may(actor, SUPERVISE, List.of(Access.ROOT));
    }

    /** All that are disabled, whoever owns them, for those who tell their owners. */
    public List<Webhook> disabled() {
        return webhooks.disabled();
    }

    /** The use cases that this actor may carry out on it. */
    public List<String> can(Actor actor, Webhook webhook) {
        return owns(actor, webhook) ? List.of(MANAGE) : supervises(actor) ? List.of(SUPERVISE) : List.of();
    }

    /** The name of its owner. */
    public String ownerOf(Webhook webhook) {
        return scopes.nameOf(couriers.actor(webhook.settings()).id());
    }

    /** How many entries of the log it has not been told of, wanted or not. */
    public long lag(Webhook webhook) {
        Progress progress = webhook.progress();
        return Math.max(0, log.end() - progress.cursor());
    }
}
