package io.guildhall.cop.folders;

import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static io.guildhall.cop.files.FileExamples.image;
import static io.guildhall.cop.files.FileExamples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.cop.RunningCommunities;
import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.pages.WritePage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.testing.RealParts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Playbooks as folders over HTTP, on a real store, broker and token check. */
class FolderIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static RunningCommunities running;

    private String community = "";
    private String page = "";
    private String image = "";

    @BeforeAll
    static void start() {
        running = RunningCommunities.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void aPlaybookOfPriyaAndAmara() {
        community = running.communityOf(PRIYA, "{\"name\":\"Craft\"}");
        running.post(AMARA, community + "/join", "");
        image = JSON.readTree(send(
                                PRIYA,
                                request(community + "/files?name=The%20board.png")
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(image("png", 9, 9, 7))))
                        .body())
                .path("path")
                .asString();
        page = written("How we decide", "Look:\n\n![The board](" + image + ")\n\nThree\n\nFour\n\nFive");
        String published = running.post(
                        PRIYA,
                        page + "/publish",
                        "{\"reviewBy\":\"%s\"}"
                                .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(40)),
                        running.get(PRIYA, page))
                .body();
        assertThat(published).contains("PUBLISHED");
        written("Begin", "First [decide](/pages/" + id(page) + "#h-why), then see <img src='" + image + "' alt='x'>.");
    }

    @Test
    void twoExportsOfOneStateAreEqualToTheByte() {
        byte[] first = export(PRIYA, community);

        assertThat(export(PRIYA, community)).isEqualTo(first);
        Map<String, String> folder = unpacked(first);
        assertThat(folder.keySet()).hasSize(3).contains("begin.md", "how-we-decide.md");
        String file = folder.keySet().stream()
                .filter(path -> path.startsWith("files/"))
                .findFirst()
                .orElseThrow();
        assertThat(file).matches("files/the-board-[0-9a-f]{16}\\.png");
        assertThat(folder.get("begin.md"))
                .contains("title: \"Begin\"", "status: DRAFT", "owner: \"priya (priya)\"", "id: ", "revision: 1")
                .endsWith("First [decide](how-we-decide.md#h-why), then see <img src='" + file + "' alt='x'>.\n");
        assertThat(folder.get("how-we-decide.md")).contains("review-by: ", "![The board](" + file + ")");
    }

    @Test
    void whatComesBackFromAnotherCommunityIsTheSame() {
        byte[] given = export(PRIYA, community);
        String other = running.communityOf(PRIYA, "{\"name\":\"Chapter\"}");

        assertThat(verdicts(bring(PRIYA, other, given, false))).containsOnly("NEW");
        assertThat(unpacked(export(PRIYA, other))).as("a preview does nothing").isEmpty();
        HttpResponse<byte[]> brought = bring(PRIYA, other, given, true);
        assertThat(verdicts(brought)).as(text(brought)).containsOnly("NEW");

        assertThat(withoutIds(unpacked(export(PRIYA, other)))).isEqualTo(withoutIds(unpacked(given)));
        assertThat(verdicts(bring(PRIYA, other, given, true))).containsOnly("UNCHANGED");
        assertThat(verdicts(bring(PRIYA, community, given, true))).containsOnly("UNCHANGED");
        Map<String, String> changed = unpacked(given);
        changed.computeIfPresent("begin.md", (path, text) -> text.replace("First", "At first"));
        assertThat(verdicts(bring(PRIYA, other, packed(changed), true))).containsExactly("CHANGED", "UNCHANGED");
        changed.computeIfPresent("begin.md", (path, text) -> text.replace("At first", "At the very first"));
        assertThat(verdicts(bring(PRIYA, other, packed(changed), true))).containsExactly("CHANGED", "UNCHANGED");
    }

    @Test
    void whatWasWrittenOnBothSidesIsBroughtTogetherOrShown() {
        Map<String, String> folder = unpacked(export(PRIYA, community));
        folder.computeIfPresent("how-we-decide.md", (path, text) -> text.replace("Five", "5"));
        write(page, 1, "Look:\n\n![The board](" + image + ")\n\n3\n\nFour\n\nFive");

        JsonNode preview =
                JSON.readTree(bring(PRIYA, community, packed(folder), false).body());
        assertThat(verdicts(preview)).containsExactly("UNCHANGED", "MERGED");
        assertThat(body(running.get(PRIYA, page)).path("revision").asInt()).isEqualTo(2);
        assertThat(verdicts(bring(PRIYA, community, packed(folder), true))).containsExactly("UNCHANGED", "MERGED");
        assertThat(body(running.get(PRIYA, page)).path("text").asString()).endsWith("3\n\nFour\n\n5");
        assertThat(verdicts(bring(PRIYA, community, packed(folder), true)))
                .as("again")
                .containsExactly("UNCHANGED", "UNCHANGED");

        folder.computeIfPresent("how-we-decide.md", (path, text) -> text.replace("Three", "THREE"));
        JsonNode met =
                JSON.readTree(bring(PRIYA, community, packed(folder), true).body());
        assertThat(verdicts(met)).containsExactly("UNCHANGED", "CONFLICT");
        assertThat(met.path("pages").path(1).path("together").asString()).contains("THREE", "3");
        assertThat(body(running.get(PRIYA, page)).path("text").asString()).endsWith("3\n\nFour\n\n5");
    }

    @Test
    void whatPeopleWroteStaysHoweverOftenAFileComesFromElsewhere() {
        Map<String, String> folder = ordered("a.md", "# How we decide\n\nOne\n\nTwo\n\nThree\n");
        String brought = "/api/cop/pages/"
                + JSON.readTree(bring(PRIYA, community, zip(folder), true).body())
                        .path("pages")
                        .path(0)
                        .path("page")
                        .asString();
        write(brought, 1, "# How we decide\n\n1\n\nTwo\n\nThree");

        folder.put("a.md", "# How we decide\n\nOne\n\nTwo\n\n3\n");
        assertThat(verdicts(bring(PRIYA, community, zip(folder), true))).containsExactly("MERGED");
        for (int again = 0; again < 2; again++) {
            assertThat(verdicts(bring(PRIYA, community, zip(folder), true))).containsExactly("UNCHANGED");
        }
        write(brought, 3, "# How we decide\n\n1\n\nII\n\n3", "From a folder");
        assertThat(verdicts(bring(PRIYA, community, zip(folder), true))).containsExactly("UNCHANGED");

        assertThat(body(running.get(PRIYA, brought)).path("text").asString())
                .isEqualTo("# How we decide\n\n1\n\nII\n\n3");
    }

    @Test
    void whatPeopleChangedBackStaysWhenAnEarlierExportComesAgain() {
        Map<String, String> folder = unpacked(export(PRIYA, community));
        folder.computeIfPresent("how-we-decide.md", (path, text) -> text.replace("Five", "5"));
        bring(PRIYA, community, packed(folder), true);
        write(page, 2, "Look:\n\n![The board](" + image + ")\n\nThree\n\nFour\n\nFive");

        assertThat(verdicts(bring(PRIYA, community, packed(folder), true))).containsExactly("UNCHANGED", "UNCHANGED");
        assertThat(body(running.get(PRIYA, page)).path("text").asString()).endsWith("Five");
    }

    @Test
    void aPartOfAFolderKeepsItsLinks() {
        Map<String, String> part = unpacked(export(PRIYA, community));
        part.keySet().removeIf(path -> !path.equals("begin.md"));
        assertThat(verdicts(bring(PRIYA, community, packed(part), true))).containsExactly("UNCHANGED");
        part.computeIfPresent("begin.md", (path, text) -> text.replace("First", "At first"));

        JsonNode brought =
                JSON.readTree(bring(PRIYA, community, packed(part), true).body());
        assertThat(verdicts(brought)).containsExactly("CHANGED");
        String begin = brought.path("pages").path(0).path("page").asString();
        assertThat(body(running.get(PRIYA, "/api/cop/pages/" + begin))
                        .path("text")
                        .asString())
                .startsWith("At first [decide](/pages/" + id(page))
                .contains("<img src='" + image + "'");

        String other = running.communityOf(PRIYA, "{\"name\":\"Chapter\"}");
        JsonNode elsewhere =
                JSON.readTree(bring(PRIYA, other, packed(part), true).body());
        assertThat(verdicts(elsewhere)).containsExactly("NEW");
        assertThat(elsewhere.path("pages").path(0).path("why").asString()).contains("how-we-decide.md", "files/");
    }

    @Test
    void aMarkdownFileThatAPageNamesIsNoPage() {
        String notes = JSON.readTree(send(
                                PRIYA,
                                request(community + "/files?name=notes.md")
                                        .POST(HttpRequest.BodyPublishers.ofString("# Notes")))
                        .body())
                .path("path")
                .asString();
        written("Notes", "[notes](" + notes + ")\n");
        byte[] folder = export(PRIYA, community);

        assertThat(verdicts(bring(PRIYA, community, folder, true))).containsOnly("UNCHANGED");
        String other = running.communityOf(PRIYA, "{\"name\":\"Chapter\"}");
        assertThat(verdicts(bring(PRIYA, other, folder, true))).containsOnly("NEW");
        assertThat(withoutIds(unpacked(export(PRIYA, other)))).isEqualTo(withoutIds(unpacked(folder)));
    }

    @Test
    void whatBrokeOffIsBroughtToItsEndByDoingItAgain() {
        CommandContext context = CommandContext.of(new Actor(PRIYA, "issuer", PRIYA, false), Instant.now());
        PageId begun = new PageId(CommandContext.derivedId("folder-page", id(community), "b.md"));
        running.service()
                .context()
                .getBean(WritePage.class)
                .draft(
                        begun,
                        new CommunityId(id(community)),
                        new Content("B", null, "Text"),
                        PlaybookPage.Purpose.READING,
                        context);
        byte[] folder =
                zip(Map.of("b.md", "---\ntitle: B\nstatus: PUBLISHED\nowner: 'Amara (" + AMARA + ")'\n---\nText"));

        assertThat(verdicts(bring(PRIYA, community, folder, false))).containsExactly("CHANGED");
        assertThat(verdicts(bring(PRIYA, community, folder, true))).containsExactly("CHANGED");
        JsonNode brought = body(running.get(PRIYA, "/api/cop/pages/" + begun));
        assertThat(brought.path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(brought.path("owner").path("id").asString()).isEqualTo(AMARA);
        assertThat(verdicts(bring(PRIYA, community, folder, true))).containsExactly("UNCHANGED");
    }

    @Test
    void aFolderByHandBecomesPages() {
        byte[] folder = zip(ordered(
                "repo/docs/a.md", "# Hello\n\n[b](../b.md)\n",
                "repo/b.md", "---\ntitle: B\nstatus: PUBLISHED\nmakes: RITUAL_AGENDA\ntreats: [po-veto]\n---\nText",
                "repo/bad.md", "---\nstatus: GREAT\n---\n",
                "repo/image.md", "![x](x.svg)",
                "repo/x.svg", "<svg/>",
                "repo/README.md", "no page",
                "repo/.github/c.md", "no page"));

        JsonNode brought = JSON.readTree(bring(PRIYA, community, folder, true).body());

        assertThat(verdicts(brought)).containsExactly("NEW", "REFUSED", "NEW", "REFUSED");
        JsonNode b = body(running.get(
                PRIYA,
                "/api/cop/pages/" + brought.path("pages").path(0).path("page").asString()));
        assertThat(b.path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(b.path("makes").asString()).isEqualTo("RITUAL_AGENDA");
        JsonNode a = body(running.get(
                PRIYA,
                "/api/cop/pages/" + brought.path("pages").path(2).path("page").asString()));
        assertThat(a.path("title").asString()).isEqualTo("Hello");
        assertThat(a.path("text").asString())
                .contains("[b](/pages/" + b.path("id").asString() + ")");
        assertThat(verdicts(bring(PRIYA, community, folder, true)))
                .containsExactly("UNCHANGED", "REFUSED", "UNCHANGED", "REFUSED");
    }

    @Test
    void whatIsNoFolderIsRefused() {
        for (byte[] none : List.of(
                "no zip".getBytes(StandardCharsets.UTF_8),
                zip(Map.of("../a.md", "x")),
                zip(Map.of("/a.md", "x")),
                zip(Map.of("a\\b.md", "x")),
                zip(Map.of("a.txt", "x")))) {
            assertThat(bring(PRIYA, community, none, true).statusCode()).isEqualTo(422);
        }
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 2001; i++) {
            many.put("p" + i + ".md", "");
        }
        assertThat(text(bring(PRIYA, community, zip(many), true))).contains("folder-too-large");
        assertThat(text(bring(PRIYA, community, bomb(), true))).contains("folder-too-large");
    }

    @Test
    void twoFoldersAreBroughtAtATime() throws Exception {
        ImportFolder bringing = running.service().context().getBean(ImportFolder.class);
        CommandContext context = CommandContext.of(new Actor(PRIYA, "issuer", PRIYA, false), Instant.now());
        byte[] folder = zip(Map.of("a.md", "A"));
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<Judged>>> slow = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                InputStream body = held(folder, begun, goOn);
                slow.add(threads.submit(
                        () -> bringing.bring(new CommunityId(id(community)), "a.zip", body, false, context)));
            }
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

            HttpResponse<byte[]> third = bring(PRIYA, community, folder, false);
            assertThat(third.statusCode()).as(text(third)).isEqualTo(503);
            assertThat(text(third)).contains("busy", "try again in a moment");
            assertThat(third.headers().firstValue("Retry-After")).isPresent();

            goOn.countDown();
            for (Future<List<Judged>> each : slow) {
                assertThat(each.get(1, TimeUnit.MINUTES)).hasSize(1);
            }
            assertThat(verdicts(bring(PRIYA, community, folder, false))).containsExactly("NEW");
        } finally {
            goOn.countDown();
            threads.shutdown();
        }
    }

    /** Says that it is read, and goes on when told to. */
    private static InputStream held(byte[] folder, CountDownLatch begun, CountDownLatch goOn) {
        return new FilterInputStream(new ByteArrayInputStream(folder)) {
            @Override
            public int read(byte[] to, int from, int length) throws IOException {
                begun.countDown();
                try {
                    goOn.await();
                    return super.read(to, from, length);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        };
    }

    @Test
    void membersCarryOutWhatTheySeeAndLeadsBringIn() {
        byte[] folder = export(PRIYA, community);

        assertThat(unpacked(export(DEV, community)).keySet())
                .as("no drafts")
                .contains("how-we-decide.md")
                .hasSize(2);
        assertThat(bring(AMARA, community, folder, false).statusCode()).isEqualTo(403);
        String secret = running.communityOf(PRIYA, "{\"name\":\"Masters\",\"visibility\":\"TEAM\"}");
        for (String other : List.of(AMARA, CARLA, DEV)) {
            assertThat(send(other, request(secret + "/playbook.zip")).statusCode())
                    .isEqualTo(404);
            assertThat(bring(other, secret, folder, true).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aPageIsAFileByItself() {
        HttpResponse<String> file = running.get(DEV, page + "/page.md");

        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/markdown");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("how-we-decide.md");
        assertThat(file.body()).startsWith("---\ntitle: \"How we decide\"\n").contains("(" + image + ")");
        assertThat(running.get("stranger", page + "/page.md").statusCode()).isEqualTo(403);
    }

    @Test
    void aPageByItselfComesBackAsItLeft() {
        byte[] left = alone(PRIYA, page);

        JsonNode same = JSON.readTree(
                bringAlone(PRIYA, community, "how-we-decide.md", left, true).body());
        assertThat(verdicts(same)).containsExactly("UNCHANGED");
        assertThat(alone(PRIYA, page)).isEqualTo(left);

        byte[] edited =
                new String(left, StandardCharsets.UTF_8).replace("Five", "Fünf").getBytes(StandardCharsets.UTF_8);
        assertThat(verdicts(bringAlone(PRIYA, community, "renamed.md", edited, true)))
                .containsExactly("CHANGED");
        assertThat(withoutRevision(alone(PRIYA, page))).isEqualTo(withoutRevision(edited));

        String other = running.communityOf(PRIYA, "{\"name\":\"Chapter\"}");
        JsonNode fresh = JSON.readTree(
                bringAlone(PRIYA, other, "how-we-decide.md", left, true).body());
        assertThat(verdicts(fresh)).containsExactly("NEW");
        String there =
                "/api/cop/pages/" + fresh.path("pages").path(0).path("page").asString();
        assertThat(withoutRevision(alone(PRIYA, there)))
                .isEqualTo(withoutRevision(left).replace(id(page), id(there)));
    }

    @Test
    void anyMarkdownFileBecomesADraft() {
        byte[] file = "# Pairing\n\nTwo see more.\n".replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

        assertThat(verdicts(bringAlone(PRIYA, community, "README.md", file, false)))
                .containsExactly("NEW");
        JsonNode brought = JSON.readTree(
                bringAlone(PRIYA, community, "README.md", file, true).body());
        assertThat(verdicts(brought)).containsExactly("NEW");
        JsonNode draft = body(running.get(
                PRIYA,
                "/api/cop/pages/" + brought.path("pages").path(0).path("page").asString()));
        assertThat(draft.path("title").asString()).isEqualTo("Pairing");
        assertThat(draft.path("status").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("text").asString()).isEqualTo("# Pairing\n\nTwo see more.");
        assertThat(verdicts(bringAlone(PRIYA, community, "README.md", file, true)))
                .containsExactly("UNCHANGED");
        assertThat(bringAlone(AMARA, community, "README.md", file, false).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsNoMarkdownFileIsRefusedInWords() {
        byte[] tooLong = "a".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8);
        byte[] farTooLong = new byte[20 << 20];
        for (Map.Entry<byte[], String> each : List.of(
                Map.entry(image("png", 9, 9, 7), "no text in UTF-8"),
                Map.entry("Größe".getBytes(StandardCharsets.ISO_8859_1), "no text in UTF-8"),
                Map.entry(new byte[] {'a', 0}, "the character 0"),
                Map.entry("---\nstatus: GREAT\n---\n".getBytes(StandardCharsets.UTF_8), "in front of the text"),
                Map.entry("a".repeat(200_001).getBytes(StandardCharsets.UTF_8), "200,000"),
                Map.entry(tooLong, "more than 1 MB"),
                Map.entry(farTooLong, "more than 1 MB"))) {
            HttpResponse<byte[]> refused = bringAlone(PRIYA, community, "x.md", each.getKey(), true);
            assertThat(verdicts(refused)).containsExactly("REFUSED");
            assertThat(text(refused)).contains(each.getValue());
        }
        byte[] plain = "a".getBytes(StandardCharsets.UTF_8);
        assertThat(text(bringAlone(PRIYA, community, "../x.md", plain, true))).contains("folder-leads-out");
        assertThat(text(bringAlone(PRIYA, community, "x.txt", plain, true))).contains("no-zip");
        assertThat(unpacked(export(PRIYA, community)).keySet()).hasSize(3);
    }

    private static byte[] alone(String who, String page) {
        return send(who, request(page + "/page.md")).body();
    }

    private static HttpResponse<byte[]> bringAlone(
            String who, String community, String name, byte[] file, boolean apply) {
        return send(
                who,
                request(community + "/playbook/imports?apply=" + apply + "&name="
                                + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .header("Content-Type", "text/markdown")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private static String withoutRevision(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).replaceAll("(?m)^revision: .*\n", "");
    }

    private String written(String title, String text) {
        HttpResponse<String> drafted = running.post(
                PRIYA, community + "/pages", JSON.writeValueAsString(Map.of("title", title, "text", text)));
        return drafted.headers().firstValue("Location").orElseThrow();
    }

    private void write(String path, int base, String text) {
        write(path, base, text, "");
    }

    private void write(String path, int base, String text, String note) {
        HttpResponse<String> written = running.service()
                .send(
                        "PUT",
                        RealParts.get().token(PRIYA),
                        path + "/text",
                        JSON.writeValueAsString(
                                Map.of("base", base, "title", "How we decide", "text", text, "note", note)),
                        Map.of());
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    }

    private static Map<String, String> withoutIds(Map<String, String> folder) {
        folder.replaceAll((path, text) -> text.replaceAll("(?m)^(id|revision): .*\n", ""));
        return folder;
    }

    private static Map<String, String> ordered(String... pathsAndTexts) {
        Map<String, String> folder = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            folder.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return folder;
    }

    /** Few bytes that become very many. */
    private static byte[] bomb() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] nothing = new byte[10 << 20];
            for (int i = 0; i < 30; i++) {
                zip.putNextEntry(new ZipEntry("files/" + i + ".txt"));
                zip.write(nothing);
                zip.closeEntry();
                zip.putNextEntry(new ZipEntry(i + ".md"));
                zip.write(("[x](files/" + i + ".txt)").getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] export(String who, String community) {
        HttpResponse<byte[]> export = send(who, request(community + "/playbook.zip"));
        assertThat(export.statusCode()).as(text(export)).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type")).hasValue("application/zip");
        return export.body();
    }

    private static HttpResponse<byte[]> bring(String who, String community, byte[] folder, boolean apply) {
        return send(
                who,
                request(community + "/playbook/imports?apply=" + apply)
                        .header("Content-Type", "application/zip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(folder)));
    }

    private static List<String> verdicts(HttpResponse<byte[]> brought) {
        assertThat(brought.statusCode()).as(text(brought)).isEqualTo(200);
        return verdicts(JSON.readTree(brought.body()));
    }

    private static List<String> verdicts(JsonNode brought) {
        return StreamSupport.stream(brought.path("pages").spliterator(), false)
                .map(one -> one.path("verdict").asString())
                .toList();
    }

    /** Bytes as text, one character each. */
    private static Map<String, String> unpacked(byte[] folder) {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(folder))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static byte[] packed(Map<String, String> folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> each : folder.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.ISO_8859_1));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
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
