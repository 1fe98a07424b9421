package io.guildhall.cop.search.kafka;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.search.IndexPages;
import io.guildhall.cop.search.PageIndex;
import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.Follower;
import io.guildhall.platform.replica.IncomingEvent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps this instance's index in step. An event only tells which page there is something new of; the page is then read from
 * the store, once for all of its events that came together.
 */
@Component("searchHealthIndicator")
final class PageFollower extends Follower<IncomingEvent> implements HealthIndicator {

    private final IndexPages pages;
    private final PageIndex index;
    private final Topics topics;

    PageFollower(IndexPages pages, PageIndex index, Topics topics, ConsumerFactory<String, byte[]> factory) {
        super("search", true, factory);
        this.pages = pages;
        this.index = index;
        this.topics = topics;
    }

    @Override
    protected Collection<String> declare() {
        return List.of(topics.declare(Pages.TYPE.topic(), false));
    }

    @Override
    protected IncomingEvent read(String topic, IncomingEvent event) {
        return event;
    }

    @Override
    protected void hear(List<IncomingEvent> events) {
        Set<PageId> changed = new LinkedHashSet<>();
        for (IncomingEvent event : events) {
            PageId page = new PageId(event.subject());
            if (!index.has(page, event.sequence())) {
                changed.add(page);
            }
        }
        pages.put(changed);
    }

    @Override
    protected void whenCaughtUp() {
        index.built();
    }

    @Override
    public Health health() {
        return (index.isBuilt() ? Health.up() : Health.outOfService()).build();
    }
}
