package io.guildhall.platform.access;

import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.UnreadableEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/** Keeps {@link Scopes} in step: reads the topics of scopes, people and grants from the beginning, then follows them, without a consumer group. */
public final class ScopesFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ScopesFeed.class);
    private static final String PEOPLE = "team.people";

    private final Scopes scopes;
    private final Topics topics;
    private final ConsumerFactory<String, byte[]> factory;
    private final List<String> scopeTopics;
    private final List<String> grantTopics;

    /** By the full name of the topic. */
    private final Map<String, Scopes.Kind> kinds = new LinkedHashMap<>();

    private volatile boolean running;
    private volatile boolean caughtUp;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    /** @param scopeTopics and {@code grantTopics} without the installation's prefix */
    public ScopesFeed(
            Scopes scopes,
            Topics topics,
            ConsumerFactory<String, byte[]> factory,
            List<String> scopeTopics,
            List<String> grantTopics) {
        this.scopes = scopes;
        this.topics = topics;
        this.factory = factory;
        this.scopeTopics = scopeTopics;
        this.grantTopics = grantTopics;
    }

    /** Whether all that was published before the start is known. */
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public void start() {
        kinds.put(topics.declare(PEOPLE, true), Scopes.Kind.PERSON);
        scopeTopics.forEach(topic -> kinds.put(topics.declare(topic, false), Scopes.Kind.SCOPE));
        grantTopics.forEach(topic -> kinds.put(topics.declare(topic, false), Scopes.Kind.GRANT));
        running = true;
        Thread started = new Thread(this::follow, "scopes");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    private void follow() {
        while (running) {
            try (Consumer<String, byte[]> opened = factory.createConsumer()) {
                consumer = opened;
                read(opened);
            } catch (WakeupException e) {
                log.debug("Stopped");
            } catch (RuntimeException e) {
                log.warn("Reading the organization starts anew: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
    }

    private void read(Consumer<String, byte[]> opened) {
        List<TopicPartition> partitions = Topics.partitions(opened, List.copyOf(kinds.keySet()));
        opened.assign(partitions);
        opened.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
        while (running) {
            for (ConsumerRecord<String, byte[]> record : opened.poll(Duration.ofSeconds(1))) {
                apply(record);
            }
            if (!caughtUp) {
                caughtUp = ends.entrySet().stream().allMatch(end -> opened.position(end.getKey()) >= end.getValue());
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        try {
            Scopes.Kind kind = kinds.get(record.topic());
            if (kind != null) {
                scopes.apply(IncomingEvent.read(record), kind);
            }
        } catch (UnreadableEvent | java.time.DateTimeException e) {
            log.error("{}-{}@{} is left out: {}", record.topic(), record.partition(), record.offset(), e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            if (thread != null) {
                thread.join(2000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}
