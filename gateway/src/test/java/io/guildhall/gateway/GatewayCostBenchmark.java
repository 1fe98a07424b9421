package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.guildhall.bare.BareGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What a request costs the gateway in processor time, with a token and with a session, beside a gateway of one route that
 * checks nothing. Each runs in a process of its own before the same service, in turns.
 */
class GatewayCostBenchmark {

    private static final int CONNECTIONS = 16;
    private static final int TURNS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration TURN = Duration.ofSeconds(4);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);

    /** @param cpu in the gateway's process, in microseconds a request */
    private record Cost(double cpu, double perSecond, double p99Millis) {}

    @Test
    void measure() throws Exception {
        HttpServer service = service();
        MongoServer store = new MongoServer(new MemoryBackend());
        store.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        int port = House.freePort();
        int barePort = House.freePort();
        String target = "http://localhost:" + service.getAddress().getPort();
        Provider provider = Provider.start(House.freePort(), port, Duration.ofHours(1));
        Process own = launch(
                Gateway.class,
                "--server.port=" + port,
                "--server.address=localhost",
                "--spring.mongodb.uri=mongodb:/" + store.getLocalAddress(),
                "--guildhall.identity.issuer=" + provider.issuer(),
                "--guildhall.identity.client-secret=" + Provider.SECRET,
                "--guildhall.services.team=" + target,
                "--guildhall.portal=classpath:/test-portal/",
                "--guildhall.limits.per-second=1000000",
                "--guildhall.limits.burst=1000000");
        Process bare = launch(BareGateway.class, Integer.toString(barePort), target);
        try {
            String path = "/api/team/impediments?state=OPEN&limit=25";
            URI toOwn = URI.create("http://localhost:" + port + path);
            URI toBare = URI.create("http://localhost:" + barePort + path);
            String token = "Bearer " + provider.accessToken("script");
            HttpRequest withToken =
                    HttpRequest.newBuilder(toOwn).header("Authorization", token).build();
            HttpRequest unchecked = HttpRequest.newBuilder(toBare)
                    .header("Authorization", token)
                    .build();
            awaitAnswer(withToken);
            awaitAnswer(unchecked);
            Browser browser = new Browser("http://localhost:" + port);
            browser.signIn("anna", "/");
            HttpRequest withSession = HttpRequest.newBuilder(toOwn)
                    .header("Cookie", Browser.SESSION + "=" + browser.cookie(Browser.SESSION))
                    .build();

            List<HttpRequest> requests = List.of(unchecked, withToken, withSession);
            List<Process> processes = List.of(bare, own, own);
            for (int i = 0; i < requests.size(); i++) {
                load(requests.get(i), processes.get(i), WARM_UP);
            }
            List<List<Cost>> costs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int turn = 0; turn < TURNS; turn++) {
                for (int i = 0; i < requests.size(); i++) {
                    costs.get(i).add(load(requests.get(i), processes.get(i), TURN));
                }
            }
            List<String> names = List.of("bare gateway", "with a token", "with a session");
            for (int i = 0; i < names.size(); i++) {
                System.out.printf(
                        "%-15s CPU %.0f us a request (%.2f of bare), %.0f requests/s, p99 %.1f ms%n",
                        names.get(i),
                        median(costs.get(i).stream().mapToDouble(Cost::cpu).toArray()),
                        median(costs.get(i).stream().mapToDouble(Cost::cpu).toArray())
                                / median(costs.get(0).stream()
                                        .mapToDouble(Cost::cpu)
                                        .toArray()),
                        median(costs.get(i).stream()
                                .mapToDouble(Cost::perSecond)
                                .toArray()),
                        median(costs.get(i).stream()
                                .mapToDouble(Cost::p99Millis)
                                .toArray()));
            }
        } finally {
            own.destroyForcibly().waitFor();
            bare.destroyForcibly().waitFor();
            clients.shutdownNow();
            provider.close();
            store.shutdownNow();
            service.stop(0);
        }
    }

    private Cost load(HttpRequest request, Process gateway, Duration length) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        Duration before = cpu(gateway);
        List<Future<List<Long>>> loops = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            loops.add(clients.submit(() -> {
                List<Long> nanos = new ArrayList<>();
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    assertThat(http.send(request, BodyHandlers.ofByteArray()).statusCode())
                            .isEqualTo(200);
                    nanos.add(System.nanoTime() - start);
                }
                return nanos;
            }));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> loop : loops) {
            all.addAll(loop.get());
        }
        Duration spent = cpu(gateway).minus(before);
        all.sort(null);
        return new Cost(
                spent.toNanos() / 1e3 / all.size(),
                all.size() / (length.toMillis() / 1e3),
                all.get(all.size() * 99 / 100) / 1e6);
    }

    private static Duration cpu(Process process) {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private void awaitAnswer(HttpRequest request) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> http.send(request, BodyHandlers.discarding()).statusCode() == 200);
    }

    private static Process launch(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", main.getSimpleName() + ".log").toFile())
                .start();
    }

    /** Answers at once with as much as a page of 25 impediments. */
    private static HttpServer service() throws IOException {
        byte[] page = ("{\"items\":[\"" + "x".repeat(20_000) + "\"]}").getBytes(StandardCharsets.UTF_8);
        // Otherwise each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newFixedThreadPool(CONNECTIONS));
        service.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        service.start();
        return service;
    }
}
