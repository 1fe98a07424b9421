package io.guildhall.feed.webhook.web;

import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.feed.webhook.Delivery;
import io.guildhall.feed.webhook.ManageWebhooks;
import io.guildhall.feed.webhook.ReplayDeliveries;
import io.guildhall.feed.webhook.Webhook;
import io.guildhall.feed.webhook.Webhook.Progress;
import io.guildhall.feed.webhook.Webhook.Settings;
import io.guildhall.platform.web.Caller;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Webhooks and deliveries as they are shown: a secret once, a signature never. */
@Component
final class WebhookViews {

    private static final String MASKED = "v1,***";

    private final ManageWebhooks manage;

    WebhookViews(ManageWebhooks manage) {
        this.manage = manage;
    }

    /**
     * A webhook.
     *
     * @param url of somebody else's webhook only where its host is
     * @param reason why it is not active
     * @param since when its state became what it is
     * @param resting whether it failed so often that only one delivery at a time is tried, and nothing new is taken
     * @param lag how many entries of the log stand behind the last one that is done with, wanted or not
     * @param waiting deliveries that are tried again
     * @param lastFailure when an attempt failed the last time, and {@code failure} why
     * @param oldSecretUntil so long the secret before the newest signs as well
     * @param can what the reader may do with it
     */
    record WebhookView(
            String id,
            long version,
            String owner,
            String url,
            @Nullable String description,
            Webhook.Choice filter,
            int rate,
            boolean ordered,
            Webhook.State state,
            @Nullable String reason,
            Instant since,
            Instant created,
            boolean resting,
            long lag,
            int waiting,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String failure,
            @Nullable Instant oldSecretUntil,
            List<String> can) {}

    /** A webhook and the secret that its deliveries are signed with: keep it, it is not shown again. */
    record WithSecret(WebhookView webhook, String secret) {}

    /**
     * A delivery.
     *
     * @param position of the event in the log
     * @param event the CloudEvents id
     * @param nextAt when it is tried again
     * @param last the last attempt in brief
     */
    record DeliveryView(
            long position,
            String event,
            String topic,
            String type,
            String subject,
            Instant at,
            Delivery.State state,
            @Nullable Instant nextAt,
            @Nullable AttemptView last) {}

    /**
     * An attempt.
     *
     * @param status of the answer, 0 where there was none
     * @param failure in words, null for a success
     * @param headers of the answer
     * @param body the beginning of the answer
     */
    record AttemptView(
            Instant at, int status, long millis, @Nullable String failure, List<Attempt.Header> headers, String body) {}

    /**
     * A delivery with all there is to know of it.
     *
     * @param headers of the request of the last attempt
     * @param body of the request, as it would be sent now; null where you may not see the event any more
     * @param attempts the last twenty, the oldest first
     */
    record DeliveryDetail(
            DeliveryView delivery,
            List<Attempt.Header> headers,
            @Nullable String body,
            List<AttemptView> attempts) {}

    String etag(Webhook webhook) {
        return "\"" + webhook.version() + "\"";
    }

    WithSecret withSecret(Webhook webhook, Caller caller) {
        return new WithSecret(view(webhook, caller), webhook.settings().secret().key());
    }

    WebhookView view(Webhook webhook, Caller caller) {
        Settings settings = webhook.settings();
        Progress progress = webhook.progress();
        boolean own = manage.owns(caller.actor(), webhook);
        return new WebhookView(
                webhook.id(),
                webhook.version(),
                manage.ownerOf(webhook),
                own ? settings.url() : origin(settings.url()),
                settings.description(),
                settings.choice(),
                settings.rate(),
                settings.ordered(),
                settings.state(),
                settings.reason(),
                settings.since(),
                settings.created(),
                progress.restingSince() != null,
                manage.lag(webhook),
                progress.waiting(),
                progress.lastSuccess(),
                progress.lastFailure(),
                progress.failure(),
                settings.rotation(caller.now()),
                manage.can(caller.actor(), webhook));
    }

    /** Paths and queries hold keys of the receiver at times. */
    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority() + "/…";
    }

    DeliveryView view(Delivery delivery) {
        Attempt last = delivery.last();
        return new DeliveryView(
                delivery.position(),
                delivery.eventId(),
                delivery.topic(),
                delivery.type(),
                delivery.subject(),
                delivery.at(),
                delivery.state(),
                delivery.nextAt(),
                last == null ? null : attempt(last));
    }

    AttemptView attempt(Attempt attempt) {
        return new AttemptView(
                attempt.at(), attempt.status(), attempt.millis(), attempt.failure(), attempt.headers(), attempt.body());
    }

    DeliveryDetail detail(ReplayDeliveries.Detail detail) {
        Delivery delivery = detail.delivery();
        Attempt last = delivery.last();
        List<Attempt.Header> headers =
                last == null ? List.of() : ReplayDeliveries.requestHeaders(detail.message(), last.at(), MASKED);
        return new DeliveryDetail(
                view(delivery),
                headers,
                detail.body(),
                delivery.attempts().stream().map(this::attempt).toList());
    }
}
