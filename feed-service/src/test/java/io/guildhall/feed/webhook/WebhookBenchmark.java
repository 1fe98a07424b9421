package io.guildhall.feed.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.feed.webhook.WebhookFixture.Stores;
import io.guildhall.platform.testing.RealParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * From an event being published on Kafka to its arrival at webhooks: at one endpoint, at a hundred, and at the other
 * ninety-nine when one of them takes requests and never answers; in one run, on real parts.
 *
 * <p>The figures are in docs/benchmarks.md.
 */
class WebhookBenchmark {

    private static final int MANY = Integer.getInteger("benchmark.endpoints", 100);
    private static final int EVENTS = Integer.getInteger("benchmark.events", 100);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]*)\"");

    private final Map<String, List<Long>> arrivals = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void measure() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/well", this::take);
        server.createContext("/hangs", this::hang);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        try (WebhookFixture house = new WebhookFixture()) {
            for (int i = 0; i <= MANY / Webhooks.MOST; i++) {
                house.service.publish("team.people", "reader-" + i, """
                        {"name":"Reader","active":true,"links":[{"issuer":"%s","subject":"reader-%d"}]}""".formatted(
                                RealParts.get().issuer(), i));
            }
            run(house, url, 1, 0);
            List<Double> one = run(house, url, 1, 0);
            List<Double> all = run(house, url, MANY, 0);
            List<Double> others = run(house, url, MANY - 1, 1);
            System.out.printf(
                    "one: p50 %.1f ms, p99 %.1f ms; %d: p50 %.1f, p99 %.1f ms; beside one that hangs: p50 %.1f, p99 %.1f ms;"
                            + " ratio of p99 %.2f%n",
                    at(one, 0.5),
                    at(one, 0.99),
                    MANY,
                    at(all, 0.5),
                    at(all, 0.99),
                    at(others, 0.5),
                    at(others, 0.99),
                    at(others, 0.99) / at(all, 0.99));
        } finally {
            over.countDown();
            server.stop(0);
            threads.shutdownNow();
        }
    }

    /** Milliseconds from each publishing to each arrival at those that are well. */
    private List<Double> run(WebhookFixture house, String url, int well, int hanging) throws InterruptedException {
        Stores stores = house.stores();
        for (int i = 0; i < well + hanging; i++) {
            house.webhook(stores, "reader-" + i / Webhooks.MOST, url + (i < well ? "/well/" : "/hangs/") + i);
        }
        Couriers engine = house.engine(stores, WebhookFixture.properties());
        while (engine.held() < well + hanging) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            String id = UUID.randomUUID().toString();
            awaited.put(id, new CountDownLatch(well));
            long start = System.nanoTime();
            house.service.publish(
                    "team.impediments",
                    id,
                    "{\"title\":\"The vault is shut\",\"visibility\":\"ORGANIZATION\",\"scopes\":[\"payments\"]}");
            awaited.get(id).await();
            arrivals.remove(id).forEach(arrived -> taken.add((arrived - start) / 1e6));
            LockSupport.parkNanos(Math.max(0, STEP.toNanos() - (System.nanoTime() - start)));
        }
        engine.stop();
        return taken;
    }

    private void take(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        Matcher subject = SUBJECT.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
        CountDownLatch latch = subject.find() ? awaited.get(subject.group(1)) : null;
        if (latch != null && latch.getCount() > 0) {
            arrivals.computeIfAbsent(subject.group(1), any -> new CopyOnWriteArrayList<>())
                    .add(now);
            latch.countDown();
        }
    }

    private void hang(HttpExchange exchange) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static double at(List<Double> taken, double quantile) {
        return taken.stream().sorted().toList().get((int) (quantile * (taken.size() - 1)));
    }
}
