package io.guildhall.feed.webhook;

import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.Placed;
import io.guildhall.feed.log.Stretch;
import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was delivered, for its owner to look at and to have sent again under the same ids. */
@Component
public class ReplayDeliveries {

    private static final int STEP = 200;
    private static final EventLog.Filter EVERYTHING =
            new EventLog.Filter(null, null, null, null, null, null, null, null);

    private final ManageWebhooks manage;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Couriers couriers;
    private final LogTail log;
    private final Scopes scopes;

    ReplayDeliveries(
            ManageWebhooks manage,
            Webhooks webhooks,
            Deliveries deliveries,
            Couriers couriers,
            LogTail log,
            Scopes scopes) {
        this.manage = manage;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.couriers = couriers;
        this.log = log;
        this.scopes = scopes;
    }

    /**
     * A delivery with its attempts.
     *
     * @param message the id it is sent under
     * @param body as it would be sent now; null when its owner may not see the event any more
     */
    public record Detail(
            Delivery delivery, String message, @Nullable String body) {}

    public Page<Delivery> page(
            String webhook, Delivery.@Nullable State state, @Nullable String cursor, int limit, Actor actor) {
        manage.owned(webhook, actor);
        return deliveries.page(webhook, state, cursor, limit);
    }

    public Detail get(String webhook, long position, Actor actor) {
        manage.owned(webhook, actor);
        Delivery found = find(webhook, position);
        String body = entry(position, actor)
                .map(entry ->
                        Message.of(webhook, entry, scopes.nameOf(entry.by())).body())
                .orElse(null);
        return new Detail(found, Message.id(webhook, found.eventId()), body);
    }

    /** The headers of a request at a moment. */
    public static List<Attempt.Header> requestHeaders(String message, Instant at, String signature) {
        return List.of(
                new Attempt.Header("webhook-id", message),
                new Attempt.Header("webhook-timestamp", Long.toString(at.getEpochSecond())),
                new Attempt.Header("webhook-signature", signature),
                new Attempt.Header("content-type", Message.CONTENT_TYPE),
                new Attempt.Header("user-agent", SignedSender.USER_AGENT));
    }

    private Delivery find(String webhook, long position) {
        return deliveries
                .find(webhook, position)
                .orElseThrow(() -> Refusal.notFound("delivery", Long.toString(position)));
    }

    private Optional<Placed> entry(long position, Actor actor) {
        return log.read(EVERYTHING.startingAfter(position - 1), actor, 1).entries().stream()
                .filter(entry -> entry.position() == position)
                .findFirst();
    }

    /** Sends one again. */
    public Delivery one(String webhook, long position, CommandContext context) {
        manage.owned(webhook, context.actor());
        Delivery again = again(find(webhook, position), context.at());
        ask(webhook, context, List.of(again));
        return again;
    }

    /**
     * Sends again what happened in a time, as far as the webhook wants it and its owner may see it now.
     *
     * @param until the moment after the last
     * @return how many deliveries that is
     */
    public int range(String webhook, Instant from, Instant until, CommandContext context) {
        Webhook.Settings settings = manage.owned(webhook, context.actor()).settings();
        if (!from.isBefore(until)) {
            throw Refusal.invalid("bad-range", "'from' has to be before 'until'.");
        }
        int most = Courier.MOST_WAITING;
        List<Delivery> found = new ArrayList<>();
        EventLog.Filter chosen = settings.choice().filter();
        EventLog.Filter filter = new EventLog.Filter(
                chosen.topic(), chosen.type(), chosen.subject(), chosen.unit(), null, from, until, 0L);
        long position = 0;
        Stretch stretch;
        do {
            stretch = log.read(filter.startingAfter(position), context.actor(), STEP);
            position = stretch.until();
            for (Placed entry : stretch.entries()) {
                if (settings.choice().wants(entry)) {
                    found.add(Delivery.waiting(webhook, entry, context.at()));
                }
            }
            if (found.size() > most) {
                throw Refusal.invalid(
                        "too-much-to-replay", "These are more than " + most + " deliveries; choose a shorter time.");
            }
        } while (position > stretch.after() && position < log.end());
        ask(webhook, context, found);
        return found.size();
    }

    /** What was asked for before and still waits counts, too: nobody piles up more than an endpoint is sent in a while. */
    private void refuseTooMuch(String webhook, int more) {
        long waiting = deliveries.countWaiting(webhook);
        if (waiting + more > Courier.MOST_WAITING) {
            throw Refusal.conflict(
                    "too-much-waits",
                    waiting + " deliveries wait already, and no more than " + Courier.MOST_WAITING
                            + " do; try again when some have arrived.");
        }
    }

    private void ask(String webhook, CommandContext context, List<Delivery> again) {
        webhooks.ask(webhook, context, () -> {
            refuseTooMuch(webhook, again.size());
            deliveries.write(again.stream()
                    .map(delivery -> new Deliveries.Write(delivery, null, () -> {}))
                    .toList());
        });
        couriers.changed();
    }

    private static Delivery again(Delivery delivery, Instant now) {
        return delivery.now(Delivery.State.WAITING, now, 0, now);
    }
}
