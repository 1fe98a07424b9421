package io.guildhall.feed.connections;

import io.guildhall.feed.mail.MailRounds;
import io.guildhall.feed.publication.Publication;
import io.guildhall.feed.subscription.Subscriptions;
import io.guildhall.feed.webhook.ManageWebhooks;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.Consumers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells administrators what goes in and out, and whether it does. */
@Component
public class ShowConnections {

    private static final Logger log = LoggerFactory.getLogger(ShowConnections.class);

    private static final String SUPERVISE = "SuperviseConnections";

    private final Consumers consumers;
    private final Topics topics;
    private final Subscriptions subscriptions;
    private final ManageWebhooks webhooks;
    private final Publication publication;
    private final MailRounds mail;
    private final MeterRegistry meters;
    private final Access access;

    ShowConnections(
            Consumers consumers,
            Topics topics,
            Subscriptions subscriptions,
            ManageWebhooks webhooks,
            Publication publication,
            MailRounds mail,
            MeterRegistry meters,
            Access access) {
        this.consumers = consumers;
        this.topics = topics;
        this.subscriptions = subscriptions;
        this.webhooks = webhooks;
        this.publication = publication;
        this.mail = mail;
        this.meters = meters;
        this.access = access;
    }

    public Connections to(Actor actor) {
        access.require(actor, SUPERVISE, Access.ROOT);
        return new Connections(
                events(), subscriptions.uses(), streams(), webhooks.givenUp(actor), publication.state(), mail.state());
    }

    private @Nullable List<Connections.Events> events() {
        Map<String, Long> letters = consumers.deadLetters();
        try {
            return consumers.readings().stream()
                    .map(read -> new Connections.Events(
                            read.topic(),
                            read.behind(),
                            read.newest(),
                            letters.getOrDefault(topics.fullName(read.topic()), 0L)))
                    .toList();
        } catch (IllegalStateException e) {
            log.warn("How far the topics are read cannot be told: {}", e.toString());
            return null;
        }
    }

    private int streams() {
        Gauge readers = meters.find("guildhall.live.readers").gauge();
        return readers == null ? 0 : (int) readers.value();
    }
}
