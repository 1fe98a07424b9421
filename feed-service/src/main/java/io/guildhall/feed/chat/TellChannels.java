package io.guildhall.feed.chat;

import io.guildhall.feed.chat.Batching.Waiting;
import io.guildhall.feed.chat.Channel.Progress;
import io.guildhall.feed.chat.Channel.Settings;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.outgoing.Outcome;
import io.guildhall.feed.outgoing.Request;
import io.guildhall.feed.outgoing.Sender;
import io.guildhall.platform.access.ScopesFeed;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells channels what happens. The log is the queue: every instance looks at what waits for whom, and whoever claims a
 * channel first sends its message. The cursor moves after that, so a kill in between repeats a message and loses none. One
 * thread does all of this, and waits for no chat.
 */
@Component
final class TellChannels implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TellChannels.class);

    /** What is not wanted is passed over in steps, to write little. */
    private static final int PASSED_AT_ONCE = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String worker = UUID.randomUUID().toString();
    private final Channels channels;
    private final LogTail tail;
    private final Digests digests;
    private final Sender sender;
    private final MayTell mayTell;
    private final ScopesFeed organization;
    private final ChatProperties properties;
    private final Clock clock;
    private final Batching batching;
    private final Map<String, Watch> watches = new HashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "chat");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean running;

    TellChannels(
            Channels channels,
            LogTail tail,
            Digests digests,
            Sender sender,
            MayTell mayTell,
            ScopesFeed organization,
            ChatProperties properties,
            Clock clock) {
        this.channels = channels;
        this.tail = tail;
        this.digests = digests;
        this.sender = sender;
        this.mayTell = mayTell;
        this.organization = organization;
        this.properties = properties;
        this.clock = clock;
        this.batching = new Batching(properties.quiet(), properties.longest(), clock.getZone());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The day that a moment falls on, as the business counts days. */
    LocalDate dayOf(Instant moment) {
        return batching.dayOf(moment);
    }

    private void look() {
        if (!running || !organization.caughtUp()) {
            return;
        }
        List<Channel> active = channels.active();
        watches.keySet().retainAll(active.stream().map(Channel::id).collect(Collectors.toSet()));
        active.forEach(channel -> guarded("Channel " + channel.id(), () -> consider(channel, now())));
    }

    private void consider(Channel channel, Instant now) {
        Settings settings = channel.settings();
        Actor owner = mayTell.owner(settings);
        Optional<String> refusal = mayTell.refusal(owner, settings);
        if (refusal.isPresent()) {
            disable(channel, refusal.get());
        } else if (!settings.tells().isEmpty()
                && !channel.progress().restsAt(now)
                && !underWay.contains(channel.id())) {
            follow(channel, owner, now);
        }
    }

    private void follow(Channel channel, Actor owner, Instant now) {
        Watch watch = watches.compute(
                channel.id(), (id, known) -> known != null && known.fits(channel) ? known : new Watch(channel));
        watch.follow(tail, owner, now);
        Waiting waiting = watch.waiting();
        if (waiting == null) {
            passOver(channel, watch.until());
        } else if (!batching.due(waiting, channel.progress(), now).isAfter(now)) {
            // Up to what was seen: what is chosen from now on begins behind it.
            Batch batch = Batch.read(tail, channel, watch.until(), owner);
            Instant claimed = now();
            if (channels.claim(channel, worker, claimed, claimed.plus(properties.claim()))) {
                tell(channel, batch, owner);
            }
        }
    }

    private void passOver(Channel channel, long until) {
        if (until - channel.progress().cursor() >= PASSED_AT_ONCE) {
            channels.pass(channel, until);
        }
    }

    private void tell(Channel channel, Batch batch, Actor owner) {
        Settings settings = channel.settings();
        if (batch.isEmpty()) {
            channels.settle(channel, worker, channel.progress().passed(batch.until()));
            return;
        }
        Digest digest = digests.of(settings.unit(), batch.newest(), batch.more(), owner);
        Request request = request(settings, digest, properties.timeout());
        underWay.add(channel.id());
        var unused = sender.send(request)
                .thenAcceptAsync(
                        outcome -> guarded("Channel " + channel.id(), () -> finished(channel, batch, outcome)), thread)
                .whenComplete((nothing, failure) -> underWay.remove(channel.id()));
    }

    /** Sends a message, whatever the state of the channel. */
    CompletableFuture<Outcome> send(Settings settings, Digest digest, Duration most) {
        return sender.send(request(settings, digest, most));
    }

    private Request request(Settings settings, Digest digest, Duration most) {
        Address address = settings.address();
        return new Request(
                address.url(),
                now(),
                Map.of(),
                Messages.CONTENT_TYPE,
                Messages.of(settings.kind(), digest).toString(),
                most,
                address::hiddenIn);
    }

    private void finished(Channel channel, Batch batch, Outcome outcome) {
        Instant now = now();
        Progress before = channel.progress();
        if (outcome.delivered()) {
            channels.settle(channel, worker, before.told(batch.until(), batching.dayOf(now), now));
            return;
        }
        String why = Failures.words(outcome.attempt());
        Duration pause =
                Failures.pause(before.failures(), properties.retry(), properties.longestRetry(), outcome.retryAfter());
        Progress failed = before.failed(why, now, now.plus(pause));
        channels.settleFailed(channel, worker, failed);
        Instant since = failed.failingSince();
        if (Failures.forGood(outcome)) {
            disable(channel, why);
        } else if (since != null && since.plus(properties.giveUp()).isBefore(now)) {
            disable(channel, "It took nothing for " + properties.giveUp().toDays() + " days. The last time: " + why);
        }
    }

    private void disable(Channel channel, String why) {
        Instant now = now();
        try {
            channels.update(
                    channel.id(),
                    CommandContext.of(Actor.service("feed-service"), now),
                    // What was found out of another address says nothing of this one.
                    settings -> settings.address().equals(channel.settings().address())
                            ? settings.disabled(why, now)
                            : settings);
            log.warn("Channel {} is disabled: {}", channel.id(), why);
        } catch (Refusal e) {
            log.debug("Channel {} is gone: {}", channel.id(), e.getMessage());
        }
    }

    /** Whatever goes wrong with one channel, the others are told. */
    private void guarded(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (running) {
                log.warn("{} cannot be told anything for now: {}", what, e.toString());
            }
        }
    }

    @Override
    public void start() {
        running = true;
        long millis = properties.look().toMillis();
        var unused = thread.scheduleWithFixedDelay(
                () -> guarded("Channels", this::look), millis / 10, millis, TimeUnit.MILLISECONDS);
    }

    /** Lets what is under way end, for a moment. */
    @Override
    public void stop() {
        if (!running) {
            return;
        }
        running = false;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && !underWay.isEmpty()) {
            pause();
        }
        thread.shutdownNow();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops as a kill would: nothing is written any more, and claims stay until they end by themselves. */
    void abandon() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
