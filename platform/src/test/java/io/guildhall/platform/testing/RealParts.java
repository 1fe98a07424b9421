package io.guildhall.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * One store, one broker and one signer of tokens for all tests of a module; they start once and end with the JVM. Each
 * caller of {@link #arguments} gets databases and topics of its own.
 */
public final class RealParts {

    /** {@code -Dguildhall.test.mongodb=mongodb://...} takes a store that runs already instead of one in memory. */
    private static final String STORE = "guildhall.test.mongodb";

    private static final RealParts INSTANCE = new RealParts();

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final String mongoUri;
    private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
    private final Producer<String, byte[]> producer;
    private final RSAKey key;
    private final String issuer;

    private RealParts() {
        try {
            InetSocketAddress address = mongo.bind();
            mongoUri = System.getProperty(STORE, "mongodb://" + address.getHostString() + ":" + address.getPort());
            kafka.afterPropertiesSet();
            producer = new KafkaProducer<>(
                    Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers()),
                    new StringSerializer(),
                    new ByteArraySerializer());
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            http.createContext("/oauth2/jwks", exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            http.start();
            issuer = "http://localhost:" + http.getAddress().getPort();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RealParts get() {
        return INSTANCE;
    }

    public String mongoUri() {
        return mongoUri;
    }

    public String brokers() {
        return kafka.getBrokersAsString();
    }

    public String issuer() {
        return issuer;
    }

    /** A name for databases and topics that nobody else uses. */
    public static String installation() {
        return "i" + UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * The command line on which a service runs on these parts, on a free port; services that name the same installation
     * share topics.
     */
    public String[] arguments(String service, String installation) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.mongodb.uri", mongoUri);
        properties.put("spring.kafka.bootstrap-servers", brokers());
        properties.put("guildhall.identity.issuer", issuer);
        properties.put("guildhall.database-prefix", installation + "_");
        properties.put("guildhall.topic-prefix", installation + ".");
        properties.put("guildhall.administrators", "admin");
        properties.put("server.port", "0");
        properties.put("spring.config.name", service);
        properties.put("logging.level.org.apache.kafka", "warn");
        return properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    /**
     * Publishes a state as a service would, and returns when the broker has it.
     *
     * @param topic its full name
     */
    public void publish(String topic, String id, long sequence, String state) {
        publish(topic, id, sequence, new Deed("test.v1", "test", Instant.parse("2026-11-24T00:00:00Z")), state);
    }

    /**
     * What brings a new state about.
     *
     * @param type the wire name of the event
     */
    public record Deed(String type, String by, Instant at) {}

    /** The same with what has brought it about. */
    public void publish(String topic, String id, long sequence, Deed deed, String state) {
        String data = "{\"state\":%s,\"change\":{},\"by\":\"%s\",\"at\":\"%s\"}".formatted(state, deed.by(), deed.at());
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, id, data.getBytes(StandardCharsets.UTF_8));
        Map.of("id", id + "@" + sequence, "type", deed.type(), "subject", id, "sequence", Long.toString(sequence))
                .forEach((name, value) -> event.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
        var unused = producer.send(event);
        producer.flush();
    }

    /**
     * All that a topic holds, by partition and offset; nothing where there is no such topic.
     *
     * @param topic its full name
     */
    public List<ConsumerRecord<String, byte[]>> log(String topic) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers(),
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            return log(consumer, topic);
        }
    }

    /** The same, read by a consumer of any broker. */
    public static List<ConsumerRecord<String, byte[]>> log(KafkaConsumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(found::add);
        }
        found.sort(Comparator.<ConsumerRecord<String, byte[]>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return found;
    }

    /** An access token as the identity provider would give it. */
    public String token(String subject) {
        return token(subject, Map.of());
    }

    /** Claims given here replace the usual ones. */
    @SuppressWarnings("JavaUtilDate") // the JOSE library takes nothing else
    public String token(String subject, Map<String, Object> claims) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience("guildhall")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        claims.forEach(builder::claim);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("test")
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                builder.build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
