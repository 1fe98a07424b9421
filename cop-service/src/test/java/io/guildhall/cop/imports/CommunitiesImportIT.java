package io.guildhall.cop.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guildhall.cop.RunningCommunities;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A catalog and a list of meetings on their way through the service, on a real store, broker and token check. */
class CommunitiesImportIT {

    private static final String IMPORTS = "/api/cop/imports";
    private static final String ADMIN = RunningCommunities.ADMIN;

    private RunningCommunities running;

    @BeforeEach
    void start() {
        running = RunningCommunities.start();
        running.service().publish("team.units", "u-tides", """
                {"kind":"TEAM","name":"Tides","parent":"product","externalId":"tides","assignments":[]}""");
        for (String name : List.of("tilda", "bruno", "greta")) {
            person(name);
        }
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void groupsBecomeCommunitiesAndASecondImportChangesNothing() throws IOException {
        JsonNode checked = give("communities", sample("communities.yaml"));
        assertThat(problems(checked))
                .as("users of the file are on their way")
                .contains("Nobody here is nobody.")
                .doesNotContain("not-yet-here.");
        assertThat(rows(checked).get(0).at("/understood/name").stringValue()).isEqualTo("WG Knots");
        assertThat(list()).isEmpty();

        JsonNode applied = apply(checked);

        assertThat(verdicts(applied))
                .hasSize(8)
                .containsEntry("2 wg-knots", "CREATE")
                .containsEntry("16 wg-lamps", "CREATE")
                .containsEntry("25 WG-Lamps", "REFUSED")
                .containsEntry("31 two words", "REFUSED")
                .containsEntry("37 tides", "SKIPPED")
                .containsEntry("43 of-no-kind", "REFUSED")
                .containsEntry("46 bruno", "SKIPPED");
        assertThat(problems(applied)).contains("Nobody here is nobody.", "Nobody here is not-yet-here.");
        JsonNode knots = community("WG Knots");
        assertThat(knots.at("/purpose").stringValue()).isEqualTo("Which knots hold, and which are for show.");
        assertThat(knots.at("/lead/name").stringValue()).isEqualTo("tilda");
        assertThat(knots.at("/coLeads")).hasSize(1);
        assertThat(knots.at("/coLeads/0/name").stringValue()).isEqualTo("bruno");
        assertThat(knots.at("/members").intValue()).isEqualTo(3);
        assertThat(community("WG Lamps").at("/members").intValue()).isEqualTo(1);

        JsonNode again = apply(give("communities", sample("communities.yaml")));
        assertThat(count(again, "unchanged")).isEqualTo(2);
        assertThat(count(again, "create") + count(again, "update")).isZero();

        JsonNode changed = apply(give("communities", sample("communities.yaml").replace("for show", "for fun")));
        assertThat(count(changed, "update")).isOne();
    }

    @Test
    void whatPeopleDecidedHereStays() throws IOException {
        apply(give("communities", sample("communities.yaml")));
        String path = "/api/cop/communities/" + community("WG Knots").at("/id").stringValue();
        ok(running.post(ADMIN, path + "/lead", "{\"person\":\"" + id("bruno") + "\"}", running.get(ADMIN, path)));
        ok(running.delete("tilda", path + "/co-leads/" + id("tilda"), Map.of()));
        ok(running.post("greta", path + "/leave", ""));

        JsonNode again = apply(give("communities", sample("communities.yaml")));

        assertThat(count(again, "unchanged")).isEqualTo(2);
        assertThat(problems(again)).contains("Somebody else leads it here.");
        JsonNode knots = community("WG Knots");
        assertThat(knots.at("/lead/name").stringValue()).isEqualTo("bruno");
        assertThat(knots.at("/coLeads")).isEmpty();
        assertThat(knots.at("/members").intValue()).isEqualTo(2);
    }

    @Test
    void meetingsBecomeCadencesOrCommunitiesAndASecondImportChangesNothing() throws IOException {
        apply(give("communities", sample("communities.yaml")));

        JsonNode applied = apply(give("meetings", sample("meetings.csv")));

        assertThat(verdicts(applied))
                .hasSize(9)
                .containsEntry("2 wg-knots: Regular", "UPDATE")
                .containsEntry("3 wg-knots: Evenings", "CREATE")
                .containsEntry("4 wg-knots: Beginners", "CREATE")
                .containsEntry("5 WG Lamps: Nights", "UPDATE")
                .containsEntry("6 tides: Open hour", "CREATE")
                .containsEntry("7 tides: Look back", "REFUSED")
                .containsEntry("8 tides: Open Hour", "REFUSED")
                .containsEntry("9 : Orphan", "REFUSED")
                .containsEntry("10 rowers", "REFUSED");
        assertThat(problems(applied))
                .contains("'biweekly' does not say from when.")
                .contains("It alternates with 'Regular'.")
                .contains("'monthly' does not say which Monday it is.")
                .contains("'bring your boots' does not say when.")
                .contains("There is such a meeting on line 6 already.")
                .contains("It does not say who meets.")
                .contains("It has no time zone.")
                .containsOnlyOnce("is taken as Europe/Berlin")
                .containsOnlyOnce("Nobody leads the communities");
        assertThat(rows(applied).get(0).at("/understood/rule").stringValue())
                .isEqualTo("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
        assertThat(rows(applied).get(0).at("/understood/zone").stringValue()).isEqualTo("Europe/Berlin");
        assertThat(rows(applied).get(5).at("/understood"))
                .as("nothing of 'monthly'")
                .isEmpty();
        JsonNode knots = community("WG Knots").at("/cadence");
        assertThat(knots.at("/rule").stringValue()).isEqualTo("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
        assertThat(knots.at("/at").stringValue()).isEqualTo("10:00:00");
        assertThat(knots.at("/zone").stringValue()).isEqualTo("Europe/Berlin");
        JsonNode beginners = community("WG Knots: Beginners");
        assertThat(ChronoUnit.WEEKS.between(first(knots), first(beginners.at("/cadence"))))
                .as("they take turns")
                .isEqualTo(1);
        assertThat(beginners.at("/lead/name").stringValue()).isEqualTo("tilda");
        assertThat(beginners.at("/members").intValue()).isEqualTo(2);
        assertThat(community("WG Lamps").at("/cadence/rule").stringValue()).isEqualTo("FREQ=MONTHLY;BYDAY=1FR");
        assertThat(community("Tides: Open hour").at("/lead").isNull()).isTrue();

        JsonNode again = apply(give("meetings", sample("meetings.csv")));
        assertThat(count(again, "unchanged")).isEqualTo(5);
        assertThat(count(again, "create") + count(again, "update")).isZero();
    }

    @Test
    void theCadenceThatPeopleSetStaysUntilTheFileIsSaidToBeRight() throws IOException {
        apply(give("communities", sample("communities.yaml")));
        apply(give("meetings", sample("meetings.csv")));
        String later = sample("meetings.csv").replace("Tuesday,10:00", "Tuesday,11:00");

        JsonNode kept = apply(give("meetings", later));
        assertThat(count(kept, "update")).isZero();
        assertThat(problems(kept)).contains("It meets at other times here.");
        assertThat(community("WG Knots").at("/cadence/at").stringValue()).isEqualTo("10:00:00");

        JsonNode replaced =
                apply(mapped(give("meetings", later), "\"replaceCadences\":false", "\"replaceCadences\":true"));
        assertThat(count(replaced, "update")).isEqualTo(2);
        assertThat(community("WG Knots").at("/cadence/at").stringValue()).isEqualTo("11:00:00");
    }

    @Test
    void aCheckTakesCommunitiesAsKnownThatAnotherFileBrings() throws IOException {
        JsonNode checked = give("meetings", sample("meetings.csv"));
        assertThat(verdicts(checked)).containsEntry("2 wg-knots: Regular", "CREATE");

        JsonNode expecting = mapped(checked, "\"expectedCommunities\":[]", "\"expectedCommunities\":[\"wg-knots\"]");

        assertThat(verdicts(expecting))
                .containsEntry("2 wg-knots: Regular", "UPDATE")
                .containsEntry("3 wg-knots: Evenings", "CREATE");
    }

    @Test
    void theMappingSaysWhereMeetingsAreThatNameNoZone() throws IOException {
        JsonNode mapped = mapped(
                give("meetings", sample("meetings.csv")), "\"usualZone\":null", "\"usualZone\":\"Europe/Lisbon\"");

        assertThat(verdicts(mapped)).containsEntry("10 rowers", "CREATE");
        HttpResponse<String> wrong = map(mapped, "\"usualZone\":\"Europe/Lisbon\"", "\"usualZone\":\"Narnia\"");
        assertThat(wrong.statusCode()).isEqualTo(422);
        HttpResponse<String> unknown = map(mapped, "\"day\":\"Day\"", "\"day\":\"Dawn\"");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("no column 'Dawn'");
    }

    @Test
    void aGroupIsFoundByTheNameOfAnOpenCommunityOnly() throws IOException {
        String open = running.communityOf("tilda", "{\"name\":\"Wg-Knots\"}");
        String closed = running.communityOf("tilda", "{\"name\":\"WG Lamps\",\"visibility\":\"TEAM\"}");

        JsonNode applied = apply(give("meetings", sample("meetings.csv")));

        assertThat(verdicts(applied))
                .containsEntry("2 wg-knots: Regular", "UPDATE")
                .containsEntry("5 WG Lamps: Nights", "CREATE");
        assertThat(running.get("tilda", open).body()).contains("INTERVAL=2;BYDAY=TU");
        assertThat(running.get("tilda", closed).body()).doesNotContain("BYDAY");
    }

    @Test
    void onlyAdministratorsImport() {
        assertThat(post(RunningCommunities.PRIYA, "meetings", "Group\n").statusCode())
                .isEqualTo(403);
        assertThat(running.get(RunningCommunities.PRIYA, IMPORTS).statusCode()).isEqualTo(403);
        assertThat(post(ADMIN, "tea", "Group\n").statusCode()).isEqualTo(422);
    }

    @Test
    void aLargeRealOrganizationIsAccountedForLineByLine() throws IOException {
        Path folder = realFolder("shared/data/kubernetes");
        assumeTrue(Files.exists(folder), "the real data is not here");
        String catalog = Files.readString(folder.resolve("catalog.yaml"));
        Matcher users =
                Pattern.compile("kind: User\nmetadata:\n {2}name: (\\S+)").matcher(catalog);
        while (users.find()) {
            publish(users.group(1));
        }
        JsonNode communities = apply(give("communities", catalog));
        assertThat(communities.at("/rows").intValue()).isEqualTo(33 + 120);
        assertThat(count(communities, "create")).isEqualTo(8);
        assertThat(count(communities, "skipped")).isEqualTo(25 + 120);
        assertThat(count(communities, "finding")).isZero();
        JsonNode meetings = apply(give("meetings", Files.readString(folder.resolve("meetings.csv"))));
        assertThat(count(meetings, "update")).isEqualTo(8);
        assertThat(count(meetings, "create")).isEqualTo(61);
        assertThat(count(meetings, "refused")).isEqualTo(1);
        assertThat(problems(meetings))
                .contains("It alternates with 'Regular SIG Meeting'.")
                .doesNotContain("which is not known here");

        JsonNode again = apply(give("meetings", Files.readString(folder.resolve("meetings.csv"))));
        assertThat(count(again, "unchanged")).isEqualTo(69);
        assertThat(count(again, "create") + count(again, "update")).isZero();
    }

    /** Somebody whom the import of the organization has brought, who signs in by their name. */
    private void person(String name) {
        publish(name);
        await().until(() -> running.get(name, "/api/cop/communities").statusCode() == 200);
    }

    private void publish(String name) {
        running.service().publish("team.people", id(name), System.currentTimeMillis(), """
                {"name":"%s","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(
                        name, RealParts.get().issuer(), name));
    }

    private static String id(String name) {
        return CommandContext.derivedId("person", "catalog", name);
    }

    private HttpResponse<String> post(String who, String kind, String file) {
        String type = kind.equals("communities") ? "text/yaml" : "text/csv";
        return running.service().post(who, IMPORTS + "?kind=" + kind, file, Map.of("Content-Type", type));
    }

    private JsonNode give(String kind, String file) {
        HttpResponse<String> given = post(ADMIN, kind, file);
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        return RunningService.body(given);
    }

    private HttpResponse<String> map(JsonNode job, String before, String after) {
        String path = path(job);
        String mapping = job.at("/mapping").toString();
        assertThat(mapping).contains(before);
        return running.put(ADMIN, path + "/mapping", mapping.replace(before, after), running.get(ADMIN, path));
    }

    private JsonNode mapped(JsonNode job, String before, String after) {
        return RunningService.body(ok(map(job, before, after)));
    }

    private JsonNode apply(JsonNode checked) {
        String path = path(checked);
        ok(running.post(ADMIN, path + "/apply", "", running.get(ADMIN, path)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> RunningService.body(running.get(ADMIN, path))
                        .at("/status")
                        .stringValue()
                        .equals("APPLIED"));
        return RunningService.body(running.get(ADMIN, path));
    }

    private static HttpResponse<String> ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response;
    }

    private static String path(JsonNode job) {
        return IMPORTS + "/" + job.at("/id").stringValue();
    }

    private List<JsonNode> list() {
        return List.copyOf(RunningService.body(running.get(ADMIN, "/api/cop/communities?limit=100"))
                .at("/items")
                .valueStream()
                .toList());
    }

    private JsonNode community(String name) {
        return list().stream()
                .filter(one -> one.at("/name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate first(JsonNode cadence) {
        return LocalDate.parse(cadence.at("/first").stringValue());
    }

    private static int count(JsonNode job, String what) {
        return job.at("/counts/" + what).intValue();
    }

    /** By line and key. */
    private Map<String, String> verdicts(JsonNode job) {
        Map<String, String> verdicts = new TreeMap<>();
        rows(job)
                .forEach(row -> verdicts.put(
                        row.at("/line").intValue() + " " + row.at("/key").stringValue(),
                        row.at("/verdict").stringValue()));
        return verdicts;
    }

    private String problems(JsonNode job) {
        return rows(job).toString();
    }

    private JsonNode rows(JsonNode job) {
        return RunningService.body(running.get(ADMIN, path(job) + "/rows?limit=100"))
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

    private static String sample(String name) throws IOException {
        try (InputStream file = CommunitiesImportIT.class.getResourceAsStream("/imports/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
