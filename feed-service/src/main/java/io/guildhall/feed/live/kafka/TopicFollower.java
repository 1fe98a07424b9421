package io.guildhall.feed.live.kafka;

import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.LiveProperties.Readers;
import io.guildhall.feed.live.Notice;
import io.guildhall.feed.live.Notices;
import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.UnreadableEvent;
import java.time.Duration;
import java.util.ArrayList;
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
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows all topics from their ends, as every instance does for its own readers: without a consumer group. After a failure
 * it goes on where it was; where it cannot, the readers are told that they have missed something.
 */
@Component("liveHealthIndicator")
final class TopicFollower implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);

    private final Notices notices;
    private final Topics names;
    private final ConsumerFactory<String, byte[]> factory;
    private final Map<String, LiveProperties.Topic> topics = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile boolean running;
    private volatile boolean following;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    TopicFollower(Notices notices, Topics names, ConsumerFactory<String, byte[]> factory, LiveProperties properties) {
        this.notices = notices;
        this.names = names;
        this.factory = factory;
        properties.topics().forEach(topic -> topics.put(names.fullName(topic.name()), topic));
    }

    @Override
    public void start() {
        topics.values().forEach(topic -> names.declare(topic.name(), topic.readers() == Readers.EVERYBODY_BUT_NOT_WHO));
        running = true;
        Thread started = new Thread(this::follow, "live-topics");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    private void follow() {
        Properties none = new Properties();
        none.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        while (running) {
            try (Consumer<String, byte[]> opened = factory.createConsumer(null, null, "-live", none)) {
                consumer = opened;
                read(opened);
            } catch (WakeupException e) {
                log.debug("Stopped");
            } catch (InvalidOffsetException e) {
                log.warn("The topics do not go on where they were; all readers start anew: {}", e.toString());
                positions.clear();
                notices.startAnew();
            } catch (RuntimeException e) {
                log.warn("Following the topics starts again: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            } finally {
                following = false;
            }
        }
    }

    private void read(Consumer<String, byte[]> opened) {
        List<TopicPartition> partitions = Topics.partitions(opened, topics.keySet());
        opened.assign(partitions);
        opened.endOffsets(partitions).forEach(positions::putIfAbsent);
        positions.forEach(opened::seek);
        following = true;
        while (running) {
            List<Notice> found = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> event : opened.poll(Duration.ofSeconds(1))) {
                add(event, found);
                positions.put(new TopicPartition(event.topic(), event.partition()), event.offset() + 1);
            }
            notices.add(found);
        }
    }

    private void add(ConsumerRecord<String, byte[]> event, List<Notice> found) {
        LiveProperties.Topic topic = topics.get(event.topic());
        if (topic == null) {
            return;
        }
        try {
            found.add(Notice.of(IncomingEvent.read(event), topic));
        } catch (UnreadableEvent e) {
            log.error("{}-{}@{} is left out: {}", event.topic(), event.partition(), event.offset(), e.toString());
        }
    }

    @Override
    public Health health() {
        return (following ? Health.up() : Health.outOfService()).build();
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

    /** Before the web server, so that whoever is let in misses nothing. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4000;
    }
}
