package io.guildhall.feed.publication.kafka;

import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.log.Placed;
import io.guildhall.feed.log.Stretch;
import io.guildhall.feed.publication.Publication;
import io.guildhall.feed.publication.Publication.Place;
import io.guildhall.feed.publication.PublicationProperties;
import io.guildhall.platform.outbox.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Publishes the log, at least once and in its order for each subject. Whoever publishes begins where all before is done,
 * sends nothing of a subject before the broker has what precedes it, and moves the place only over what the broker has. So
 * whatever a second instance does at the same time, and wherever one is killed, an entry is on its topic after those that
 * precede it: one may be there twice, and first appearances are in order. Only what became wider between the looks of two
 * instances may come late.
 *
 * <p>The instance that moved the place last goes on; the others wait for a few seconds before they do. That spares
 * repetitions, and nothing relies on it.
 */
@Component("publicTopicsHealthIndicator")
final class PublicTopics implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(PublicTopics.class);

    private static final long LOOK_MILLIS = 1_000;
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final String worker = UUID.randomUUID().toString();
    private final Publication publication;
    private final Topics topics;
    private final Producer<String, byte[]> producer;
    private final PublicationProperties properties;
    private final List<String> kinds;
    private final Semaphore woken = new Semaphore(0);
    private final Counter sent;
    private volatile boolean running;
    private volatile long position;
    private @Nullable Place waitsAt;
    private long waitsSince;
    private @Nullable Thread thread;

    PublicTopics(
            Publication publication,
            Topics topics,
            Producer<String, byte[]> producer,
            PublicationProperties properties,
            LiveProperties live,
            MeterRegistry meters) {
        this.publication = publication;
        this.topics = topics;
        this.producer = producer;
        this.properties = properties;
        this.kinds = live.topics().stream()
                .filter(LiveProperties.Topic::isTold)
                .map(LiveProperties.Topic::name)
                .toList();
        if (kinds.stream().map(PublicRecords::topic).distinct().count() < kinds.size()) {
            throw new IllegalStateException("Two kinds would be published on the same topic: " + kinds);
        }
        this.sent = meters.counter("guildhall.public-topics.sent");
        Gauge.builder("guildhall.public-topics.behind", this, PublicTopics::behind)
                .register(meters);
        publication.whenAdded(woken::release);
    }

    private void follow() {
        while (running) {
            try {
                var unusedWoken = woken.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                woken.drainPermits();
                // Also those on which nothing has been told yet: whoever subscribes finds them all.
                kinds.forEach(this::declare);
                while (running && publishNext()) {
                    publication.waits(null);
                }
                publication.waits(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | RuntimeException e) {
                failed(e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e);
            }
        }
    }

    private void failed(Throwable why) {
        if (running && publication.waits() == null) {
            log.warn("Nothing is published for now ({}); it is tried again", why.toString());
        }
        publication.waits(why.toString());
        LockSupport.parkNanos(RETRY_NANOS);
    }

    private String declare(String kind) {
        return topics.declare(PublicRecords.topic(kind), properties.kept());
    }

    /** Whether there may be more to publish now. */
    private boolean publishNext() throws ExecutionException, InterruptedException {
        Place place = publication.place();
        position = place.position();
        if (place.position() >= publication.end()) {
            waitsAt = null;
            return false;
        }
        if (!isDue(place)) {
            return false;
        }
        Stretch next = publication.next(place.position());
        send(next.entries());
        publication.move(place.position(), next.until(), worker);
        return true;
    }

    private boolean isDue(Place place) {
        if (place.by() == null || place.by().equals(worker)) {
            return true;
        }
        if (!place.equals(waitsAt)) {
            waitsAt = place;
            waitsSince = System.nanoTime();
        }
        return System.nanoTime() - waitsSince > PATIENCE_NANOS;
    }

    /** A failed record may be overtaken by those that were sent after it: so there is one of each subject at a time. */
    private void send(List<Placed> entries) throws ExecutionException, InterruptedException {
        Map<String, Future<?>> underWay = new HashMap<>();
        for (Placed entry : entries) {
            if (underWay.containsKey(entry.subject())) {
                settle(underWay);
            }
            underWay.put(entry.subject(), producer.send(PublicRecords.record(declare(entry.topic()), entry)));
        }
        settle(underWay);
    }

    private void settle(Map<String, Future<?>> underWay) throws ExecutionException, InterruptedException {
        for (Future<?> acknowledged : underWay.values()) {
            acknowledged.get();
            sent.increment();
        }
        underWay.clear();
    }

    private long behind() {
        return properties.enabled() ? Math.max(0, publication.end() - position) : 0;
    }

    /** What cannot be published waits; that is shown, and does not take the service down. */
    @Override
    public Health health() {
        Health.Builder health = Health.up().withDetail("enabled", properties.enabled());
        if (properties.enabled()) {
            health.withDetail("position", position).withDetail("behind", behind());
        }
        String why = publication.waits();
        return (why == null ? health : health.withDetail("waits", why)).build();
    }

    @Override
    public void start() {
        if (!properties.enabled()) {
            return;
        }
        running = true;
        Thread started = new Thread(this::follow, "public-topics");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    @Override
    public void stop() {
        abandon();
        try {
            publication.leave(worker);
        } catch (RuntimeException e) {
            log.debug("The others wait for a moment: {}", e.toString());
        }
    }

    /** Stops as a kill would. */
    void abandon() {
        running = false;
        Thread started = thread;
        if (started != null) {
            started.interrupt();
            try {
                started.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the log is read, and before the consumers that add to it. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 3000;
    }
}
