package io.guildhall.platform.outbox;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what is pending, oldest first, each acknowledged before the next, and then takes it out of its document. There is
 * no lease and no leader: an event leaves its document only when it is in the log, so a second sender repeats, but first
 * appearances are always in order. Whoever has written wakes the relay; what failed is tried again every second; what a
 * crash left is found at the start and by a sweep.
 */
public final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int LANES = 4;
    private static final int REMEMBERED_FAILURES = 10_000;

    private final Producer<String, byte[]> producer;
    private final Duration sweep;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private volatile List<ScheduledExecutorService> lanes = List.of();
    private final Set<Waiting> queued = ConcurrentHashMap.newKeySet();
    private final Map<Waiting, Boolean> failed = new ConcurrentHashMap<>();
    private final Map<Waiting, String> unsendable = new ConcurrentHashMap<>();
    private final Counter sent;
    private volatile boolean running;

    /**
     * @param producer idempotent, with {@code acks=all}
     * @param sweep how often the collections are searched for what another instance left behind
     */
    public Relay(Producer<String, byte[]> producer, Duration sweep, MeterRegistry meters) {
        this.producer = producer;
        this.sweep = sweep;
        this.sent = meters.counter("guildhall.outbox.sent");
        Gauge.builder("guildhall.outbox.unsendable", unsendable, Map::size).register(meters);
        Gauge.builder("guildhall.outbox.failed", failed, Map::size).register(meters);
    }

    /** Adds a collection whose documents hold pending events; returns how its writers say that there is something. */
    public Wake register(MongoCollection<Document> collection, String topic) {
        Outbox outbox = new Outbox(collection, topic);
        outboxes.add(outbox);
        return (id, alone) -> submit(new Waiting(outbox, id), alone);
    }

    /** Tells the relay that an aggregate has something to send; it never waits and never fails. */
    public interface Wake {

        /** @param alone all that waited when it was written; empty when more may wait, to look what does */
        void wake(String id, List<PendingEvent> alone);
    }

    /** Aggregates whose next event the broker will never take, with the reason. */
    public Map<String, String> unsendable() {
        Map<String, String> named = new ConcurrentHashMap<>();
        unsendable.forEach((waiting, reason) -> named.put(waiting.outbox.name() + "/" + waiting.id, reason));
        return named;
    }

    private void submit(Waiting waiting, List<PendingEvent> alone) {
        if (!running) {
            failed.put(waiting, true);
        } else if (!alone.isEmpty() || queued.add(waiting)) {
            // Whoever looks is in the queue once: it is taken out before the document is read.
            try {
                lanes.get(Math.floorMod(waiting.id.hashCode(), LANES)).execute(() -> {
                    if (alone.isEmpty()) {
                        queued.remove(waiting);
                    }
                    send(waiting, alone);
                });
            } catch (RejectedExecutionException e) {
                queued.remove(waiting);
                failed.put(waiting, true);
            }
        }
    }

    private void send(Waiting waiting, List<PendingEvent> alone) {
        try {
            List<PendingEvent> events = alone.isEmpty() ? waiting.outbox.pending(waiting.id) : alone;
            for (PendingEvent event : events) {
                producer.send(record(waiting, event)).get();
                waiting.outbox.sent(waiting.id, List.of(event.id()));
                sent.increment();
            }
            failed.remove(waiting);
            unsendable.remove(waiting);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException || e.getCause() instanceof SerializationException) {
                unsendable.put(waiting, String.valueOf(e.getCause().getMessage()));
                log.error("The broker will not take the next event of {}", waiting.id, e.getCause());
            } else {
                remember(waiting, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            remember(waiting, e);
        }
    }

    private void remember(Waiting waiting, Exception e) {
        if (failed.isEmpty()) {
            log.warn("Events wait: the broker or the store does not answer ({}); they are tried again", e.toString());
        }
        if (failed.size() < REMEMBERED_FAILURES) {
            failed.put(waiting, true);
        }
    }

    private ProducerRecord<String, byte[]> record(Waiting waiting, PendingEvent event) {
        String key = event.headers().getOrDefault("partitionkey", waiting.id);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(waiting.outbox.topic(), key, event.data().getBytes(StandardCharsets.UTF_8));
        event.headers()
                .forEach((name, value) -> record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
        record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private void retry() {
        boolean wasWaiting = !failed.isEmpty();
        List.copyOf(failed.keySet()).forEach(waiting -> submit(waiting, List.of()));
        if (wasWaiting) {
            log.debug("Tried {} waiting aggregates again", failed.size());
        }
    }

    private void sweep() {
        for (Outbox outbox : outboxes) {
            try {
                outbox.forEachWaiting(id -> submit(new Waiting(outbox, id), List.of()));
            } catch (RuntimeException e) {
                log.warn("Could not look for waiting events in {}: {}", outbox.name(), e.toString());
            }
        }
    }

    @Override
    public void start() {
        List<ScheduledExecutorService> started = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            String name = "relay-" + lane;
            started.add(Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            }));
        }
        lanes = List.copyOf(started);
        running = true;
        ScheduledExecutorService timer = started.get(0);
        var unusedRetry = timer.scheduleWithFixedDelay(this::retry, 1, 1, TimeUnit.SECONDS);
        var unusedSweep = timer.scheduleWithFixedDelay(this::sweep, 0, sweep.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        lanes.forEach(ScheduledExecutorService::shutdown);
        for (ScheduledExecutorService lane : lanes) {
            try {
                if (!lane.awaitTermination(2, TimeUnit.SECONDS)) {
                    lane.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        queued.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the web server and stops after it. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }

    private record Waiting(Outbox outbox, String id) {}
}
