package io.guildhall.system.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.guildhall.platform.testing.FreePorts;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.system.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How long the built product takes to start, how big it is, and what it does in a second. Memory is read on Linux only. */
class ProductBenchmark {

    private static final int CONNECTIONS = 16;
    private static final int WEBHOOKS = 200;
    private static final Pattern CRANE = Pattern.compile("Crane (\\d+) stands");
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final Map<String, String> UNLIMITED =
            Map.of("GUILDHALL_LIMITS_PERSECOND", "1000000", "GUILDHALL_LIMITS_BURST", "1000000");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void starts(@TempDir Path data) throws Exception {
        for (String when : List.of("first start", "second start")) {
            long before = System.nanoTime();
            try (Product product = Product.start(data)) {
                assertThat(new Visitor(product).get("/api/team/me").statusCode())
                        .isEqualTo(401);
                System.out.printf(
                        "%s: %.1f s to the first routed answer, %d MB PSS%n",
                        when,
                        (System.nanoTime() - before) / 1e9,
                        kilobytes(product.pid(), "smaps_rollup", "Pss:") / 1024);
            }
        }
    }

    /** The parts are those of the tests, in this process; its memory, with everything else in it, is counted in. */
    @Test
    void startsAsSeparateProcesses() throws Exception {
        RealParts parts = RealParts.get();
        String installation = RealParts.installation();
        Map<String, Integer> ports = new TreeMap<>();
        for (String service : List.of("team-service", "roadmap-service", "feed-service", "gateway")) {
            ports.put(service, FreePorts.one());
        }
        List<Process> processes = new ArrayList<>();
        try {
            long before = System.nanoTime();
            for (String service : ports.keySet()) {
                processes.add(launch(service, ports, parts, installation));
            }
            for (Map.Entry<String, Integer> service : ports.entrySet()) {
                awaitStatus(service.getValue(), "/actuator/health/readiness", 200);
            }
            awaitStatus(ports.getOrDefault("gateway", 0), "/api/team/me", 401);
            double seconds = (System.nanoTime() - before) / 1e9;
            long services = 0;
            for (Process process : processes) {
                services += kilobytes(process.pid(), "smaps_rollup", "Pss:");
            }
            System.out.printf(
                    "four processes: %.1f s until all are ready, %d MB PSS, and %d MB with this one that holds the parts%n",
                    seconds,
                    services / 1024,
                    (services + kilobytes(ProcessHandle.current().pid(), "smaps_rollup", "Pss:")) / 1024);
        } finally {
            for (Process process : processes) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static Process launch(String service, Map<String, Integer> ports, RealParts parts, String installation)
            throws IOException {
        List<String> settings = new ArrayList<>(List.of("--server.port=" + ports.get(service)));
        if (service.equals("gateway")) {
            settings.add("--guildhall.identity.issuer=" + parts.issuer());
            settings.add("--guildhall.services.team=http://localhost:" + ports.get("team-service"));
        }
        return ServiceProcess.launch(service, installation, settings);
    }

    private void awaitStatus(int port, String path, int status) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> http.send(request, BodyHandlers.discarding()).statusCode() == status);
    }

    @Test
    void listsAndCreates(@TempDir Path data) throws Exception {
        try (Product product = Product.start(data, UNLIMITED)) {
            Visitor admin = new Visitor(product);
            admin.signIn("admin");
            String id = team(admin);
            String impediment = "{\"title\":\"Crane %d stands still\",\"team\":\"" + id + "\"}";
            for (int i = 0; i < 200; i++) {
                assertThat(admin.post("/api/team/impediments", impediment.formatted(i))
                                .statusCode())
                        .isEqualTo(201);
            }
            HttpRequest list = admin.ask("/api/team/impediments?state=OPEN&limit=25&team=" + id);
            measure("list of 25 filtered impediments", 200, any -> list);
            measure("create with its event", 201, n -> admin.command("/api/team/impediments", impediment.formatted(n)));
            long start = System.nanoTime();
            String last = Visitor.body(admin.post("/api/team/impediments", impediment.formatted(0)))
                    .get("id")
                    .stringValue();
            HttpRequest told = admin.ask("/api/feed/events?subject=" + last);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> http.send(told, BodyHandlers.ofString()).body().contains(last));
            System.out.printf(
                    "after that, the event log has all of it %.1f s later%n", (System.nanoTime() - start) / 1e9);
            HttpRequest newest = admin.ask("/api/feed/events?limit=25");
            for (int i = 0; i < 5; i++) {
                long asked = System.nanoTime();
                String page = http.send(newest, BodyHandlers.ofString()).body();
                System.out.printf(
                        "the newest 25 of %s events: %.0f ms%n",
                        page.replaceAll("(?s).*?\"position\":(\\d+).*", "$1"), (System.nanoTime() - asked) / 1e6);
            }
        }
    }

    /** From a write being sent to the gateway to its webhook having reached a receiver that does nothing else. */
    @Test
    void tellsAWebhook(@TempDir Path data) throws Exception {
        Map<Integer, Long> arrivals = new ConcurrentHashMap<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            Matcher crane = CRANE.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (crane.find()) {
                arrivals.putIfAbsent(Integer.valueOf(crane.group(1)), System.nanoTime());
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        Map<String, String> settings = new HashMap<>(UNLIMITED);
        settings.put("GUILDHALL_OUTGOING_ALLOWED", "127.0.0.1/32");
        try (Product product = Product.start(data, settings)) {
            Visitor admin = new Visitor(product);
            admin.signIn("admin");
            String team = team(admin);
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
            assertThat(admin.post("/api/feed/webhooks", "{\"url\":\"" + url + "\"}")
                            .statusCode())
                    .isEqualTo(201);
            List<Double> written = new ArrayList<>();
            List<Double> told = new ArrayList<>();
            for (int i = 0; i < 2 * WEBHOOKS; i++) {
                int crane = i;
                long start = System.nanoTime();
                assertThat(admin.post(
                                        "/api/team/impediments",
                                        "{\"title\":\"Crane %d stands still\",\"team\":\"%s\"}".formatted(i, team))
                                .statusCode())
                        .isEqualTo(201);
                long answered = System.nanoTime();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> arrivals.containsKey(crane));
                if (i >= WEBHOOKS) {
                    written.add((answered - start) / 1e6);
                    told.add((arrivals.getOrDefault(crane, 0L) - start) / 1e6);
                }
            }
            written.sort(null);
            told.sort(null);
            System.out.printf(
                    "%d writes, one after the other: answered p50 %.1f, p99 %.1f ms; at the receiver p50 %.1f, p99 %.1f ms%n",
                    WEBHOOKS,
                    written.get(WEBHOOKS / 2),
                    written.get(WEBHOOKS * 99 / 100),
                    told.get(WEBHOOKS / 2),
                    told.get(WEBHOOKS * 99 / 100));
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void imports(@TempDir Path data) throws Exception {
        Path files = Path.of(System.getProperty("guildhall.import", "../../shared/data/kubernetes"));
        try (Product product = Product.start(data)) {
            Visitor admin = new Visitor(product);
            admin.signIn("admin");
            long before = kilobytes(product.pid(), "status", "VmHWM:");
            long start = System.nanoTime();
            int rows = imported(admin, "team", "catalog", "text/yaml", files.resolve("catalog.yaml"))
                    + imported(admin, "roadmap", "features", "text/csv", files.resolve("features.csv"));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "import of %d rows, dry run and apply: %.1f s, %.0f rows a second; peak %d MB resident, %d before%n",
                    rows, seconds, rows / seconds, kilobytes(product.pid(), "status", "VmHWM:") / 1024, before / 1024);
        }
    }

    private static int imported(Visitor admin, String service, String kind, String type, Path file) throws Exception {
        String path = "/api/" + service + "/imports";
        var given = admin.upload(path + "?kind=" + kind + "&file=" + file.getFileName(), type, file);
        assertThat(given.statusCode()).as(given.body()).isLessThan(300);
        String id = Visitor.body(given).get("id").stringValue();
        String version = "\"" + Visitor.body(given).get("version").longValue() + "\"";
        var applied = admin.post(path + "/" + id + "/apply", "", Map.of("If-Match", version));
        assertThat(applied.statusCode()).as(applied.body()).isLessThan(300);
        JsonNode report = Visitor.body(applied);
        while (report.get("status").stringValue().equals("APPLYING")) {
            Thread.sleep(50);
            report = Visitor.body(admin.get(path + "/" + id));
        }
        assertThat(report.get("status").stringValue()).isEqualTo("APPLIED");
        return report.get("rows").intValue();
    }

    /** Founds a product and a team in it. */
    private static String team(Visitor admin) throws Exception {
        admin.post("/api/team/units", "{\"kind\":\"PRODUCT\",\"name\":\"Harbour\"}");
        JsonNode team = Visitor.body(
                admin.post("/api/team/units", "{\"kind\":\"TEAM\",\"name\":\"Tides\",\"parent\":\"product\"}"));
        return team.get("id").stringValue();
    }

    private void measure(String what, int status, IntFunction<HttpRequest> request) throws Exception {
        load(status, request, WARM_UP);
        List<Long> nanos = load(status, request, LENGTH);
        System.out.printf(
                "%s: %.0f a second at %d connections, p50 %.1f ms, p99 %.1f ms%n",
                what,
                nanos.size() / (double) LENGTH.toSeconds(),
                CONNECTIONS,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6);
    }

    private List<Long> load(int status, IntFunction<HttpRequest> request, Duration length) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long end = System.nanoTime() + length.toNanos();
            List<Future<List<Long>>> loops = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int client = i;
                loops.add(clients.submit(() -> {
                    List<Long> nanos = new ArrayList<>();
                    for (int n = client; System.nanoTime() < end; n += CONNECTIONS) {
                        long start = System.nanoTime();
                        assertThat(http.send(request.apply(n), BodyHandlers.ofByteArray())
                                        .statusCode())
                                .isEqualTo(status);
                        nanos.add(System.nanoTime() - start);
                    }
                    return nanos;
                }));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> loop : loops) {
                all.addAll(loop.get());
            }
            all.sort(null);
            return all;
        } finally {
            clients.shutdownNow();
        }
    }

    private static long kilobytes(long pid, String file, String field) throws IOException {
        Path facts = Path.of("/proc", Long.toString(pid), file);
        if (!Files.exists(facts)) {
            return 0;
        }
        return Files.readAllLines(facts).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
