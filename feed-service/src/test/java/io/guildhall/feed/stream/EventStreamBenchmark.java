package io.guildhall.feed.stream;

import io.guildhall.feed.FeedService;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * How long it takes from an event being published to its last byte having reached every subscriber of the stream over the
 * log: one subscriber, then a thousand, in the same run; and what a connection takes of memory, on the heap and beside it,
 * both its ends. It is no test; it runs by name, on a machine that does nothing else:
 *
 * <pre>{@code ./mvnw verify -Dportal.skip -pl platform,feed-service -Dtest=NoSuch -Dit.test=EventStreamBenchmark
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}</pre>
 *
 * <p>The figures are in docs/benchmarks.md.
 */
class EventStreamBenchmark {

    private static final int MANY = Integer.getInteger("benchmark.subscribers", 1_000);
    private static final int EVENTS = Integer.getInteger("benchmark.events", 200);

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);

    @Test
    void measure() throws IOException {
        try (RunningService service = RunningService.start(
                        FeedService.class,
                        "feed-service",
                        RealParts.installation(),
                        // Whoever has left is noticed at the next heartbeat.
                        Map.of("guildhall.live.most-readers-each", Integer.toString(MANY + 1)));
                Selector one = Selector.open();
                Selector many = Selector.open()) {
            service.publish("team.units", "payments", """
                    {"kind":"TEAM","name":"Payments","parent":"product","visibility":"ORGANIZATION","scopes":[],
                    "assignments":[{"person":"sam","role":"DEVELOPER","from":"2026-01-01"}]}""");
            service.publish("team.people", "sam", """
                    {"name":"Sam","active":true,"links":[{"issuer":"%s","subject":"sam"}]}""".formatted(RealParts.get().issuer()));
            while (service.get("sam", "/api/feed/events").statusCode() != 200) {
                LockSupport.parkNanos(50_000_000);
            }
            subscribe(service, one, 1);
            run(service, one, 1);
            List<Double> alone = run(service, one, 1);
            one.keys().forEach(key -> close((SocketChannel) key.channel()));
            long before = used();
            subscribe(service, many, MANY);
            run(service, many, MANY);
            long each = (used() - before) / MANY;
            List<Double> together = run(service, many, MANY);
            System.out.printf(
                    "one: p50 %.1f ms, p99 %.1f ms; %d: p50 %.1f ms, p99 %.1f ms; ratio of p99 %.2f; %d bytes a connection%n",
                    at(alone, 0.5),
                    at(alone, 0.99),
                    MANY,
                    at(together, 0.5),
                    at(together, 0.99),
                    at(together, 0.99) / at(alone, 0.99),
                    each);
        }
    }

    private void subscribe(RunningService service, Selector selector, int count) throws IOException {
        int port = Integer.parseInt(service.context().getEnvironment().getProperty("local.server.port", ""));
        byte[] request = ("GET /api/feed/events/live HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + RealParts.get().token("sam") + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("localhost", port));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        }
        await(selector, "heartbeat", count);
    }

    /** Milliseconds from each publishing to each arrival, 20 events a second. */
    private List<Double> run(RunningService service, Selector selector, int subscribers) throws IOException {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            String id = UUID.randomUUID().toString();
            long start = System.nanoTime();
            service.publish("team.impediments", id, """
                    {"title":"The vault is shut","visibility":"TEAM","scopes":["payments"]}""");
            await(selector, id, subscribers).forEach(arrived -> taken.add((arrived - start) / 1e6));
            LockSupport.parkNanos(Math.max(0, 50_000_000 - (System.nanoTime() - start)));
        }
        return taken;
    }

    /** Reads until a word has reached every connection; returns when it did. */
    private List<Long> await(Selector selector, String word, int count) throws IOException {
        List<Long> arrivals = new ArrayList<>();
        Set<SelectionKey> heard = new HashSet<>();
        while (arrivals.size() < count) {
            selector.select(key -> {
                if (read(key).contains(word) && heard.add(key)) {
                    arrivals.add(System.nanoTime());
                }
            });
        }
        return arrivals;
    }

    private String read(SelectionKey key) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IllegalStateException("A stream has ended");
            }
            return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long used() {
        System.gc();
        System.gc();
        long buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return buffers
                + Runtime.getRuntime().totalMemory()
                - Runtime.getRuntime().freeMemory();
    }

    private static double at(List<Double> taken, double quantile) {
        return taken.stream().sorted().toList().get((int) (quantile * (taken.size() - 1)));
    }
}
