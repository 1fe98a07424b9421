package io.guildhall.feed.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import io.guildhall.feed.FeedService;
import io.guildhall.feed.chat.Channel.Kind;
import io.guildhall.feed.chat.Channel.Settings;
import io.guildhall.feed.chat.Channel.State;
import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.Notice;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.outgoing.Sender;
import io.guildhall.feed.webhook.Receiver;
import io.guildhall.platform.access.ScopesFeed;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * A feed-service with people, and further engines over stores of their own. Sam and Pat serve the team payments, Ana owns
 * the area shop above it, and a guest has no role.
 */
final class ChatFixture implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> PEOPLE = List.of("sam", "pat", "ana", "guest");

    final RunningService service;
    private final EventLog log;
    private final AtomicLong sequences = new AtomicLong(1);
    private final List<TellChannels> engines = new ArrayList<>();

    ChatFixture() {
        service = RunningService.start(
                FeedService.class,
                "feed-service",
                RealParts.installation(),
                Map.of(
                        "guildhall.outgoing.allowed", "127.0.0.1/32",
                        "guildhall.public-url", "https://guildhall.example/",
                        "guildhall.chat.quiet", "200ms",
                        "guildhall.chat.look", "50ms"));
        log = service.context().getBean(EventLog.class);
        unit("shop", "AREA", "product", Map.of("ana", "AREA_PRODUCT_OWNER"));
        lead("sam", "pat");
        unit("search", "TEAM", "shop", Map.of());
        for (String person : PEOPLE) {
            service.publish(
                    "team.people", person, """
                    {"name":"%s of the house","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(person, RealParts.get().issuer(), person));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(PEOPLE)
                        .allMatch(who -> service.get(who, "/api/feed/channels").statusCode() == 200));
        await().atMost(SOON).until(() -> bean(MayTell.class).leads(actor("pat"), "payments"));
    }

    /** The Scrum Masters of the team payments from now on. */
    void lead(String... masters) {
        Map<String, String> roles = new TreeMap<>();
        for (String master : masters) {
            roles.put(master, "SCRUM_MASTER");
        }
        unit("payments", "TEAM", "shop", roles);
    }

    private void unit(String id, String kind, String parent, Map<String, String> roles) {
        List<String> assignments = roles.entrySet().stream()
                .map(held -> "{\"person\":\"" + held.getKey() + "\",\"role\":\"" + held.getValue()
                        + "\",\"from\":\"2026-01-01\"}")
                .toList();
        service.publish("team.units", id, sequences.incrementAndGet(), """
                {"kind":"%s","name":"%s","parent":"%s","visibility":"ORGANIZATION","scopes":[],"assignments":[%s]}""".formatted(
                        kind, id, parent, String.join(",", assignments)));
    }

    static Actor actor(String who) {
        return new Actor(who, RealParts.get().issuer(), who, false);
    }

    /** A store in a database that nobody else uses. */
    Channels store() {
        return new Channels(bean(MongoClient.class)
                .getDatabase("chat_" + UUID.randomUUID())
                .withWriteConcern(WriteConcern.MAJORITY));
    }

    /** Tells with no more delay than the properties have. */
    TellChannels engine(Channels store, ChatProperties properties, Clock clock) {
        TellChannels engine = new TellChannels(
                store,
                bean(LogTail.class),
                bean(Digests.class),
                bean(Sender.class),
                bean(MayTell.class),
                bean(ScopesFeed.class),
                properties,
                clock);
        engines.add(engine);
        engine.start();
        return engine;
    }

    static ChatProperties properties(Duration quiet, Duration giveUp) {
        return new ChatProperties(
                quiet,
                Duration.ofMinutes(5),
                Duration.ofMillis(50),
                Duration.ofMillis(1_500),
                Duration.ofMillis(100),
                Duration.ofMillis(400),
                giveUp,
                Duration.ofSeconds(2));
    }

    static ChatProperties properties() {
        return properties(Duration.ofMillis(300), Duration.ofDays(5));
    }

    Channel channel(Channels store, String who, String unit, Receiver receiver, Part... tells) {
        Instant now = bean(Clock.class).instant();
        long end = bean(LogTail.class).end();
        Settings settings = new Settings(
                RealParts.get().issuer(),
                who,
                Kind.SLACK,
                new Address(receiver.url()),
                null,
                unit,
                Settings.from(List.of(tells), Map.of(), end),
                State.ACTIVE,
                null,
                now,
                now);
        return store.create(UUID.randomUUID().toString(), CommandContext.of(actor(who), now), settings, end);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    /** Somebody raises an impediment of the team payments; its title is returned, and in no other message. */
    String raise(String visibility) {
        return append("team.impediments", "guildhall.team.impediment-raised.v1", "payments", visibility);
    }

    /** The same at the moment that a clock shows. */
    String raise(String visibility, Clock at) {
        return append("team.impediments", "guildhall.team.impediment-raised.v1", "payments", visibility, at.instant());
    }

    String append(String topic, String type, String unit, String visibility) {
        return append(topic, type, unit, visibility, bean(Clock.class).instant());
    }

    private String append(String topic, String type, String unit, String visibility, Instant at) {
        String subject = id();
        String title = "Vault " + subject.substring(0, 8);
        IncomingEvent event = new IncomingEvent(
                topic,
                subject + "@1",
                type,
                subject,
                1,
                0,
                null,
                null,
                StateMapper.json()
                        .readTree("{\"title\":\"%s\",\"visibility\":\"%s\",\"scopes\":[\"%s\"],\"owner\":\"sam\"}"
                                .formatted(title, visibility, unit)),
                StateMapper.json().readTree("{\"from\":\"PROPOSED\",\"to\":\"COMMITTED\"}"),
                "sam",
                at);
        log.append(List.of(new EventLog.Fact(
                event, Notice.of(event, new LiveProperties.Topic(topic, LiveProperties.Readers.BY_STATE)))));
        return title;
    }

    /** The messages that were received, in what screen readers are told. */
    static List<String> told(Receiver receiver) {
        return receiver.got().stream()
                .map(got -> StateMapper.json().readTree(got.body()))
                .map(message -> message.get("text").stringValue())
                .toList();
    }

    static JsonNode message(Receiver receiver, int index) {
        return StateMapper.json().readTree(receiver.got().get(index).body());
    }

    <T> T bean(Class<T> type) {
        return service.context().getBean(type);
    }

    @Override
    public void close() {
        engines.forEach(TellChannels::stop);
        service.close();
    }
}
