package io.guildhall.platform;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.PermissionTable;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.ScopesFeed;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.contract.EventContracts;
import io.guildhall.platform.outbox.Relay;
import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.security.Actors;
import io.guildhall.platform.security.SecurityConfiguration;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.CallerResolver;
import io.guildhall.platform.web.NeverUnmodified;
import io.guildhall.platform.web.OpenPaths;
import io.guildhall.platform.web.OperationDescriptions;
import io.guildhall.platform.web.PlausibleDays;
import io.guildhall.platform.web.Problems;
import io.guildhall.platform.web.ReadableText;
import io.guildhall.platform.web.RecordModels;
import io.guildhall.platform.web.RequestBodyDigest;
import io.guildhall.platform.web.ServerProblems;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.OpenAPI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the parts of the platform together for a service. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties(PlatformProperties.class)
@Import({SecurityConfiguration.class, Problems.class, ServerProblems.class, RequestBodyDigest.class})
public class PlatformAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(PlatformProperties properties) {
        return Clock.system(properties.zone());
    }

    @Bean
    MongoDatabase database(MongoClient client, @Value("${guildhall.database}") String name) {
        return client.getDatabase(name)
                .withWriteConcern(com.mongodb.WriteConcern.MAJORITY)
                .withReadPreference(com.mongodb.ReadPreference.primary());
    }

    @Bean
    Admin admin(KafkaProperties kafka) {
        return Admin.create(kafka.buildAdminProperties());
    }

    @Bean
    Topics topics(Admin admin, PlatformProperties properties) {
        return new Topics(admin, properties.topicPrefix(), properties.topicPartitions(), properties.topicReplicas());
    }

    @Bean
    Producer<String, byte[]> producer(KafkaProperties kafka, @Value("${spring.application.name}") String service) {
        Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.CLIENT_ID_CONFIG, service);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L << 20);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    ConsumerFactory<String, byte[]> consumerFactory(
            KafkaProperties kafka, @Value("${spring.application.name}") String service) {
        Map<String, Object> config = new HashMap<>(kafka.buildConsumerProperties());
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, service);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A killed instance holds its partitions until its session ends: the default of 45 s would stall every event so
        // long.
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        // Topics are declared with the retention they need; none comes to be by being asked for.
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new DefaultKafkaConsumerFactory<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Bean
    Relay relay(Producer<String, byte[]> producer, PlatformProperties properties, MeterRegistry meters) {
        return new Relay(producer, properties.sweep(), meters);
    }

    @Bean
    EventContracts eventContracts() {
        return new EventContracts();
    }

    @Bean
    AggregateStores aggregateStores(
            MongoDatabase database,
            @Value("${spring.application.name}") String service,
            Topics topics,
            EventContracts contracts,
            Relay relay) {
        return new AggregateStores(database, service, topics, contracts, relay);
    }

    @Bean
    Consumers consumers(
            @Value("${spring.application.name}") String service,
            MongoDatabase database,
            Topics topics,
            ConsumerFactory<String, byte[]> factory,
            Admin admin,
            Producer<String, byte[]> producer) {
        return new Consumers(service, database, topics, factory, admin, producer);
    }

    @Bean
    Scopes scopes() {
        return new Scopes();
    }

    @Bean
    ScopesFeed scopesFeed(
            Scopes scopes, Topics topics, ConsumerFactory<String, byte[]> factory, PlatformProperties properties) {
        return new ScopesFeed(scopes, topics, factory, properties.scopeTopics(), properties.grantTopics());
    }

    @Bean
    Access access(Scopes scopes, @Value("${spring.application.name}") String service, Clock clock) {
        return new Access(scopes, PermissionTable.load(service), clock);
    }

    @Bean
    Actors actors(Scopes scopes, PlatformProperties properties) {
        return new Actors(scopes, properties.administrators());
    }

    @Bean
    PlausibleDays plausibleDays() {
        return new PlausibleDays();
    }

    @Bean
    ReadableText readableText() {
        return new ReadableText();
    }

    @Bean
    WebMvcConfigurer callers(Actors actors, Access access, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver(actors, access, clock));
            }
        };
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return OperationDescriptions.of(service);
    }

    @Bean
    OperationDescriptions operationDescriptions() {
        return new OperationDescriptions();
    }

    @Bean
    RecordModels recordModels() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        return new RecordModels();
    }

    @Bean
    OpenPaths openPaths(PlatformProperties properties) {
        return new OpenPaths(properties.openPaths());
    }

    @Bean
    NeverUnmodified neverUnmodified(OpenPaths open, PlatformProperties properties) {
        return new NeverUnmodified(new OrRequestMatcher(open, new OpenPaths(properties.lastingPaths())));
    }

    /** A null among the items of a list says nothing: it is refused like anything else that cannot be read. */
    @Bean
    JsonMapperBuilderCustomizer noNullsInLists() {
        return builder -> builder.withConfigOverride(
                List.class, list -> list.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)));
    }

    /** A service is ready when it knows the organization and has read what there was at its start. */
    @Bean
    HealthIndicator replicasHealthIndicator(ScopesFeed scopes, Consumers consumers) {
        return () -> {
            List<String> behind = consumers.behind();
            boolean ready = scopes.caughtUp() && behind.isEmpty();
            return (ready ? Health.up() : Health.outOfService())
                    .withDetail("organization", scopes.caughtUp())
                    .withDetail("behind", behind)
                    .withDetail("deadLetters", consumers.deadLetters())
                    .build();
        };
    }

    /** Aggregates whose events cannot be sent stop alone; they are shown, and do not take the service down. */
    @Bean
    HealthIndicator outboxHealthIndicator(Relay relay) {
        return () -> Health.up().withDetail("unsendable", relay.unsendable()).build();
    }
}
