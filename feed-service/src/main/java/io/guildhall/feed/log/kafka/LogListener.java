package io.guildhall.feed.log.kafka;

import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.Notice;
import io.guildhall.feed.log.EventLog;
import io.guildhall.platform.replica.Consumers;
import org.springframework.stereotype.Component;

/** Hears everything that is followed live, but for people: their names and addresses are kept nowhere but with them. */
@Component
class LogListener {

    LogListener(Consumers consumers, EventLog log, LiveProperties properties) {
        for (LiveProperties.Topic topic : properties.topics()) {
            if (topic.isTold()) {
                consumers.hearMany(
                        "log",
                        topic.name(),
                        events -> log.append(events.stream()
                                .map(event -> new EventLog.Fact(event, Notice.of(event, topic)))
                                .toList()));
            }
        }
    }
}
