package io.guildhall.gateway;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** The gateway with everything it needs, all real and in this process. */
@SuppressWarnings("JavaUtilDate") // the JOSE library takes nothing else
final class House implements AutoCloseable {

    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(15_000, 31_000));

    final Provider provider;
    final Service team;
    final Service feed;
    final int port;
    private final MongoServer store;
    private final ConfigurableApplicationContext gateway;

    private House(
            Provider provider, Service team, Service feed, int port, MongoServer store, Map<String, Object> more) {
        this.provider = provider;
        this.team = team;
        this.feed = feed;
        this.port = port;
        this.store = store;
        this.gateway = gateway(port, more);
    }

    static House start() {
        return start(Duration.ofMinutes(5), Map.of());
    }

    /** A house whose access tokens last so long, with further settings of the gateway. */
    static House start(Duration accessTokenLife, Map<String, Object> settings) {
        try {
            int port = freePort();
            MongoServer store = new MongoServer(new MemoryBackend());
            store.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return new House(
                    Provider.start(freePort(), port, accessTokenLife),
                    Service.start(),
                    Service.start(),
                    port,
                    store,
                    settings);
        } catch (IOException e) {
            throw new IllegalStateException("No house could be built", e);
        }
    }

    /** One more instance of the gateway on the same store. */
    ConfigurableApplicationContext anotherGateway(int port) {
        return gateway(port, Map.of("guildhall.public-url", url(), "guildhall.session.cache", "0s"));
    }

    private ConfigurableApplicationContext gateway(int at, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", at);
        properties.put("server.address", "localhost");
        properties.put("spring.mongodb.uri", "mongodb:/" + store.getLocalAddress() + "/?serverSelectionTimeoutMS=2000");
        properties.put("guildhall.identity.issuer", provider.issuer());
        properties.put("guildhall.identity.client-secret", Provider.SECRET);
        properties.put("guildhall.services.team", team.address());
        properties.put("guildhall.services.feed", feed.address());
        properties.put("guildhall.services.roadmap", "http://localhost:1");
        properties.put("guildhall.portal", "classpath:/test-portal/");
        properties.put("guildhall.limits.sign-ins-per-minute", 1_000);
        properties.putAll(more);
        String[] arguments = properties.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Gateway.class)
                .properties(Map.of("spring.config.name", "gateway"))
                .run(arguments);
    }

    <T> T bean(Class<T> type) {
        return gateway.getBean(type);
    }

    String url() {
        return "http://localhost:" + port;
    }

    Browser browser() {
        return new Browser(url());
    }

    /** Another one each time, and none that the system might give to a connection before it is bound. */
    static int freePort() throws IOException {
        for (int port = NEXT_PORT.getAndIncrement(); port < 32_000; port = NEXT_PORT.getAndIncrement()) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException busy) {
                // The next one, then.
            }
        }
        throw new IOException("No port below 32000 is free");
    }

    /** Lets the access token of every session be at its end. */
    void ageTokens() {
        MongoCollection<Document> sessions = bean(MongoDatabase.class).getCollection("sessions");
        Mono.from(sessions.updateMany(new Document(), Updates.set("accessExpiresAt", new Date())))
                .block(Duration.ofSeconds(30));
    }

    /** As if the provider had ended every sign-in. */
    void spoilRefreshTokens() {
        MongoCollection<Document> sessions = bean(MongoDatabase.class).getCollection("sessions");
        Mono.from(sessions.updateMany(new Document(), Updates.set("refresh", "spoilt")))
                .block(Duration.ofSeconds(30));
    }

    void stopStore() {
        store.shutdownNow();
    }

    @Override
    public void close() {
        gateway.close();
        team.close();
        feed.close();
        provider.close();
        store.shutdownNow();
    }
}
