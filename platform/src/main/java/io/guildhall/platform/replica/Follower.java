package io.guildhall.platform.replica;

import io.guildhall.platform.outbox.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Follows topics without a consumer group, as every instance does that keeps something of all events in its own memory.
 * After a failure it goes on where it was. It starts before the web server.
 *
 * @param <T> what an event is to whoever follows
 */
public abstract class Follower<T> implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    private final String name;
    private final boolean fromBeginning;
    private final ConsumerFactory<String, byte[]> factory;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile boolean running;
    private volatile boolean following;
    private volatile boolean caughtUp;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    /**
     * @param name of its thread and its client
     * @param fromBeginning whether it hears all that was ever published, or only what is from its start on
     */
    protected Follower(String name, boolean fromBeginning, ConsumerFactory<String, byte[]> factory) {
        this.name = name;
        this.fromBeginning = fromBeginning;
        this.factory = factory;
    }

    /** Declares the topics and returns their full names; asked for at the start. */
    protected abstract Collection<String> declare();

    /**
     * What an event is.
     *
     * @param topic its full name
     * @throws UnreadableEvent when it cannot be used; it is logged and left out
     */
    protected abstract T read(String topic, IncomingEvent event);

    /** What came next, in the order of each partition; when this throws, the same is given again. */
    protected abstract void hear(List<T> events);

    /** All that was published before the start is heard; told once. */
    protected void whenCaughtUp() {}

    /** Where it was does not exist any more: it goes on from where it would start, and may have missed something. */
    protected void startedAnew() {}

    /** Whether it hears what is published now. */
    protected final boolean isFollowing() {
        return following;
    }

    /** Whether it has heard all that was published before it started. */
    public final boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public final void start() {
        List<String> topics = List.copyOf(declare());
        running = true;
        Thread started = new Thread(() -> follow(topics), name);
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    private void follow(List<String> topics) {
        Properties knowing = new Properties();
        knowing.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        while (running) {
            try (Consumer<String, byte[]> opened = factory.createConsumer(null, null, "-" + name, knowing)) {
                consumer = opened;
                follow(opened, topics);
            } catch (WakeupException e) {
                log.debug("Stopped");
            } catch (InvalidOffsetException e) {
                log.warn("The topics of {} do not go on where they were: {}", name, e.toString());
                positions.clear();
                startedAnew();
            } catch (RuntimeException e) {
                log.warn("Following the topics of {} starts again: {}", name, e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            } finally {
                following = false;
            }
        }
    }

    private void follow(Consumer<String, byte[]> opened, List<String> topics) {
        List<TopicPartition> partitions = Topics.partitions(opened, topics);
        opened.assign(partitions);
        Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
        (fromBeginning ? opened.beginningOffsets(partitions) : ends).forEach(positions::putIfAbsent);
        positions.forEach(opened::seek);
        following = true;
        while (running) {
            List<T> heard = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> event : opened.poll(Duration.ofSeconds(1))) {
                add(event, heard);
            }
            hear(heard);
            partitions.forEach(partition -> positions.put(partition, opened.position(partition)));
            if (!caughtUp
                    && ends.entrySet().stream()
                            .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                caughtUp = true;
                whenCaughtUp();
            }
        }
    }

    private void add(ConsumerRecord<String, byte[]> event, List<T> heard) {
        try {
            heard.add(read(event.topic(), IncomingEvent.read(event)));
        } catch (UnreadableEvent e) {
            log.error("{}-{}@{} is left out: {}", event.topic(), event.partition(), event.offset(), e.toString());
        }
    }

    @Override
    public final void stop() {
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
    public final boolean isRunning() {
        return running;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4000;
    }
}
