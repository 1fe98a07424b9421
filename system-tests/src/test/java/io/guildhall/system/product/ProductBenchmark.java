package io.guildhall.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How long the built product takes to start, how big it is, and what it does in a second. Memory is read on Linux only. */
class ProductBenchmark {

    private static final int CONNECTIONS = 16;
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
                        when, (System.nanoTime() - before) / 1e9, kilobytes(product, "smaps_rollup", "Pss:") / 1024);
            }
        }
    }

    @Test
    void listsAndCreates(@TempDir Path data) throws Exception {
        try (Product product = Product.start(data, UNLIMITED)) {
            Visitor admin = new Visitor(product);
            admin.signIn("admin");
            admin.post("/api/team/units", "{\"kind\":\"PRODUCT\",\"name\":\"Harbour\"}");
            JsonNode team = Visitor.body(
                    admin.post("/api/team/units", "{\"kind\":\"TEAM\",\"name\":\"Tides\",\"parent\":\"product\"}"));
            String id = team.get("id").stringValue();
            String impediment = "{\"title\":\"Crane %d stands still\",\"team\":\"" + id + "\"}";
            for (int i = 0; i < 200; i++) {
                assertThat(admin.post("/api/team/impediments", impediment.formatted(i))
                                .statusCode())
                        .isEqualTo(201);
            }
            HttpRequest list = admin.ask("/api/team/impediments?state=OPEN&limit=25&team=" + id);
            measure("list of 25 filtered impediments", 200, any -> list);
            measure("create with its event", 201, n -> admin.command("/api/team/impediments", impediment.formatted(n)));
        }
    }

    @Test
    void imports(@TempDir Path data) throws Exception {
        Path files = Path.of(System.getProperty("guildhall.import", "../../shared/data/kubernetes"));
        try (Product product = Product.start(data)) {
            Visitor admin = new Visitor(product);
            admin.signIn("admin");
            long before = kilobytes(product, "status", "VmHWM:");
            long start = System.nanoTime();
            int rows = imported(admin, "team", "catalog", "text/yaml", files.resolve("catalog.yaml"))
                    + imported(admin, "roadmap", "features", "text/csv", files.resolve("features.csv"));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "import of %d rows, dry run and apply: %.1f s, %.0f rows a second; peak %d MB resident, %d before%n",
                    rows, seconds, rows / seconds, kilobytes(product, "status", "VmHWM:") / 1024, before / 1024);
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

    private static long kilobytes(Product product, String file, String field) throws IOException {
        Path facts = Path.of("/proc", Long.toString(product.pid()), file);
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
