package io.guildhall.cop.files;

import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.GRACE;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.files.FileExamples.image;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guildhall.cop.RunningCommunities;
import io.guildhall.platform.testing.RealParts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of pages over HTTP, on a real store, broker and token check. */
class FilesIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] BOARD = image("png", 40, 30, 0x336699);

    private static RunningCommunities running;

    private String community = "";

    @BeforeAll
    static void start() {
        running = RunningCommunities.start(
                RealParts.installation(),
                Map.of(
                        "guildhall.cop.files.most", "5",
                        "guildhall.cop.files.space", "12MB"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void aCommunityOfPriyaAndAmara() {
        community = running.communityOf(PRIYA, "{\"name\":\"Craft\"}");
        running.post(AMARA, community + "/join", "");
    }

    @Test
    void anImageIsGivenShownAndNeverAskedForAgain() {
        HttpResponse<byte[]> given = give(AMARA, community, "The board.PNG", BOARD);
        assertThat(given.statusCode()).as(text(given)).isEqualTo(201);
        JsonNode file = JSON.readTree(given.body());
        String path = file.path("path").asString();
        assertThat(given.headers().firstValue("Location")).hasValue(path);
        assertThat(file.path("image").asBoolean()).isTrue();
        assertThat(file.path("width").asInt()).isEqualTo(40);
        assertThat(file.path("name").asString()).isEqualTo("The board.png");

        HttpResponse<byte[]> got = get(DEV, path, Map.of());
        assertThat(got.body()).isEqualTo(BOARD);
        assertThat(got.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(header(got, "Content-Disposition")).startsWith("inline;").contains("board.png");
        assertThat(header(got, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(got, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(header(got, "Cache-Control")).contains("private", "max-age=31536000", "immutable");
        assertThat(got.headers().allValues("Vary").toString()).contains("Cookie");
        HttpResponse<byte[]> again = get(DEV, path, Map.of("If-None-Match", header(got, "ETag")));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        String page = running.post(AMARA, community + "/pages", """
                {"title":"A page","text":"![The board](%s) and <img src='%s' alt='x'>"}""".formatted(path, path))
                .body();
        assertThat(JSON.readTree(page).path("html").asString()).contains("<img src=\"" + path + "\" alt=\"The board\"");
    }

    @Test
    void whatIsNoImageIsOnlySaved() {
        byte[] table = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);

        String path = path(give(PRIYA, community, "täble.csv", table));

        HttpResponse<byte[]> got = get(DEV, path, Map.of());
        assertThat(got.body()).isEqualTo(table);
        assertThat(header(got, "Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(header(got, "Content-Disposition")).startsWith("attachment;").contains("t%C3%A4ble.csv");
    }

    @Test
    void theSameFileIsKeptOnceInACommunityAndApartInAnother() {
        String path = path(give(PRIYA, community, "a.png", BOARD));

        assertThat(path(give(AMARA, community, "b.png", BOARD))).isEqualTo(path);
        String other = running.communityOf(PRIYA, "{\"name\":\"Chapter\"}");
        assertThat(path(give(PRIYA, other, "a.png", BOARD))).isNotEqualTo(path);
    }

    @Test
    void filesOfAPrivateCommunityAreItsMembersAlone() {
        String secret = running.communityOf(PRIYA, "{\"name\":\"Masters\",\"visibility\":\"TEAM\"}");
        String path = path(give(PRIYA, secret, "a.png", BOARD));

        assertThat(get(PRIYA, path, Map.of()).statusCode()).isEqualTo(200);
        for (String other : new String[] {AMARA, DEV, CARLA, GRACE}) {
            assertThat(get(other, path, Map.of()).statusCode()).as(other).isEqualTo(404);
            assertThat(text(get(other, path, Map.of()))).doesNotContain(secret.substring(secret.lastIndexOf('/') + 1));
            assertThat(give(other, secret, "a.png", BOARD).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
    }

    @Test
    void onlyMembersGiveFiles() {
        assertThat(give(DEV, community, "a.png", BOARD).statusCode()).isEqualTo(403);
        assertThat(can(AMARA)).contains("AddFile");
        assertThat(can(DEV)).doesNotContain("AddFile");
    }

    @Test
    void refusalsSayWhatToDo() {
        HttpResponse<byte[]> html =
                give(PRIYA, community, "a.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        assertThat(html.statusCode()).isEqualTo(422);
        assertThat(text(html)).contains("file-of-another-kind");

        HttpResponse<byte[]> large = give(PRIYA, community, "a.txt", new byte[(10 << 20) + 1]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(text(large)).contains("file-too-long");
    }

    @Test
    void aCommunityKeepsSoManyAndNotMore() {
        for (int i = 0; i < 5; i++) {
            assertThat(give(PRIYA, community, "a.png", image("png", 9, 9, i)).statusCode())
                    .isEqualTo(201);
        }

        HttpResponse<byte[]> full = give(PRIYA, community, "a.png", BOARD);
        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(text(full)).contains("files-full");
        assertThat(give(PRIYA, community, "a.png", image("png", 9, 9, 0)).statusCode())
                .as("what is there already")
                .isEqualTo(201);
    }

    @Test
    void noMemberFillsItAlone() {
        assertThat(give(AMARA, community, "a.png", image("png", 9, 9, 1)).statusCode())
                .isEqualTo(201);

        HttpResponse<byte[]> second = give(AMARA, community, "a.png", image("png", 9, 9, 2));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(text(second)).contains("files-full-of-yours");
        assertThat(give(PRIYA, community, "a.png", BOARD).statusCode())
                .as("others")
                .isEqualTo(201);
    }

    @Test
    void noTextNamesWhatIsGone() {
        String gone = path(give(PRIYA, community, "a.png", BOARD));
        running.service().context().getBean(Files.class).forget(Instant.now().plusSeconds(60), 100);

        HttpResponse<String> refused =
                running.post(PRIYA, community + "/pages", "{\"title\":\"A page\",\"text\":\"![x](" + gone + ")\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("files-gone", gone);
        String page = running.post(PRIYA, community + "/pages", "{\"title\":\"A page\",\"text\":\"x\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(running.post(
                                AMARA,
                                page + "/changes",
                                "{\"base\":1,\"title\":\"A page\",\"text\":\"![x](" + gone + ")\"}")
                        .statusCode())
                .isEqualTo(409);

        give(PRIYA, community, "a.png", BOARD);
        assertThat(running.post(PRIYA, community + "/pages", "{\"title\":\"A page\",\"text\":\"![x](" + gone + ")\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aLeadTakesAwayWhatShouldNotHaveBeenGivenAndThePageStaysWritable() {
        String path = path(give(AMARA, community, "secret.png", BOARD));
        HttpResponse<String> page = running.post(
                AMARA, community + "/pages", "{\"title\":\"A page\",\"text\":\"![x](%s)\"}".formatted(path));
        String at = page.headers().firstValue("Location").orElseThrow();

        assertThat(running.get(AMARA, community + "/files").statusCode()).isEqualTo(403);
        assertThat(running.delete(AMARA, path, Map.of()).statusCode()).isEqualTo(403);
        JsonNode kept = RunningCommunities.body(running.get(PRIYA, community + "/files"))
                .path("items")
                .path(0);
        assertThat(kept.path("path").asString()).isEqualTo(path);
        assertThat(kept.path("kept").asBoolean()).isTrue();
        assertThat(kept.path("by").path("id").asString()).isEqualTo(AMARA);

        assertThat(running.delete(PRIYA, path, Map.of()).statusCode()).isEqualTo(204);
        assertThat(get(AMARA, path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(running.delete(PRIYA, path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(RunningCommunities.body(running.get(PRIYA, community + "/files"))
                        .path("items")
                        .isEmpty())
                .isTrue();
        HttpResponse<String> seen = running.get(AMARA, at);
        assertThat(running.put(
                                AMARA,
                                at + "/text",
                                "{\"base\":1,\"title\":\"A page\",\"text\":\"![x](%s) and more\"}".formatted(path),
                                seen)
                        .statusCode())
                .isEqualTo(200);
        assertThat(path(give(AMARA, community, "again.png", BOARD)))
                .as("as if it were new")
                .isEqualTo(path);
        assertThat(get(AMARA, path, Map.of()).body()).isEqualTo(BOARD);
    }

    @Test
    void filesOfAPrivateCommunityAreListedForItsLeadsAlone() {
        String secret = running.communityOf(PRIYA, "{\"name\":\"Secret\",\"visibility\":\"TEAM\"}");
        String path = path(give(PRIYA, secret, "a.png", BOARD));
        assertThat(running.get(DEV, secret + "/files").statusCode()).isEqualTo(404);
        assertThat(running.delete(DEV, path, Map.of()).statusCode()).isEqualTo(404);
        assertThat(get(PRIYA, path, Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void largeFilesComeBackAsTheyWereAndTakeTheSpaceOfTheirCommunity() {
        byte[] document = noise(9 << 20);

        assertThat(get(PRIYA, path(give(PRIYA, community, "a.pdf", document)), Map.of())
                        .body())
                .isEqualTo(document);
        assertThat(give(PRIYA, community, "b.pdf", noise(4 << 20)).statusCode()).isEqualTo(409);
    }

    @Test
    void whatNoTextNamesIsForgottenAndWhatOneEverNamedStays() {
        String unused = path(give(PRIYA, community, "a.png", BOARD));
        String used = path(give(PRIYA, community, "a.png", image("png", 9, 9, 1)));
        String proposed = path(give(PRIYA, community, "a.png", image("png", 9, 9, 2)));
        String page = running.post(
                        PRIYA, community + "/pages", "{\"title\":\"A page\",\"text\":\"![x](" + used + ")\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        running.service()
                .send(
                        "PUT",
                        RealParts.get().token(PRIYA),
                        page + "/text",
                        "{\"base\":1,\"title\":\"A page\",\"text\":\"no more\"}",
                        Map.of());
        running.post(
                AMARA,
                page + "/changes",
                "{\"base\":2,\"title\":\"A page\",\"text\":\"<img src='" + proposed + "'>\"}");

        MongoDatabase store = running.service().context().getBean(MongoDatabase.class);
        running.service().context().getBean(ForgetFiles.class).sweep();
        assertThat(get(PRIYA, unused, Map.of()).statusCode())
                .as("for a day it stays")
                .isEqualTo(200);
        running.service().context().getBean(Files.class).forget(Instant.now().plusSeconds(60), 100);
        assertThat(get(PRIYA, unused, Map.of()).statusCode()).isEqualTo(404);
        assertThat(get(PRIYA, used, Map.of()).body()).isNotEmpty();
        assertThat(get(PRIYA, proposed, Map.of()).body()).isNotEmpty();
        String id = unused.substring(unused.lastIndexOf('/') + 1);
        assertThat(store.getCollection("file_parts").countDocuments(Filters.regex("_id", "^" + id)))
                .isZero();
        assertThat(path(give(PRIYA, community, "a.png", BOARD))).isEqualTo(unused);
        assertThat(get(PRIYA, unused, Map.of()).body()).isEqualTo(BOARD);
    }

    private static byte[] noise(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 8);
        return content;
    }

    private String can(String who) {
        return RunningCommunities.body(running.get(who, community)).path("can").toString();
    }

    private static String path(HttpResponse<byte[]> given) {
        assertThat(given.statusCode()).as(text(given)).isEqualTo(201);
        return JSON.readTree(given.body()).path("path").asString();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> give(String who, String community, String name, byte[] content) {
        return send(
                who,
                request(community + "/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    private static HttpResponse<byte[]> get(String who, String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::setHeader);
        return send(who, request);
    }

    private static HttpRequest.Builder request(String path) {
        String port = running.service().context().getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<byte[]> send(String who, HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.header("Authorization", "Bearer " + RealParts.get().token(who))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
