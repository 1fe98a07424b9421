package io.guildhall.feed.webhook.web;

import io.guildhall.feed.webhook.Delivery;
import io.guildhall.feed.webhook.ManageWebhooks;
import io.guildhall.feed.webhook.ManageWebhooks.Wish;
import io.guildhall.feed.webhook.ReplayDeliveries;
import io.guildhall.feed.webhook.Webhook;
import io.guildhall.feed.webhook.Webhook.Choice;
import io.guildhall.feed.webhook.Webhook.Settings;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.ShowsCurrent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks and their deliveries over HTTP. */
@RestController
@RequestMapping("/api/feed/webhooks")
class WebhookController implements ShowsCurrent {

    private static final int USUAL_RATE = 50;
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final ManageWebhooks manage;
    private final ReplayDeliveries replay;
    private final WebhookViews views;

    WebhookController(ManageWebhooks manage, ReplayDeliveries replay, WebhookViews views) {
        this.manage = manage;
        this.replay = replay;
        this.views = views;
    }

    /**
     * What of the event log is wanted; what is left out narrows nothing.
     *
     * @param topics like {@code team.dependencies}
     * @param types the wire names of events
     * @param unit what concerns this team or area, or anything below it
     * @param subject the id of one thing
     */
    record FilterRequest(
            @Nullable List<String> topics,
            @Nullable List<String> types,
            @Nullable String unit,
            @Nullable String subject) {

        private Choice choice() {
            return new Choice(
                    Objects.requireNonNullElse(topics, List.of()),
                    Objects.requireNonNullElse(types, List.of()),
                    unit,
                    subject);
        }
    }

    /**
     * An endpoint and what it wants.
     *
     * @param url an https address, 2,000 characters at most
     * @param rate the most deliveries in a second, 1 to 100, 50 where nothing is said
     * @param ordered whether the events of one subject are sent one after the other, true where nothing is said
     */
    record WebhookRequest(
            @Nullable String url,
            @Nullable String description,
            @Nullable FilterRequest filter,
            @Nullable Integer rate,
            @Nullable Boolean ordered) {

        private Wish wish() {
            if (url == null || url.isBlank()) {
                throw Refusal.invalid("url-missing", "Give the address of the endpoint as 'url'.");
            }
            if (rate != null && (rate < 1 || rate > Settings.MOST_RATE)) {
                throw Refusal.invalid("bad-rate", "'rate' is 1 to " + Settings.MOST_RATE + " deliveries a second.");
            }
            return new Wish(
                    url,
                    description,
                    Objects.requireNonNullElse(filter, new FilterRequest(null, null, null, null))
                            .choice(),
                    Objects.requireNonNullElse(rate, USUAL_RATE),
                    Objects.requireNonNullElse(ordered, true));
        }
    }

    /**
     * What is to be sent again.
     *
     * @param from the first moment
     * @param until the moment after the last
     */
    record ReplayRequest(@Nullable Instant from, @Nullable Instant until) {}

    /** How many deliveries are sent again. */
    record Replayed(int deliveries) {}

    /** A new endpoint. Its secret is shown only here; it is told of what happens from now on. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WebhookViews.WithSecret> create(@RequestBody WebhookRequest request, Caller caller) {
        Webhook created = manage.create(request.wish(), caller.command());
        return ResponseEntity.created(URI.create("/api/feed/webhooks/" + created.id()))
                .eTag(views.etag(created))
                .body(views.withSecret(created, caller));
    }

    /** One's own webhooks, the oldest first; an administrator sees all. */
    @GetMapping
    Page<WebhookViews.WebhookView> listWebhooks(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return manage.page(caller.actor(), cursor, limit).map(webhook -> views.view(webhook, caller));
    }

    @GetMapping("/{id}")
    ResponseEntity<WebhookViews.WebhookView> getWebhook(@PathVariable String id, Caller caller) {
        return reply(manage.get(id, caller.actor()), caller);
    }

    /** What is left out is as it would be for a new one. */
    @IfMatch
    @PutMapping("/{id}")
    ResponseEntity<WebhookViews.WebhookView> reviseWebhook(
            @PathVariable String id, @RequestBody WebhookRequest request, Caller caller) {
        return reply(manage.revise(id, request.wish(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/pause")
    ResponseEntity<WebhookViews.WebhookView> pause(@PathVariable String id, Caller caller) {
        return reply(manage.pause(id, caller.command()), caller);
    }

    /** It goes on where it stopped. */
    @IfMatch
    @PostMapping("/{id}/resume")
    ResponseEntity<WebhookViews.WebhookView> resume(@PathVariable String id, Caller caller) {
        return reply(manage.resume(id, caller.command()), caller);
    }

    /** A new secret, shown only here; the old one signs as well for 24 hours. */
    @IfMatch
    @PostMapping("/{id}/rotate-secret")
    ResponseEntity<WebhookViews.WithSecret> rotateSecret(@PathVariable String id, Caller caller) {
        Webhook rotated = manage.rotateSecret(id, caller.command());
        return ResponseEntity.ok().eTag(views.etag(rotated)).body(views.withSecret(rotated, caller));
    }

    @IfMatch
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Caller caller) {
        manage.delete(id, caller.command());
    }

    /** Sends a signed {@code guildhall.webhook.ping.v1} and says what became of it. */
    @PostMapping("/{id}/test")
    CompletableFuture<WebhookViews.AttemptView> test(@PathVariable String id, Caller caller) {
        return manage.test(id, caller.command()).thenApply(views::attempt);
    }

    /** What was sent, or is to be, the newest event first; kept for 30 days. */
    @GetMapping("/{id}/deliveries")
    Page<WebhookViews.DeliveryView> deliveries(
            @PathVariable String id,
            @RequestParam(required = false) Delivery.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return replay.page(id, state, cursor, limit, caller.actor()).map(views::view);
    }

    /** One delivery with its last twenty attempts; signatures are masked. */
    @GetMapping("/{id}/deliveries/{position}")
    WebhookViews.DeliveryDetail delivery(@PathVariable String id, @PathVariable long position, Caller caller) {
        return views.detail(replay.get(id, position, caller.actor()));
    }

    /** Sends it again under the same id. */
    @PostMapping("/{id}/deliveries/{position}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WebhookViews.DeliveryView replayOne(@PathVariable String id, @PathVariable long position, Caller caller) {
        return views.view(replay.one(id, position, caller.command()));
    }

    /** Sends again what happened in a time, as far as it is wanted and may be seen now: 1,000 deliveries at most. */
    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replayed replay(@PathVariable String id, @RequestBody ReplayRequest request, Caller caller) {
        Instant from = plausible("from", request.from());
        return new Replayed(replay.range(id, from, plausible("until", request.until()), caller.command()));
    }

    private static Instant plausible(String field, @Nullable Instant moment) {
        if (moment == null || moment.isBefore(FIRST) || !moment.isBefore(AFTER_LAST)) {
            throw Refusal.invalid(
                    "bad-date",
                    "Give '" + field + "' as a moment in the years 1900 to 2199, like 2026-12-24T12:00:00Z.");
        }
        return moment;
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.view(manage.get(id, caller.actor()), caller);
    }

    private ResponseEntity<WebhookViews.WebhookView> reply(Webhook webhook, Caller caller) {
        return ResponseEntity.ok().eTag(views.etag(webhook)).body(views.view(webhook, caller));
    }
}
