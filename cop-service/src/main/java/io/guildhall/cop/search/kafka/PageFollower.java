package io.guildhall.cop.search.kafka;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.search.IndexPages;
import io.guildhall.cop.search.PageIndex;
import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.UnreadableEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
 * Reads the topic of pages from its beginning and follows it, as every instance does for its own index: without a consumer
 * group. An event only tells which page there is something new of; the page is then read from the store, once for all of its
 * events that came before. After a failure it goes on where it was.
 */
@Component("searchHealthIndicator")
final class PageFollower implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(PageFollower.class);

    private final IndexPages pages;
    private final PageIndex index;
    private final Topics topics;
    private final ConsumerFactory<String, byte[]> factory;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    PageFollower(IndexPages pages, PageIndex index, Topics topics, ConsumerFactory<String, byte[]> factory) {
        this.pages = pages;
        this.index = index;
        this.topics = topics;
        this.factory = factory;
    }

    @Override
    public void start() {
        String topic = topics.declare(Pages.TYPE.topic(), false);
        running = true;
        Thread started = new Thread(() -> follow(topic), "search");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    private void follow(String topic) {
        while (running) {
            try (Consumer<String, byte[]> opened = factory.createConsumer(null, "-search")) {
                consumer = opened;
                read(opened, topic);
            } catch (WakeupException e) {
                log.debug("Stopped");
            } catch (RuntimeException e) {
                log.warn("Following the pages starts again: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private void read(Consumer<String, byte[]> opened, String topic) {
        List<TopicPartition> partitions = Topics.partitions(opened, List.of(topic));
        opened.assign(partitions);
        opened.seekToBeginning(partitions);
        positions.forEach(opened::seek);
        Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
        while (running) {
            Set<PageId> changed = new LinkedHashSet<>();
            opened.poll(Duration.ofSeconds(1)).forEach(event -> add(event, changed));
            pages.put(changed);
            partitions.forEach(partition -> positions.put(partition, opened.position(partition)));
            if (!index.isBuilt()
                    && ends.entrySet().stream().allMatch(end -> opened.position(end.getKey()) >= end.getValue())) {
                index.built();
            }
        }
    }

    private void add(ConsumerRecord<String, byte[]> record, Set<PageId> changed) {
        try {
            IncomingEvent event = IncomingEvent.read(record);
            PageId page = new PageId(event.subject());
            if (!index.has(page, event.sequence())) {
                changed.add(page);
            }
        } catch (UnreadableEvent e) {
            log.error("{}-{}@{} is left out: {}", record.topic(), record.partition(), record.offset(), e.toString());
        }
    }

    @Override
    public Health health() {
        return (index.isBuilt() ? Health.up() : Health.outOfService()).build();
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

    /** Before the web server, so that most often the index is there when somebody asks. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4000;
    }
}
