package io.guildhall.system.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.bson.Document;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.testing.FreePorts;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RealParts.Deed;
import io.guildhall.system.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Kills cop-service with SIGKILL at five chosen moments while three people write one page and teams tell what was worth
 * sharing, starts it again and lets them repeat what was not answered: every line that was acknowledged stands in the page once,
 * no page names a text that is not there, and each thing told is proposed as one page.
 */
class CopKillsIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final int WRITERS = 3;
    private static final int LINES = 6;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String installation = RealParts.installation();
    private final TrappedStore store = new TrappedStore();
    private final MongoServer server = new MongoServer(store);
    private final String uri = server.bindAndGetConnectionString();
    private final MongoClient client = MongoClients.create(uri);
    private final MongoDatabase database = client.getDatabase(installation + "_cop-service");
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

    private int port;
    private volatile Process service;
    private String community = "";

    @BeforeEach
    void start() throws IOException {
        port = FreePorts.one();
        service = launch();
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
        RealParts.get().publish(installation + ".team.people", "sam", 1, """
                {"name":"Sam","active":true,"links":[{"issuer":"%s","subject":"sam"}]}""".formatted(
                        RealParts.get().issuer()));
        soon().until(() -> get("/api/cop/communities").statusCode() == 200);
        community = untilAnswered("POST", "/api/cop/communities", "found", Map.of("name", "Craft", "purpose", "Learn"))
                .get("id")
                .stringValue();
    }

    @AfterEach
    void stop() {
        writers.shutdownNow();
        kill();
        client.close();
        server.shutdownNow();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceWhereverTheServiceWasKilled() throws IOException {
        int midway = WRITERS * LINES / 2;
        round("text without a page", midway, command -> "page_revisions".equals(command.get("insert")), true);
        round("page not written", midway, command -> "pages".equals(command.get("findAndModify")), false);
        round("page written, nobody told", midway, command -> "pages".equals(command.get("findAndModify")), true);
        round("proposal not made", LINES / 2, CopKillsIT::proposes, false);
        round("proposal made, not noted", LINES / 2, CopKillsIT::proposes, true);
    }

    private static boolean proposes(Document command) {
        return "pages".equals(command.get("insert")) && command.toString().contains("PROPOSED");
    }

    /**
     * @param nth of the fitting commands that is the service's last
     * @param carriedOut whether the store carries it out
     */
    private void round(String name, int nth, Predicate<Document> moment, boolean carriedOut) throws IOException {
        String page = untilAnswered(
                        "POST",
                        "/api/cop/communities/" + community + "/pages",
                        name,
                        Map.of("title", name, "text", text(List.of())))
                .get("id")
                .stringValue();
        AtomicInteger fitting = new AtomicInteger();
        store.killAt(command -> moment.test(command) && fitting.incrementAndGet() == nth, carriedOut, this::kill);
        List<CompletableFuture<Void>> work = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(page, name, writer), writers))
                .toList();
        IntStream.range(0, LINES).forEach(line -> tell(name, line));
        soon().until(() -> !service.isAlive());
        service = launch();
        work.forEach(CompletableFuture::join);
        comparePage(page);
        compareProposals(name);
        compareHistory();
    }

    /** Adds line after line below a heading of one's own; whatever is sent is sent twice. */
    private void write(String page, String round, int writer) {
        for (int line = 0; line < LINES; line++) {
            JsonNode seen = soon().until(() -> get("/api/cop/pages/" + page), found -> found.statusCode() == 200)
                    .body()
                    .transform(StateMapper.json()::readTree);
            String heading = "## Writer " + writer + "\n";
            Map<String, Object> body = Map.of(
                    "base", seen.get("revision").asInt(),
                    "title", round,
                    "text",
                            seen.get("text")
                                    .stringValue()
                                    .replace(heading, heading + "\n" + line(writer, line) + "\n"));
            String key = round + writer + "/" + line;
            untilAnswered("PUT", "/api/cop/pages/" + page + "/text", key, body);
            untilAnswered("PUT", "/api/cop/pages/" + page + "/text", key, body);
        }
    }

    private static String line(int writer, int line) {
        return "Writer " + writer + " wrote line " + line + ".";
    }

    private static String text(List<String> lines) {
        return IntStream.range(0, WRITERS)
                .mapToObj(writer -> "## Writer " + writer + "\n"
                        + lines.stream()
                                .filter(line -> line.startsWith("Writer " + writer + " "))
                                .map(line -> "\n" + line + "\n")
                                .collect(Collectors.joining())
                        + "\nWhat does not change\nbetween two writers.\n")
                .collect(Collectors.joining("\n"));
    }

    /** A cause is gone, and its fix is worth sharing; delivered twice. */
    private void tell(String round, int number) {
        String id = round + " " + number;
        Deed resolved = new Deed("guildhall.team.impediment-resolved.v1", "sam", Instant.parse("2026-11-24T00:00:00Z"));
        String state = """
                {"title":"%s","resolution":{"fix":"One build for all","causeRemoved":true,"sharedWith":"%s"}}""".formatted(id, community);
        RealParts.get().publish(installation + ".team.impediments", id, 1, resolved, state);
        RealParts.get().publish(installation + ".team.impediments", id, 1, resolved, state);
    }

    /** Every line of everybody is in the page once, and each revision follows on the one before. */
    private void comparePage(String page) {
        List<String> lines = IntStream.range(0, WRITERS)
                .boxed()
                .flatMap(writer -> IntStream.iterate(LINES - 1, line -> line >= 0, line -> line - 1)
                        .mapToObj(line -> line(writer, line)))
                .toList();
        JsonNode stored = StateMapper.toJson(
                database.getCollection("pages").find(Filters.eq("_id", page)).first());
        List<String> texts = texts(stored.get("state").get("text").stringValue());
        assertThat(texts.get(0)).isEqualTo(text(lines));
        assertThat(texts).hasSize(WRITERS * LINES + 1).doesNotHaveDuplicates();
    }

    /** The newest first. */
    private List<String> texts(@Nullable String newest) {
        List<String> texts = new ArrayList<>();
        String key = newest;
        while (key != null) {
            var revision = database.getCollection("page_revisions")
                    .find(Filters.eq("_id", key))
                    .first();
            assertThat(revision).as("the revision %s", key).isNotNull();
            texts.add(revision.getString("text"));
            key = revision.getString("previous");
        }
        return texts;
    }

    private void compareProposals(String round) {
        soon().untilAsserted(() -> {
            List<String> titles = new ArrayList<>();
            for (var page : database.getCollection("pages").find(Filters.eq("state.status", "PROPOSED"))) {
                JsonNode state = StateMapper.toJson(page).get("state");
                assertThat(texts(state.get("text").stringValue()))
                        .singleElement()
                        .asString()
                        .contains("One build for all");
                titles.add(state.get("title").stringValue());
            }
            assertThat(titles)
                    .filteredOn(title -> title.startsWith(round))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, LINES)
                            .mapToObj(number -> round + " " + number)
                            .toList());
        });
    }

    /** The topic tells of each page how it came about, each event at least once, and ends with what is stored. */
    private void compareHistory() {
        soon().until(() -> database.getCollection("pages").countDocuments(Filters.size("pending", 0))
                == database.getCollection("pages").countDocuments());
        Map<String, Map<String, JsonNode>> told = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> event : RealParts.get().log(installation + ".cop.pages")) {
            told.computeIfAbsent(event.key(), key -> new LinkedHashMap<>())
                    .putIfAbsent(
                            new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8),
                            StateMapper.json().readTree(event.value()).get("state"));
        }
        for (var document : database.getCollection("pages").find()) {
            assertThat(List.copyOf(told.remove(document.getString("_id")).values()))
                    .hasSize(document.getLong("version").intValue())
                    .endsWith(StateMapper.toJson(document.get("state")));
        }
        assertThat(told).isEmpty();
    }

    private JsonNode untilAnswered(String method, String path, String key, Map<String, Object> body) {
        HttpRequest command = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(
                        method,
                        HttpRequest.BodyPublishers.ofString(StateMapper.json().writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = soon().until(
                        () -> http.send(command, HttpResponse.BodyHandlers.ofString()),
                        given -> given.statusCode() < 300
                                // Just started, it has not read the people yet.
                                || !Set.of(403, 404, 503).contains(given.statusCode()));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return StateMapper.json().readTree(answer.body());
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).atMost(SOON).ignoreExceptionsInstanceOf(IOException.class);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + RealParts.get().token("sam"))
                .timeout(Duration.ofSeconds(10));
    }

    private Process launch() throws IOException {
        return ServiceProcess.launch(
                "cop-service", installation, List.of("--server.port=" + port, "--spring.mongodb.uri=" + uri));
    }

    /** Returns when it is gone. */
    private void kill() {
        service.destroyForcibly().onExit().join();
    }
}
