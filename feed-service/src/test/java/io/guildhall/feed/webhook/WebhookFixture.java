package io.guildhall.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.guildhall.feed.FeedService;
import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.Notice;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.outgoing.Sender;
import io.guildhall.feed.webhook.Webhook.Choice;
import io.guildhall.feed.webhook.Webhook.Settings;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.ScopesFeed;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.security.Actors;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A feed-service with people, and further engines over databases of their own. */
final class WebhookFixture implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(30);
    static final Choice ALL = new Choice(List.of(), List.of(), null, null);

    final RunningService service;
    private final EventLog log;
    private final List<Couriers> engines = new ArrayList<>();

    WebhookFixture() {
        service = RunningService.start(
                FeedService.class,
                "feed-service",
                RealParts.installation(),
                Map.of(
                        "guildhall.outgoing.allowed", "127.0.0.1/32",
                        "guildhall.webhooks.retries", "100ms,100ms,100ms,100ms,100ms,100ms",
                        "guildhall.webhooks.rest", "100ms",
                        "guildhall.webhooks.timeout", "3s"));
        log = service.context().getBean(EventLog.class);
        unit("shop", "AREA", "product", "");
        team("sam");
        for (String person : List.of("sam", "guest", "rita")) {
            service.publish(
                    "team.people", person, """
                    {"name":"%s of the house","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(person, RealParts.get().issuer(), person));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(List.of("sam", "guest", "rita"))
                        .allMatch(who -> service.get(who, "/api/feed/webhooks").statusCode() == 200));
    }

    /** The team payments, with one developer. */
    void team(String developer) {
        unit("payments", "TEAM", "shop", developer);
    }

    private void unit(String id, String kind, String parent, String developer) {
        String assignments = developer.isEmpty()
                ? ""
                : "{\"person\":\"" + developer + "\",\"role\":\"DEVELOPER\",\"from\":\"2026-01-01\"}";
        service.publish("team.units", id, """
                {"kind":"%s","name":"%s","parent":"%s","visibility":"ORGANIZATION","scopes":[],"assignments":[%s]}""".formatted(kind, id, parent, assignments));
    }

    /** An engine's two stores, in a database that nobody else uses. */
    record Stores(Webhooks webhooks, Deliveries deliveries) {}

    Stores stores() {
        MongoDatabase database = bean(MongoClient.class)
                .getDatabase("hooks_" + UUID.randomUUID())
                .withWriteConcern(com.mongodb.WriteConcern.MAJORITY);
        return new Stores(new Webhooks(database), new Deliveries(database));
    }

    Couriers engine(Stores stores, WebhookProperties properties) {
        SignedSender sender = new SignedSender(bean(Sender.class), properties, bean(Clock.class));
        Couriers engine = new Couriers(
                stores.webhooks(),
                stores.deliveries(),
                sender,
                bean(LogTail.class),
                bean(Actors.class),
                bean(Scopes.class),
                bean(ScopesFeed.class),
                properties,
                bean(Clock.class));
        engines.add(engine);
        engine.start();
        return engine;
    }

    static WebhookProperties properties(Duration retry, Duration giveUp, Duration claim) {
        return new WebhookProperties(
                IntStream.range(0, 6).mapToObj(i -> retry).toList(),
                Duration.ofSeconds(3),
                Duration.ofMillis(100),
                giveUp,
                Duration.ofDays(30),
                claim);
    }

    static WebhookProperties properties() {
        return properties(Duration.ofMillis(100), Duration.ofDays(5), Duration.ofSeconds(2));
    }

    Webhook webhook(Stores stores, String who, String url, UnaryOperator<Settings> change) {
        Settings settings = new Settings(
                RealParts.get().issuer(),
                who,
                url,
                null,
                ALL,
                List.of(Secret.random()),
                100,
                true,
                Webhook.State.ACTIVE,
                null,
                now(),
                now());
        CommandContext context = CommandContext.of(new Actor(null, "test", who, false), now());
        return stores.webhooks()
                .create(
                        UUID.randomUUID().toString(),
                        context,
                        change.apply(settings),
                        bean(LogTail.class).end());
    }

    Webhook webhook(Stores stores, String who, String url) {
        return webhook(stores, who, url, same -> same);
    }

    void change(Stores stores, Webhook webhook, UnaryOperator<Settings> change) {
        stores.webhooks().update(webhook.id(), CommandContext.of(Actor.service("test"), now()), change);
    }

    private Instant now() {
        return bean(Clock.class).instant();
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    /** Adds an event of an impediment that concerns the team payments. */
    void append(String subject, long sequence, String visibility) {
        append("team.impediments", "guildhall.team.impediment-raised.v1", subject, sequence, visibility);
    }

    void append(String topic, String type, String subject, long sequence, String visibility) {
        IncomingEvent event = new IncomingEvent(
                topic,
                subject + "@" + sequence,
                type,
                subject,
                sequence,
                0,
                sequence > 1 ? subject + "@1" : null,
                null,
                StateMapper.json()
                        .readTree("{\"title\":\"The vault is shut\",\"visibility\":\"%s\",\"scopes\":[\"payments\"]}"
                                .formatted(visibility)),
                StateMapper.json()
                        .readTree("{\"title\":\"The vault is shut – “für alle”\",\"number\":" + sequence + "}"),
                "sam",
                now());
        log.append(List.of(new EventLog.Fact(
                event, Notice.of(event, new LiveProperties.Topic(topic, LiveProperties.Readers.BY_STATE)))));
    }

    <T> T bean(Class<T> type) {
        return service.context().getBean(type);
    }

    @Override
    public void close() {
        engines.forEach(Couriers::stop);
        service.close();
    }
}
