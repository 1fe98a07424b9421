package io.guildhall.feed.live.kafka;

import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.LiveProperties.Readers;
import io.guildhall.feed.live.Notice;
import io.guildhall.feed.live.Notices;
import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.Follower;
import io.guildhall.platform.replica.IncomingEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Follows all topics for the readers of this instance; where it cannot go on, they are told that they have missed something. */
@Component("liveHealthIndicator")
final class TopicFollower extends Follower<Notice> implements HealthIndicator {

    private final Notices notices;
    private final Topics names;
    private final Map<String, LiveProperties.Topic> topics = new HashMap<>();

    TopicFollower(Notices notices, Topics names, ConsumerFactory<String, byte[]> factory, LiveProperties properties) {
        super("live", false, factory);
        this.notices = notices;
        this.names = names;
        properties.topics().forEach(topic -> topics.put(names.fullName(topic.name()), topic));
    }

    @Override
    protected Collection<String> declare() {
        topics.values().forEach(topic -> names.declare(topic.name(), topic.readers() == Readers.EVERYBODY_BUT_NOT_WHO));
        return topics.keySet();
    }

    @Override
    protected Notice read(String topic, IncomingEvent event) {
        return Notice.of(event, Objects.requireNonNull(topics.get(topic)));
    }

    @Override
    protected void hear(List<Notice> events) {
        notices.add(events);
    }

    @Override
    protected void startedAnew() {
        notices.startAnew();
    }

    @Override
    public Health health() {
        return (isFollowing() ? Health.up() : Health.outOfService()).build();
    }
}
