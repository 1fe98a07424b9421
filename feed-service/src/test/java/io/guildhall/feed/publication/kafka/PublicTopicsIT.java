package io.guildhall.feed.publication.kafka;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.guildhall.feed.FeedService;
import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.Notice;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.publication.Publication;
import io.guildhall.feed.publication.PublicationProperties;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.testing.CuttingProxy;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is published of the log, on a real broker: by the service as it runs, and by instances that come and go. */
class PublicTopicsIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Path CONTRACTS = Path.of("../contracts/events");
    private static final String RAISED = "guildhall.team.impediment-raised.v1";

    private static RunningService service;
    private static String installation;
    private static EventLog log;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        installation = RealParts.installation();
        service = RunningService.start(FeedService.class, "feed-service", installation);
        log = bean(EventLog.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @Test
    void whatTheWholeOrganizationMaySeeIsPublishedOnceInTheOrderOfItsSubject() {
        List<String> subjects = IntStream.range(0, 20)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        for (int sequence = 1; sequence <= 10; sequence++) {
            for (String subject : subjects) {
                append("team.dependencies", subject, sequence, "ORGANIZATION");
            }
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(events("public.dependencies", subjects))
                        .hasSize(20)
                        .allSatisfy((subject, events) -> assertThat(events)
                                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10)
                                        .mapToObj(sequence -> subject + "@" + sequence)
                                        .toList())));
    }

    @Test
    void whatTheServicesPublishIsToldOnTheTopicOfItsKindWithoutNames() {
        service.publish("team.people", "ines", """
                {"name":"Ines of the Harbour","email":"ines@harbour.test","active":true,"links":[]}""");
        String impediment = UUID.randomUUID().toString();
        service.publish("team.impediments", impediment, """
                {"title":"The vault is shut","visibility":"ORGANIZATION","scopes":[]}""");
        service.publish("team.units", "harbour", """
                {"kind":"AREA","name":"Harbour","parent":null,"assignments":[{"person":"ines"}]}""");
        service.publish("roadmap.product-goals", "product", "{\"text\":\"One tap\",\"scopes\":[]}");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(events("public.impediments", List.of(impediment))).hasSize(1);
            assertThat(events("public.units", List.of("harbour"))).hasSize(1);
            assertThat(events("public.product-goals", List.of("product"))).hasSize(1);
        });
        assertThat(publicTopics()).doesNotContain(installation + ".public.people");
        for (String topic : publicTopics()) {
            assertThat(RealParts.get().log(topic))
                    .allSatisfy(record -> assertThat(everythingIn(record)).doesNotContain("Ines", "harbour.test"));
        }
    }

    @Test
    void everyKindOfTheLogHasATopicThatKeepsItsRecordsForAMonth() throws Exception {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(publicTopics())
                        .map(topic -> topic.substring(installation.length() + 1))
                        .containsExactlyInAnyOrder(
                                "public.units",
                                "public.impediments",
                                "public.dependencies",
                                "public.waivers",
                                "public.outcomes",
                                "public.assessments",
                                "public.features",
                                "public.decisions",
                                "public.product-goals",
                                "public.communities",
                                "public.gatherings",
                                "public.pages",
                                "public.page-changes",
                                "public.ideas",
                                "public.community-waivers",
                                "public.adoptions",
                                "public.trees",
                                "public.tree-runs"));
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, installation + ".public.units");
        assertThat(bean(Admin.class).describeConfigs(List.of(topic)).all().get().get(topic))
                .satisfies(config -> assertThat(Objects.requireNonNull(config.get("retention.ms"))
                                .value())
                        .isEqualTo(Long.toString(Duration.ofDays(30).toMillis())));
    }

    @Test
    void whatOnlySomeMaySeeIsNeverPublished() {
        String narrow = UUID.randomUUID().toString();
        append("team.impediments", narrow, 1, "TEAM");
        append("team.impediments", narrow, 2, "AREA");
        append("team.impediments", narrow, 3, "PRIVATE");
        append("team.impediments", narrow, 4, "SOME_DAY");
        String widened = UUID.randomUUID().toString();
        append("team.impediments", widened, 1, "TEAM");
        awaitPublished();
        append("team.impediments", widened, 2, "ORGANIZATION");
        awaitPublished();

        assertThat(events("public.impediments", List.of(narrow, widened)))
                .containsOnly(Map.entry(widened, List.of(widened + "@2")));
    }

    @Test
    void aCauseIsNamedOnlyWhereEverybodyMayKnowIt() {
        JsonNode example = json(CONTRACTS.resolve("examples/team.impediment-raised.v1.json"));
        String hidden = UUID.randomUUID().toString();
        String known = UUID.randomUUID().toString();
        append("team.impediments", hidden, 1, "TEAM");
        append("team.impediments", known, 1, "ORGANIZATION");
        for (String cause : List.of(hidden, known)) {
            append("team.impediments", RAISED, "after " + cause, 1, "ORGANIZATION", example, cause + "@1");
        }
        awaitPublished();

        List<ConsumerRecord<String, byte[]>> all = RealParts.get().log(installation + ".public.impediments");
        assertThat(all)
                .filteredOn(record -> record.key().equals("after " + known))
                .singleElement()
                .satisfies(record -> assertThat(header(record, "ce_cause")).isEqualTo(known + "@1"));
        assertThat(all)
                .filteredOn(record -> record.key().equals("after " + hidden))
                .singleElement()
                .satisfies(record -> assertThat(everythingIn(record).replace("after " + hidden, ""))
                        .doesNotContain(hidden));
    }

    @Test
    void whatWasNarrowedBeforeItWasPublishedIsNot() {
        String narrowed = UUID.randomUUID().toString();
        String wide = UUID.randomUUID().toString();
        append("team.impediments", narrowed, 1, "ORGANIZATION");
        append("team.impediments", wide, 1, "ORGANIZATION");
        append("team.impediments", narrowed, 2, "TEAM");
        Setting setting = new Setting(RealParts.get().brokers());

        setting.instance();

        await().atMost(SOON).until(() -> setting.events(List.of(wide)).containsKey(wide));
        assertThat(setting.events(List.of(narrowed))).isEmpty();
    }

    @Test
    void theSdkReadsWhatIsPublishedAndItsSchemaHolds() throws IOException {
        Map<String, String> published = new HashMap<>();
        try (Stream<Path> examples = Files.list(CONTRACTS.resolve("examples"))) {
            for (Path file : examples.toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                JsonNode schema = json(CONTRACTS.resolve(name + ".schema.json"));
                String topic = schema.get("x-topic").stringValue();
                if (!topic.equals("team.people")) {
                    String subject = UUID.randomUUID().toString();
                    published.put(subject, name);
                    append(topic, "guildhall." + name, subject, 1, "ORGANIZATION", json(file));
                }
            }
        }
        assertThat(published).hasSizeGreaterThan(40);

        awaitPublished();
        List<CloudEvent> events = sdk();
        assertThat(events).extracting(CloudEvent::getSubject).containsAll(published.keySet());
        events.stream()
                .filter(event -> published.containsKey(event.getSubject()))
                .forEach(event -> {
                    String name = Objects.requireNonNull(published.get(event.getSubject()));
                    assertThat(event.getType()).isEqualTo("guildhall." + name);
                    assertThat(event.getExtension("partitionkey")).isEqualTo(event.getSubject());
                    assertThat(event.getId()).isEqualTo(event.getExtension("topic") + "/" + event.getSubject() + "@1");
                    assertThat(event.getSource())
                            .hasToString("/guildhall/" + name.replaceFirst("\\..*", "") + "-service");
                    assertThat(event.getTime()).isEqualTo("2026-11-24T09:00:00Z");
                    assertThat(event.getDataContentType()).isEqualTo("application/json");
                    JsonNode data = StateMapper.json()
                            .readTree(Objects.requireNonNull(event.getData()).toBytes());
                    assertThat(data.propertyNames()).containsExactly("by", "change");
                    assertThat(data.get("by")).hasToString("{\"id\":\"sam\"}");
                    assertThat(violations(name, data.get("change"))).isEmpty();
                });
    }

    @Test
    void nothingIsLostAndNothingOvertakesThoughInstancesAreKilledUnderLoad() {
        Setting setting = new Setting(RealParts.get().brokers());
        List<String> subjects = IntStream.range(0, 20)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        List<PublicTopics> instances = new ArrayList<>(List.of(setting.instance(), setting.instance()));
        for (int kill = 0; kill < 10; kill++) {
            int before = kill * 5;
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
                for (int sequence = before + 1; sequence <= before + 5; sequence++) {
                    for (String subject : subjects) {
                        append("team.impediments", subject, sequence, "ORGANIZATION");
                        // Nobody waits for the other: both publish all the time.
                        setting.letAllPublish();
                    }
                }
            });
            long begun = setting.publication.place().position();
            await().atMost(SOON).until(() -> setting.publication.place().position() > begun + 10);
            instances.remove(0).abandon();
            instances.add(setting.instance());
            load.join();
        }

        await().atMost(SOON).until(() -> setting.publication.place().position() >= setting.publication.end());
        assertThat(setting.events(subjects))
                .hasSize(20)
                .allSatisfy((subject, events) -> assertThat(new LinkedHashSet<>(events))
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50)
                                .mapToObj(sequence -> subject + "@" + sequence)
                                .toList()));
    }

    @Test
    void twoInstancesRepeatNothingWhileBothLive() {
        Setting setting = new Setting(RealParts.get().brokers());
        setting.instance();
        setting.instance();
        List<String> subjects = IntStream.range(0, 200)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        await().atMost(SOON).until(() -> setting.publication.place().position() >= setting.publication.end());

        subjects.forEach(subject -> append("team.impediments", subject, 1, "ORGANIZATION"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(setting.events(subjects)).hasSize(200));
        assertThat(setting.events(subjects).values())
                .allSatisfy(events -> assertThat(events).hasSize(1));
    }

    @Test
    void whileTheBrokerIsAwayEverythingWaitsAndThenGoesOut() throws Exception {
        CuttingProxy proxy = new CuttingProxy();
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("advertised.listeners", "EXTERNAL://localhost:" + proxy.port());
        broker.afterPropertiesSet();
        proxy.leadTo(Integer.parseInt(broker.getBrokersAsString().replaceFirst(".*:", "")));
        try (proxy) {
            Setting setting = new Setting("localhost:" + proxy.port());
            PublicTopics instance = setting.instance();
            await().atMost(SOON).until(() -> setting.publication.place().position() >= setting.publication.end());

            proxy.cut();
            String subject = UUID.randomUUID().toString();
            for (int sequence = 1; sequence <= 5; sequence++) {
                append("team.impediments", subject, sequence, "ORGANIZATION");
            }
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(instance.health().getDetails())
                            .containsKey("waits")
                            .hasEntrySatisfying(
                                    "behind",
                                    behind -> assertThat((Long) behind).isGreaterThanOrEqualTo(5)));
            assertThat(setting.meters
                            .get("guildhall.public-topics.behind")
                            .gauge()
                            .value())
                    .isGreaterThanOrEqualTo(5);

            proxy.mend();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(instance.health().getDetails())
                            .doesNotContainKey("waits")
                            .containsEntry("behind", 0L));
            assertThat(new LinkedHashSet<>(Objects.requireNonNull(
                            setting.events(List.of(subject)).get(subject))))
                    .containsExactly(subject + "@1", subject + "@2", subject + "@3", subject + "@4", subject + "@5");
            setting.close();
        } finally {
            broker.destroy();
        }
    }

    @Test
    void switchedOffItPublishesNothingAndSwitchedOnItGoesOn() {
        Setting setting = new Setting(RealParts.get().brokers());
        String subject = UUID.randomUUID().toString();
        PublicTopics off = setting.instance(new PublicationProperties(false, Duration.ofDays(30)));
        append("team.impediments", subject, 1, "ORGANIZATION");
        assertThat(off.isRunning()).isFalse();
        assertThat(off.health().getDetails()).containsOnly(Map.entry("enabled", false));

        setting.instance();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(setting.events(List.of(subject)))
                        .containsOnly(Map.entry(subject, List.of(subject + "@1"))));
    }

    private static void awaitPublished() {
        Publication publication = bean(Publication.class);
        await().atMost(SOON).until(() -> publication.place().position() >= publication.end());
    }

    private static Map<String, List<String>> events(String topic, List<String> subjects) {
        return events(read(RealParts.get().brokers(), installation + "." + topic), subjects);
    }

    /** The events of each subject as they stand on the topic, with repetitions. */
    private static Map<String, List<String>> events(
            List<ConsumerRecord<String, byte[]>> records, List<String> subjects) {
        return records.stream()
                .filter(record -> subjects.contains(record.key()))
                .collect(groupingBy(
                        ConsumerRecord::key,
                        mapping(record -> header(record, "ce_id").replaceFirst(".*/", ""), toList())));
    }

    private static List<ConsumerRecord<String, byte[]>> read(String brokers, String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", (Object) brokers), new StringDeserializer(), new ByteArrayDeserializer())) {
            return RealParts.log(consumer, topic);
        }
    }

    private static List<CloudEvent> sdk() {
        CloudEventDeserializer deserializer = new CloudEventDeserializer();
        return publicTopics().stream()
                .flatMap(topic -> RealParts.get().log(topic).stream())
                .map(record -> deserializer.deserialize(record.topic(), record.headers(), record.value()))
                .toList();
    }

    /** Where a change breaks the published schema of its event, within the rest of the example. */
    private static List<?> violations(String name, JsonNode change) {
        ObjectNode data = (ObjectNode) json(CONTRACTS.resolve("examples/" + name + ".json"));
        data.set("change", change);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(CONTRACTS.resolve(name + ".schema.json")), InputFormat.JSON)
                .validate(data);
    }

    private static JsonNode json(Path file) {
        return StateMapper.json().readTree(text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String everythingIn(ConsumerRecord<String, byte[]> record) {
        StringBuilder all = new StringBuilder(record.key());
        record.headers().forEach(header -> all.append(new String(header.value(), StandardCharsets.UTF_8)));
        return all.append(new String(record.value(), StandardCharsets.UTF_8)).toString();
    }

    private static List<String> publicTopics() {
        try {
            return bean(Admin.class).listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(installation + ".public."))
                    .toList();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(String topic, String subject, long sequence, String visibility) {
        JsonNode example = json(CONTRACTS.resolve("examples/team.impediment-raised.v1.json"));
        append(topic, RAISED, subject, sequence, visibility, example);
    }

    private static void append(
            String topic, String type, String subject, long sequence, String visibility, JsonNode example) {
        append(topic, type, subject, sequence, visibility, example, null);
        if (topic.equals("team.units")) {
            // The log tells nothing of a unit before the organization knows it.
            service.publish(topic, subject, sequence, example.get("state").toString());
        }
    }

    private static void append(
            String topic,
            String type,
            String subject,
            long sequence,
            String visibility,
            JsonNode example,
            @Nullable String cause) {
        ObjectNode state = (ObjectNode) example.get("state");
        state.put("visibility", visibility);
        IncomingEvent event = new IncomingEvent(
                topic,
                subject + "@" + sequence,
                type,
                subject,
                sequence,
                0,
                cause,
                null,
                state,
                example.get("change"),
                "sam",
                Instant.parse("2026-11-24T09:00:00Z"));
        log.append(List.of(new EventLog.Fact(
                event, Notice.of(event, new LiveProperties.Topic(topic, LiveProperties.Readers.BY_STATE)))));
    }

    private static <T> T bean(Class<T> type) {
        return service.context().getBean(type);
    }

    /** The log of the service, published elsewhere: by instances, a place and topics of its own. */
    private final class Setting implements AutoCloseable {

        private final String prefix = RealParts.installation() + ".";
        private final String brokers;
        private final Admin admin;
        private final Topics topics;
        private final KafkaProducer<String, byte[]> producer;
        private final MongoDatabase database;
        private final Publication publication;
        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final List<PublicTopics> instances = new ArrayList<>();

        Setting(String brokers) {
            this.brokers = brokers;
            admin = Admin.create(Map.of("bootstrap.servers", brokers));
            topics = new Topics(admin, prefix, 3, (short) -1);
            producer = new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers",
                            brokers,
                            "acks",
                            "all",
                            "enable.idempotence",
                            true,
                            "max.block.ms",
                            1000,
                            "request.timeout.ms",
                            1000,
                            "delivery.timeout.ms",
                            2000),
                    new StringSerializer(),
                    new ByteArraySerializer());
            database = bean(MongoClient.class).getDatabase(prefix.replace(".", ""));
            publication = new Publication(
                    database, bean(LogTail.class), bean(PublicationProperties.class), Clock.systemUTC());
            opened.add(this);
        }

        PublicTopics instance() {
            return instance(new PublicationProperties(true, Duration.ofDays(30)));
        }

        PublicTopics instance(PublicationProperties properties) {
            PublicTopics instance =
                    new PublicTopics(publication, topics, producer, properties, bean(LiveProperties.class), meters);
            instances.add(instance);
            instance.start();
            return instance;
        }

        void letAllPublish() {
            database.getCollection("publication").updateOne(new Document(), Updates.set("by", null));
        }

        Map<String, List<String>> events(List<String> subjects) {
            return PublicTopicsIT.events(PublicTopicsIT.read(brokers, topics.fullName("public.impediments")), subjects);
        }

        @Override
        public void close() {
            instances.forEach(PublicTopics::stop);
            producer.close(Duration.ZERO);
            admin.close(Duration.ZERO);
        }
    }
}
