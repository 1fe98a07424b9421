package io.guildhall.roadmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import io.guildhall.roadmap.Neighbours;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An export on its way through the service, on a real store, broker and token check. */
class FeaturesImportIT {

    private static final String IMPORTS = "/api/roadmap/imports";
    private static final Map<String, String> CSV = Map.of("Content-Type", "text/csv");

    private static Neighbours neighbours;
    private static RunningService service;

    @BeforeAll
    static void start() {
        neighbours = Neighbours.start();
        service = neighbours.service();
        team("t-tides", "Tides", "tides");
        team("t-charts", "Charts team", "charts-team");
        team("t-harbour", "Harbour", "harbour");
    }

    @AfterAll
    static void stop() {
        neighbours.close();
    }

    @Test
    void everyLineIsAccountedForAndASecondImportChangesNothing() throws IOException {
        JsonNode applied = apply(give(sample()));

        assertThat(verdicts(applied))
                .hasSize(12)
                .containsEntry(2, "LH-1 CREATE")
                .containsEntry(3, "LH-2 CREATE")
                .containsEntry(5, "LH-3 CREATE")
                .containsEntry(6, "LH-4 CREATE")
                .containsEntry(7, "LH-5 CREATE")
                .containsEntry(8, "LH-6 REFUSED")
                .containsEntry(9, "LH-NNN REFUSED")
                .containsEntry(10, "lh-1 REFUSED")
                .containsEntry(11, " REFUSED")
                .containsEntry(12, "LH-7 REFUSED")
                .containsEntry(13, " REFUSED")
                .containsEntry(14, "LH-9 CREATE");
        assertThat(count(applied, "finding")).isEqualTo(4);
        assertThat(applied.at("/amounts/needs").intValue()).isEqualTo(5);
        assertThat(problems(applied))
                .contains("'atlantis', which is no team here")
                .contains("The status 'Dreaming' means nothing here.")
                .contains("'31.12.2026' is no day.")
                .contains("'soon' is no number of a sprint.")
                .contains("It is DONE, so what it needs of other teams makes no dependency.")
                .contains("stands on line 2 already");
        JsonNode formula = feature("LH-3");
        assertThat(formula.at("/title").stringValue()).isEqualTo("=HYPERLINK(\"http://evil.example\")");
        assertThat(formula.at("/needs")).hasSize(2);
        assertThat(feature("LH-1").at("/plannedSprint").intValue()).isEqualTo(3);

        JsonNode again = apply(give(sample()));
        assertThat(count(again, "unchanged")).isEqualTo(6);
        assertThat(count(again, "create") + count(again, "update")).isZero();

        JsonNode changed = apply(give(sample().replace("Tide tables", "Tide charts")));
        assertThat(count(changed, "update")).isEqualTo(1);
    }

    @Test
    void theTeamThatAPersonGaveStays() {
        String csv = "Key,Title,Team\nOWN-1,For whoever takes it,\n";
        assertThat(problems(apply(give(csv)))).contains("It is taken without one");
        String path = "/api/roadmap/features/" + feature("OWN-1").at("/id").stringValue();
        String body = "{\"key\":\"OWN-1\",\"title\":\"For whoever takes it\",\"team\":\"t-tides\"}";
        HttpResponse<String> given = service.send(
                "PUT", RealParts.get().token("carla"), path, body, RunningService.ifMatch(service.get("ana", path)));
        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);

        JsonNode again = apply(give(csv));

        assertThat(count(again, "unchanged")).isOne();
        assertThat(problems(again)).contains("It keeps the one it has here.");
        assertThat(feature("OWN-1").at("/team/id").stringValue()).isEqualTo("t-tides");
    }

    @Test
    void aStatusMeansWhatThePersonSays() throws IOException {
        HttpResponse<String> given = service.post("ana", IMPORTS + "?kind=features&file=f.csv", sample(), CSV);
        String path = given.headers().firstValue("Location").orElseThrow();
        String mapping = RunningService.body(given)
                .at("/mapping")
                .toString()
                .replace("\"statuses\":{", "\"statuses\":{\"dreaming\":\"DROPPED\",");

        HttpResponse<String> mapped = map(path, mapping, given);

        assertThat(mapped.statusCode()).as(mapped.body()).isEqualTo(200);
        assertThat(problems(RunningService.body(mapped))).doesNotContain("Dreaming");
        HttpResponse<String> unknown = map(path, mapping.replace("Summary", "Heading"), mapped);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("no column 'Heading'");
    }

    @Test
    void teamsThatArriveAfterTheCheckCount() {
        String csv = "Key,Title,Team\nNEW-1,For a team on its way,latecomers\n";
        JsonNode checked = give(csv);
        assertThat(count(checked, "refused")).isOne();

        team("t-late", "Latecomers", "latecomers");

        assertThat(count(apply(checked), "create")).isOne();
    }

    @Test
    void aCheckTakesTeamsAsKnownThatAreExpectedAndAnApplyDoesNot() {
        HttpResponse<String> given = service.post(
                "ana", IMPORTS + "?kind=features", "Key,Title,Team\nEXP-1,For a team to come,Strangers\n", CSV);
        String path = given.headers().firstValue("Location").orElseThrow();
        String mapping = RunningService.body(given)
                .at("/mapping")
                .toString()
                .replace("\"expectedTeams\":[]", "\"expectedTeams\":[\"strangers\"]");

        HttpResponse<String> expecting = map(path, mapping, given);
        assertThat(count(RunningService.body(expecting), "create"))
                .as(expecting.body())
                .isOne();

        JsonNode applied = apply(RunningService.body(expecting));
        assertThat(count(applied, "create")).isZero();
        assertThat(count(applied, "refused")).isOne();
    }

    @Test
    void whoPlansNoFeaturesImportsNone() {
        assertThat(service.post("sam", IMPORTS + "?kind=features", "Key\n", CSV).statusCode())
                .isEqualTo(403);
        assertThat(service.post("ana", IMPORTS + "?kind=features", "Zürich", Map.of("Content-Type", "image/png"))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aLargeRealExportIsAccountedForLineByLine() throws IOException {
        Path folder = realFolder("shared/data/kubernetes");
        assumeTrue(Files.exists(folder), "the real data is not here");
        var names =
                Pattern.compile("name: ((sig)-[a-z0-9-]+)\n").matcher(Files.readString(folder.resolve("catalog.yaml")));
        while (names.find()) {
            team("u-" + names.group(1), names.group(1).toUpperCase(java.util.Locale.ROOT), names.group(1));
        }
        String csv = Files.readString(folder.resolve("features.csv"));
        // The first answer may come before the last team is known here.
        await().until(() -> count(give(csv), "refused") == 19);

        JsonNode applied = apply(give(csv));
        assertThat(applied.at("/rows").intValue()).isEqualTo(677);
        assertThat(count(applied, "create")).isEqualTo(658);
        assertThat(count(applied, "refused")).isEqualTo(19);
        // Of 441, three stand on lines whose key stands on an earlier one.
        assertThat(applied.at("/amounts/needs").intValue()).isEqualTo(438);

        JsonNode again = apply(give(csv));
        assertThat(count(again, "unchanged")).isEqualTo(658);
        assertThat(count(again, "create") + count(again, "update")).isZero();
    }

    private static void team(String id, String name, String externalId) {
        neighbours.unit(id, """
                {"kind":"TEAM","name":"%s","parent":"product","externalId":"%s","assignments":[]}""".formatted(name, externalId));
    }

    private static HttpResponse<String> map(String path, String mapping, HttpResponse<String> seen) {
        return service.send(
                "PUT", RealParts.get().token("ana"), path + "/mapping", mapping, RunningService.ifMatch(seen));
    }

    private static JsonNode give(String csv) {
        HttpResponse<String> given = service.post("ana", IMPORTS + "?kind=features", csv, CSV);
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        return RunningService.body(given);
    }

    private static JsonNode apply(JsonNode checked) {
        String path = IMPORTS + "/" + checked.at("/id").stringValue();
        HttpResponse<String> applying =
                service.post("ana", path + "/apply", "", RunningService.ifMatch(service.get("ana", path)));
        assertThat(applying.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> RunningService.body(service.get("ana", path))
                        .at("/status")
                        .stringValue()
                        .equals("APPLIED"));
        return RunningService.body(service.get("ana", path));
    }

    private static int count(JsonNode job, String what) {
        return job.at("/counts/" + what).intValue();
    }

    private static JsonNode feature(String key) {
        return RunningService.body(service.get("ana", "/api/roadmap/features?q=" + key))
                .at("/items/0");
    }

    private static Map<Integer, String> verdicts(JsonNode job) {
        Map<Integer, String> verdicts = new TreeMap<>();
        for (JsonNode row : rows(job)) {
            verdicts.put(
                    row.at("/line").intValue(),
                    row.at("/key").stringValue() + " " + row.at("/verdict").stringValue());
        }
        return verdicts;
    }

    private static String problems(JsonNode job) {
        return rows(job).toString();
    }

    private static JsonNode rows(JsonNode job) {
        return RunningService.body(
                        service.get("ana", IMPORTS + "/" + job.at("/id").stringValue() + "/rows?limit=100"))
                .at("/items");
    }

    /** A folder that may lie beside the repository, or some folders above it. */
    private static Path realFolder(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve(name))) {
            folder = folder.getParent();
        }
        return folder.resolve(name);
    }

    private static String sample() throws IOException {
        try (InputStream file = FeaturesImportIT.class.getResourceAsStream("/imports/features.csv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
