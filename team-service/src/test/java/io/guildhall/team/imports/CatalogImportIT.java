package io.guildhall.team.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import io.guildhall.team.TeamService;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A catalog on its way through the service, on a real store, broker and token check. */
class CatalogImportIT {

    private static final String IMPORTS = "/api/team/imports";
    private static final Map<String, String> YAML = Map.of("Content-Type", "text/yaml");

    private RunningService service;

    @BeforeEach
    void start() {
        service = RunningService.start(TeamService.class, "team-service", RealParts.installation());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get("admin", "/actuator/health/readiness").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void everyDocumentIsAccountedForAndASecondImportChangesNothing() throws IOException {
        JsonNode checked = give(sample());

        assertThat(checked.at("/status").stringValue()).isEqualTo("CHECKED");
        assertThat(checked.at("/mapping/issuer").stringValue())
                .isEqualTo(RealParts.get().issuer());
        Map<String, String> verdicts = verdicts(checked, false);
        assertThat(verdicts)
                .hasSize(16)
                .containsEntry("2 lighthouse", "CREATE")
                .containsEntry("32 charts", "CREATE")
                .containsEntry("48 sailing-circle", "SKIPPED")
                .containsEntry("52 second-product", "REFUSED")
                .containsEntry("56 tribe", "REFUSED")
                .containsEntry("60 compass", "SKIPPED")
                .containsEntry("79 pia", "CREATE")
                .containsEntry("87 nils", "REFUSED")
                .containsEntry("91 two words", "REFUSED")
                .containsEntry("94 ", "REFUSED");
        assertThat(service.get("admin", "/api/team/organization").body()).doesNotContain("Tides");

        JsonNode applied = apply(checked);
        assertThat(count(applied, "create")).isEqualTo(9);
        assertThat(count(applied, "refused")).isEqualTo(5);
        assertThat(count(applied, "skipped")).isEqualTo(2);
        assertThat(findings(applied))
                .contains("'nobody' is to be DEVELOPER and is no user of the catalog.")
                .contains("The mapping knows no role for 'guildhall.dev/soothsayer'.")
                .contains("Its parent 'atlantis' is not in the file.")
                .contains("The group 'unheard-of' is not in the file.");
        String organization = service.get("admin", "/api/team/organization").body();
        assertThat(organization).contains("Tides", "Charts", "Lighthouse", "drifters");
        await().until(() -> service.get("mara", "/api/team/impediments").statusCode() == 200);

        JsonNode again = apply(give(sample()));
        assertThat(count(again, "create")).isZero();
        assertThat(count(again, "update")).isZero();
        assertThat(count(again, "unchanged")).isEqualTo(9);
    }

    @Test
    void aRoleThatSomebodyHoldsIsReportedAndNotGivenTwice() throws IOException {
        apply(give(sample()));
        String other = sample().replace("chief-product-owner: mara", "chief-product-owner: quinn");

        JsonNode again = apply(give(other));

        assertThat(count(again, "update")).isZero();
        assertThat(findings(again)).contains("'quinn' is to be CHIEF_PRODUCT_OWNER, which somebody else is already.");
    }

    @Test
    void anAreaProductOwnerImportsTeamsButNoRolesOfTheProduct() throws IOException {
        apply(give(sample()));
        await().until(() -> service.get("pia", IMPORTS).statusCode() == 200);
        String more = sample().replace("executive-action-team: mara,ole", "executive-action-team: mara,ole,pia");

        HttpResponse<String> given = service.post("pia", IMPORTS + "?kind=catalog", more, YAML);

        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(count(RunningService.body(given), "update")).isZero();
        assertThat(findings(RunningService.body(given))).contains("not yours to give");
        assertThat(service.post("nils", IMPORTS + "?kind=catalog", more, YAML).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aMappingCanBeChangedAndIsChecked() throws IOException {
        HttpResponse<String> given = service.post("admin", IMPORTS + "?kind=catalog&file=c.yaml", sample(), YAML);
        String path = given.headers().firstValue("Location").orElseThrow();
        String mapping = RunningService.body(given).at("/mapping").toString();
        Map<String, String> seen = new HashMap<>(RunningService.ifMatch(given));

        HttpResponse<String> better =
                put(path, mapping.replace("\"guildhall.dev/tech-lead\"", "\"guildhall.dev/soothsayer\""), seen);
        assertThat(better.statusCode()).as(better.body()).isEqualTo(200);
        assertThat(put(path, mapping, seen).statusCode()).isEqualTo(412);
        assertThat(put(path, "{\"source\":\"x\",\"product\":\"split\"}", RunningService.ifMatch(better))
                        .statusCode())
                .isEqualTo(422);
        assertThat(put(path, "[1]", RunningService.ifMatch(better)).statusCode())
                .isEqualTo(400);
        assertThat(put(path, mapping.replace("TECH_LEAD", "ADMINISTRATOR"), RunningService.ifMatch(better))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsNoCatalogIsRefusedWithAdvice() {
        assertThat(service.post("admin", IMPORTS + "?kind=catalog", "", YAML).statusCode())
                .isEqualTo(422);
        assertThat(service.post("admin", IMPORTS + "?kind=tea", "a: 1", YAML).statusCode())
                .isEqualTo(422);
        assertThat(service.post("admin", IMPORTS + "?kind=catalog", "{}", Map.of())
                        .statusCode())
                .isEqualTo(415);
        HttpResponse<String> long51 = service.post("admin", IMPORTS + "?kind=catalog", "# x\n".repeat(13 << 20), YAML);
        assertThat(long51.statusCode()).isEqualTo(413);
        assertThat(long51.body()).contains("/problems/file-too-long");
        assertThat(service.get("admin", IMPORTS + "/none").statusCode()).isEqualTo(404);
        assertThat(service.get("stranger", IMPORTS).statusCode()).isEqualTo(403);
    }

    @Test
    void aLargeRealOrganizationIsAccountedForDocumentByDocument() throws IOException {
        Path file = realFile("shared/data/kubernetes/catalog.yaml");
        assumeTrue(Files.exists(file), "the real data is not here");

        JsonNode checked = give(Files.readString(file));
        assertThat(checked.at("/rows").intValue()).isEqualTo(33 + 120);
        JsonNode applied = apply(checked);
        assertThat(count(applied, "create")).isEqualTo(25 + 120);
        assertThat(count(applied, "skipped")).isEqualTo(8);
        assertThat(count(applied, "refused")).isZero();

        JsonNode again = apply(give(Files.readString(file)));
        assertThat(count(again, "unchanged")).isEqualTo(25 + 120);
        assertThat(count(again, "create") + count(again, "update")).isZero();
    }

    private JsonNode give(String catalog) {
        HttpResponse<String> given = service.post("admin", IMPORTS + "?kind=catalog", catalog, YAML);
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        return RunningService.body(given);
    }

    private JsonNode apply(JsonNode checked) {
        String path = IMPORTS + "/" + checked.at("/id").stringValue();
        HttpResponse<String> applying =
                service.post("admin", path + "/apply", "", RunningService.ifMatch(service.get("admin", path)));
        assertThat(applying.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> RunningService.body(service.get("admin", path))
                        .at("/status")
                        .stringValue()
                        .equals("APPLIED"));
        return RunningService.body(service.get("admin", path));
    }

    private HttpResponse<String> put(String path, String mapping, Map<String, String> headers) {
        return service.send("PUT", RealParts.get().token("admin"), path + "/mapping", mapping, headers);
    }

    private static int count(JsonNode job, String what) {
        return job.at("/counts/" + what).intValue();
    }

    private String findings(JsonNode job) {
        return verdicts(job, true).keySet().toString();
    }

    /** By line and key; or, for findings, by all that is said. */
    private Map<String, String> verdicts(JsonNode job, boolean findings) {
        Map<String, String> verdicts = new HashMap<>();
        String next = "";
        while (next != null) {
            JsonNode page = RunningService.body(service.get(
                    "admin",
                    IMPORTS + "/" + job.at("/id").stringValue() + "/rows?limit=7&findings=" + findings
                            + (next.isEmpty() ? "" : "&cursor=" + next)));
            for (JsonNode row : page.at("/items")) {
                verdicts.put(
                        row.at("/line").intValue() + " " + row.at("/key").stringValue()
                                + (findings ? row.at("/problems").toString() : ""),
                        row.at("/verdict").stringValue());
            }
            next = page.at("/next").isString() ? page.at("/next").stringValue() : null;
        }
        return verdicts;
    }

    /** A file that may lie beside the repository, or some folders above it. */
    private static Path realFile(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve(name))) {
            folder = folder.getParent();
        }
        return folder.resolve(name);
    }

    private static String sample() throws IOException {
        try (InputStream file = CatalogImportIT.class.getResourceAsStream("/imports/catalog.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
