package io.guildhall.feed.webhook;

import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.Placed;
import io.guildhall.feed.outgoing.Outcome;
import io.guildhall.feed.webhook.Deliveries.Write;
import io.guildhall.feed.webhook.Webhook.Progress;
import io.guildhall.feed.webhook.Webhook.Settings;
import io.guildhall.feed.webhook.Webhooks.Held;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.ScopesFeed;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.security.Actors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The couriers of this instance. Instances share the endpoints: each claims as many as are its due, goes on saying so, and
 * leaves what it does not say any more to the others. A few threads run all couriers, and one writes for all of them.
 */
@Component
final class Couriers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Couriers.class);

    private static final int RUNNERS = 4;
    private static final long LOOK_MILLIS = 1_000;
    private static final long WRITE_MILLIS = 100;
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String worker = UUID.randomUUID().toString();
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final SignedSender sender;
    private final LogTail tail;
    private final Actors actors;
    private final Scopes scopes;
    private final ScopesFeed organization;
    private final WebhookProperties properties;
    private final Clock clock;
    private final Map<String, Courier> couriers = new ConcurrentHashMap<>();
    private final Ledger ledger;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor runners = threads("webhooks", RUNNERS);
    private final ScheduledThreadPoolExecutor clerks = threads("webhooks-store", 2);
    private volatile boolean running;
    private int living = 1;
    private long livingAt;

    Couriers(
            Webhooks webhooks,
            Deliveries deliveries,
            SignedSender sender,
            LogTail tail,
            Actors actors,
            Scopes scopes,
            ScopesFeed organization,
            WebhookProperties properties,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.sender = sender;
        this.tail = tail;
        this.actors = actors;
        this.scopes = scopes;
        this.organization = organization;
        this.properties = properties;
        this.clock = clock;
        this.ledger = new Ledger(deliveries, webhooks, worker);
        tail.whenAdded(() -> couriers.values().forEach(this::wake));
    }

    private static ScheduledThreadPoolExecutor threads(String name, int number) {
        ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(number, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        made.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return made;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    WebhookProperties properties() {
        return properties;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /** The owner as they are now. */
    Actor actor(Settings settings) {
        return actors.of(settings.issuer(), settings.subject());
    }

    /** How many endpoints this instance delivers to. */
    int held() {
        return couriers.size();
    }

    /** Whether this instance delivers by these settings of an endpoint. */
    boolean follows(String id, long version) {
        Courier courier = couriers.get(id);
        return courier != null && courier.version() == version;
    }

    /** Lets a courier see what there is to do; it never runs twice at once. */
    void wake(Courier courier) {
        if (running && courier.woken.compareAndSet(false, true)) {
            execute(() -> {
                courier.woken.set(false);
                courier.pump();
            });
        }
    }

    /** In time where that is soon; all are woken once a second. */
    void wakeIn(Courier courier, Duration pause) {
        if (running && pause.toMillis() < LOOK_MILLIS) {
            var unused = runners.schedule(() -> wake(courier), pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void execute(Runnable task) {
        try {
            runners.execute(() -> guarded("Deliveries wait", task));
        } catch (RejectedExecutionException e) {
            log.debug("Stopped");
        }
    }

    private static void guarded(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.warn("{}: {}", what, e.toString());
        }
    }

    void send(Webhook webhook, Placed entry, Consumer<Outcome> then) {
        Message message = Message.of(webhook.id(), entry, scopes.nameOf(entry.by()));
        var unused = sender.send(webhook, message).thenAccept(outcome -> execute(() -> then.accept(outcome)));
    }

    void write(Write write) {
        ledger.add(write);
    }

    void disable(Webhook webhook, String why) {
        try {
            Instant now = now();
            webhooks.update(
                    webhook.id(),
                    CommandContext.of(Actor.service("feed-service"), now),
                    settings -> settings.disabled(why, now));
            log.warn("Webhook {} is disabled: {}", webhook.id(), why);
        } catch (Refusal e) {
            log.debug("Webhook {} is gone: {}", webhook.id(), e.getMessage());
        }
    }

    /** Somebody has changed a webhook here: there is no need to wait for the next look. */
    void changed() {
        if (running && looking.compareAndSet(false, true)) {
            clerks.execute(() -> {
                looking.set(false);
                look();
            });
        }
    }

    private void look() {
        guarded("Webhooks wait", this::share);
    }

    /** Takes up what is this instance's to deliver to, and leaves what is not any more. */
    private synchronized void share() {
        if (!running || !organization.caughtUp()) {
            return;
        }
        long begun = System.nanoTime();
        Instant now = now();
        List<Held> active = webhooks.active(now);
        Map<String, Held> byId = new HashMap<>();
        active.forEach(held -> byId.put(held.webhook().id(), held));
        couriers.values().forEach(courier -> follow(courier, byId.get(courier.id())));
        webhooks.renew(couriers.keySet(), worker, now.plus(properties.claim()));
        couriers.values().forEach(courier -> courier.validUntil(validFrom(begun)));
        couriers.values().stream().filter(Courier::closed).toList().forEach(this::leave);
        balance(active, now, begun);
        couriers.values().forEach(this::wake);
    }

    private void follow(Courier courier, @Nullable Held held) {
        if (held == null || !worker.equals(held.worker())) {
            courier.close();
        } else if (courier.isOutdatedBy(held.webhook())) {
            courier.revise(held.webhook());
        }
    }

    /** A little less than the claim, so that two instances never think so at once. */
    private long validFrom(long nanos) {
        return nanos + properties.claim().toNanos() / 10 * 9;
    }

    private void leave(Courier courier) {
        if (courier.idle()) {
            Progress progress = courier.toSave(true);
            if (progress != null) {
                webhooks.save(Map.of(courier.id(), progress), worker);
            }
            couriers.remove(courier.id());
            webhooks.release(List.of(courier.id()), worker);
            if (webhooks.find(courier.id()).isEmpty()) {
                // What was under way when it was deleted has been written since.
                deliveries.delete(courier.id());
            }
        }
    }

    private void balance(List<Held> active, Instant now, long begun) {
        if (livingAt == 0 || begun - livingAt > properties.claim().toNanos() / 4) {
            living = Math.max(1, webhooks.living(worker, now, now.minus(properties.claim())));
            livingAt = begun;
        }
        int due = (active.size() + living - 1) / living;
        List<Courier> open =
                couriers.values().stream().filter(courier -> !courier.closed()).toList();
        for (int i = due; i < open.size(); i++) {
            open.get(i).close();
        }
        List<Held> free = new ArrayList<>(
                active.stream().filter(held -> held.worker() == null).toList());
        Collections.shuffle(free);
        for (Held held : free.subList(0, Math.min(free.size(), Math.max(0, due - open.size())))) {
            String id = held.webhook().id();
            if (!couriers.containsKey(id) && webhooks.claim(id, worker, now, now.plus(properties.claim()))) {
                webhooks.find(id).ifPresent(webhook -> {
                    Courier courier = new Courier(webhook, this, tail);
                    courier.validUntil(validFrom(begun));
                    couriers.put(id, courier);
                });
            }
        }
    }

    private synchronized void save(boolean all) {
        ledger.save(couriers.values(), all);
    }

    private void forget() {
        guarded("Old deliveries stay", () -> {
            long forgotten = deliveries.forget(now().minus(properties.kept()));
            if (forgotten > 0) {
                log.info("{} deliveries were older than {} and are deleted", forgotten, properties.kept());
            }
            // What a worker wrote that was killed before it knew that the webhook was deleted.
            deliveries.forgetOthers(webhooks.ids(), now().minus(ABANDONED));
        });
    }

    @Override
    public void start() {
        running = true;
        every(LOOK_MILLIS, this::look);
        every(WRITE_MILLIS, () -> guarded("Deliveries are not written", () -> save(false)));
        every(TimeUnit.HOURS.toMillis(1), this::forget);
    }

    private void every(long millis, Runnable task) {
        var unused = clerks.scheduleWithFixedDelay(task, millis / 10, millis, TimeUnit.MILLISECONDS);
    }

    /** Lets what is under way end, for a moment, and leaves the endpoints to others. */
    @Override
    public void stop() {
        if (!running) {
            return;
        }
        running = false;
        couriers.values().forEach(Courier::close);
        guarded("What was delivered last may be delivered again", () -> {
            long until = System.nanoTime() + PATIENCE.toNanos();
            save(true);
            while (System.nanoTime() < until && !couriers.values().stream().allMatch(Courier::idle)) {
                pause();
                save(true);
            }
            webhooks.release(couriers.keySet(), worker);
            webhooks.leave(worker);
        });
        abandon();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops as a kill would: nothing is written any more, and the claims stay until they end by themselves. */
    void abandon() {
        running = false;
        runners.shutdownNow();
        clerks.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
