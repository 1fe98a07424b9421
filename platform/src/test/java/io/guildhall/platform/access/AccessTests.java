package io.guildhall.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.replica.IncomingEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Scopes scopes = new Scopes();
    private final Map<String, Set<String>> table = Map.of(
            "Decide", Set.of("AREA_PRODUCT_OWNER"),
            "Develop", Set.of("DEVELOPER"),
            "Register", Set.of("ADMINISTRATOR"),
            "Read", Set.of("ANY"));
    private final Access access = new Access(scopes, table, Clock.fixed(NOON, ZoneOffset.UTC));
    private long sequence;

    @Test
    void aRoleCountsOnItsScopeAndOnEverythingBelow() {
        organization();
        unit("area", "AREA", "product", null, grant("ann", "AREA_PRODUCT_OWNER", "2026-01-01", null));

        assertThat(access.may(actor("ann"), "Decide", List.of("area"))).isTrue();
        assertThat(access.may(actor("ann"), "Decide", List.of("team"))).isTrue();
        assertThat(access.may(actor("ann"), "Decide", List.of("other-area", "other-team")))
                .isFalse();
        assertThat(access.may(actor("ann"), "Decide", List.of("product"))).isFalse();
    }

    @Test
    void whatAnAreaSeesTheOthersOfAScrumOfScrumsDoNot() {
        organization();
        unit("team", "TEAM", "area", "group", grant("ann", "DEVELOPER", "2026-01-01", null));
        unit("sibling", "TEAM", "area", null);
        unit("other-team", "TEAM", "other-area", "group");
        unit("group", "SCRUM_OF_SCRUMS", "group-above", null, grant("sofia", "DEVELOPER", "2026-01-01", null));

        assertThat(access.sees(actor("ann"), Visibility.AREA, List.of("sibling"), null))
                .isTrue();
        assertThat(access.sees(actor("ann"), Visibility.AREA, List.of("other-team"), null))
                .as("it meets ann's in a Scrum of Scrums, and is of another area")
                .isFalse();
        assertThat(access.sees(actor("sofia"), Visibility.AREA, List.of("other-team"), null))
                .isTrue();
    }

    @Test
    void aTeamStandsBelowItsAreaAndItsScrumOfScrumsAndThatOnesParents() {
        organization();
        unit("group-above", "SCRUM_OF_SCRUMS", null, null, grant("sofia", "DEVELOPER", "2026-01-01", null));

        assertThat(access.rolesOf(actor("sofia"), "team")).containsExactly("DEVELOPER");
        assertThat(access.rolesOf(actor("sofia"), "other-team")).isEmpty();
    }

    @Test
    void aCircleOfUnitsEnds() {
        unit("a", "SCRUM_OF_SCRUMS", "b", null);
        unit("b", "SCRUM_OF_SCRUMS", "a", null, grant("ann", "DEVELOPER", "2026-01-01", null));

        assertThat(access.rolesOf(actor("ann"), "a")).containsExactly("DEVELOPER");
    }

    @Test
    void noRoleImpliesAnother() {
        organization();
        unit("product", "PRODUCT", null, null, grant("carla", "CHIEF_PRODUCT_OWNER", "2026-01-01", null));

        assertThat(access.may(actor("carla"), "Develop", List.of("team"))).isFalse();
        assertThat(access.may(actor("carla"), "Decide", List.of("area"))).isFalse();
        assertThat(access.may(actor("carla"), "Register", List.of("product"))).isFalse();
        assertThatThrownBy(() -> access.require(actor("carla"), "Develop", "team"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(403);
                    assertThat(refusal.detail()).contains("Developer");
                });
    }

    @Test
    void anAssignmentCountsFromItsFirstToItsLastDayInTheBusinessZone() {
        unit(
                "team",
                "TEAM",
                "product",
                null,
                grant("ended", "DEVELOPER", "2026-01-01", "2026-11-23"),
                grant("lastDay", "DEVELOPER", "2026-01-01", "2026-11-24"),
                grant("firstDay", "DEVELOPER", "2026-11-24", null),
                grant("tomorrow", "DEVELOPER", "2026-11-25", null));

        assertThat(may("ended", access)).isFalse();
        assertThat(may("lastDay", access)).isTrue();
        assertThat(may("firstDay", access)).isTrue();
        assertThat(may("tomorrow", access)).isFalse();
        Access east = new Access(scopes, table, Clock.fixed(NOON, ZoneId.of("Pacific/Kiritimati")));
        assertThat(may("tomorrow", east)).as("there it is tomorrow already").isTrue();
        assertThat(may("lastDay", east)).isFalse();
    }

    @Test
    void anAdministratorOfTheConfigurationMayWhatAdministratorsMayAndSeesWhatEverybodySees() {
        Actor admin = new Actor(null, "issuer", "admin", true);

        assertThat(access.may(admin, "Register", List.of())).isTrue();
        assertThat(access.may(admin, "Develop", List.of("team"))).isFalse();
        assertThat(access.sees(admin, Visibility.ORGANIZATION, List.of(), null)).isTrue();
        assertThat(access.sees(admin, Visibility.TEAM, List.of("team"), null)).isFalse();
    }

    @Test
    void whoeverIsNotKnownMayAndSeesNothing() {
        Actor stranger = new Actor(null, "issuer", "stranger", false);

        assertThat(access.may(stranger, "Read", List.of())).isFalse();
        assertThat(access.sees(stranger, Visibility.ORGANIZATION, List.of(), null))
                .isFalse();
        assertThatThrownBy(() -> access.visibleTo(stranger, "state.")).isInstanceOf(Refusal.class);
    }

    @Test
    void aRoleOnTheProductSeesTeamsThatHangNowhereYet() {
        unit("product", "PRODUCT", null, null, grant("lena", "EXECUTIVE_ACTION_TEAM", "2026-01-01", null));
        unit("lonely", "TEAM", null, null);

        assertThat(access.rolesOf(actor("lena"), "lonely")).isNotEmpty();
        assertThat(access.sees(actor("lena"), Visibility.TEAM, List.of("lonely"), null))
                .isTrue();
    }

    @Test
    void aPersonStaysLinkedWhileSomethingElseOfThemChanges() {
        person("sam", "first", "second");
        assertThat(scopes.linked("issuer", "first")).contains("sam");

        person("sam", "second", "third");
        assertThat(scopes.linked("issuer", "first")).isEmpty();
        assertThat(scopes.linked("issuer", "second")).contains("sam");
        assertThat(scopes.linked("issuer", "third")).contains("sam");
    }

    @Test
    void anOlderStateOfAUnitChangesNothing() {
        unit("team", "TEAM", "product", null, grant("ann", "DEVELOPER", "2026-01-01", null));
        scopes.apply(event("team", 0, "{\"kind\":\"TEAM\",\"name\":\"old\"}"), Scopes.Kind.SCOPE);

        assertThat(may("ann", access)).isTrue();
    }

    @Test
    void theFilterOfAQueryAdmitsExactlyWhatOneMaySee() {
        MongoServer server = new MongoServer(new MemoryBackend());
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoCollection<Document> things = client.getDatabase("access").getCollection("things");
            Random random = new Random(20261124);
            List<String> units = new ArrayList<>(List.of("product"));
            List<String> people = List.of("p0", "p1", "p2", "p3", "p4", "p5");
            unit("product", "PRODUCT", null, null);
            for (int i = 0; i < 20; i++) {
                String id = "u" + i;
                String parent = random.nextInt(6) == 0 ? null : any(random, units);
                String group = random.nextInt(3) == 0 ? any(random, units) : null;
                String[] grants = new String[random.nextInt(3)];
                for (int g = 0; g < grants.length; g++) {
                    grants[g] = grant(
                            any(random, people),
                            "DEVELOPER",
                            "2026-01-01",
                            random.nextInt(4) == 0 ? "2026-11-01" : null);
                }
                unit(id, "TEAM", parent, group, grants);
                units.add(id);
            }
            units.add("unknown-unit");
            for (int i = 0; i < 300; i++) {
                things.insertOne(new Document("_id", i)
                        .append(
                                "state",
                                new Document(
                                                "visibility",
                                                any(random, List.of(Visibility.values()))
                                                        .name())
                                        .append("scopes", List.of(any(random, units), any(random, units)))
                                        .append("owner", any(random, people))));
            }

            List<Actor> actors =
                    new ArrayList<>(people.stream().map(AccessTests::actor).toList());
            actors.add(new Actor(null, "issuer", "admin", true));
            for (Actor actor : actors) {
                Set<Integer> admitted = new TreeSet<>();
                things.find(access.visibleTo(actor, "state.")).forEach(thing -> admitted.add(thing.getInteger("_id")));
                Set<Integer> seen = new TreeSet<>();
                things.find().forEach(thing -> {
                    Document state = thing.get("state", Document.class);
                    if (access.sees(
                            actor,
                            Visibility.valueOf(state.getString("visibility")),
                            state.getList("scopes", String.class),
                            state.getString("owner"))) {
                        seen.add(thing.getInteger("_id"));
                    }
                });
                assertThat(admitted).as(actor.toString()).isEqualTo(seen).isNotEmpty();
            }
        } finally {
            server.shutdownNow();
        }
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Test
    void whatStandsBesideTheProductIsSeenByThoseWhoHoldARoleOnItAlone() {
        organization();
        unit("product", "PRODUCT", null, null, grant("chief", "DEVELOPER", "2026-01-01", null));
        apart("chapter", grant("lea", "LEAD", "2026-01-01", null));
        single("chapter", "ann", null);

        for (String member : List.of("lea", "ann")) {
            assertThat(access.sees(actor(member), Visibility.TEAM, List.of("chapter"), null))
                    .as(member)
                    .isTrue();
        }
        for (String other : List.of("chief", "sofia")) {
            assertThat(access.sees(actor(other), Visibility.TEAM, List.of("chapter"), null))
                    .as(other)
                    .isFalse();
            assertThat(access.rolesOf(actor(other), "chapter")).as(other).isEmpty();
        }
        assertThat(access.sees(actor("ann"), Visibility.TEAM, List.of("team"), null))
                .isFalse();
    }

    @Test
    void aGrantPublishedAloneCountsUntilItEnds() {
        organization();
        apart("chapter");
        single("chapter", "ann", null);
        assertThat(access.rolesOf(actor("ann"), "chapter")).containsExactly("MEMBER");
        assertThat(access.rolesOf("ann")).hasSize(1);

        single("chapter", "ann", "2026-11-24");
        assertThat(access.rolesOf(actor("ann"), "chapter")).isEmpty();
        assertThat(access.sees(actor("ann"), Visibility.TEAM, List.of("chapter"), null))
                .isFalse();
    }

    @Test
    void whoLedWhatIsPrivateIsOutOfItAtOnce() {
        organization();
        apart("chapter", grant("lea", "LEAD", "2026-01-01", "2026-11-24"));

        assertThat(access.sees(actor("lea"), Visibility.TEAM, List.of("chapter"), null))
                .isFalse();
    }

    private void apart(String id, String... grants) {
        String state = "{\"kind\":\"CHAPTER\",\"name\":\"%s\",\"apart\":true,\"assignments\":[%s]}"
                .formatted(id, String.join(",", grants));
        scopes.apply(event(id, ++sequence, state), Scopes.Kind.SCOPE);
    }

    private void single(String scope, String person, @Nullable String to) {
        String state = "{\"scope\":\"%s\",\"person\":\"%s\",\"role\":\"MEMBER\",\"from\":\"2026-01-01\",\"to\":%s}"
                .formatted(scope, person, quoted(to));
        scopes.apply(event(scope + "-" + person, ++sequence, state), Scopes.Kind.GRANT);
    }

    private static boolean may(String person, Access access) {
        return access.may(actor(person), "Develop", List.of("team"));
    }

    private static Actor actor(String person) {
        return new Actor(person, "issuer", person, false);
    }

    private void organization() {
        unit("product", "PRODUCT", null, null);
        unit("area", "AREA", "product", null);
        unit("other-area", "AREA", "product", null);
        unit("group-above", "SCRUM_OF_SCRUMS", null, null);
        unit("group", "SCRUM_OF_SCRUMS", "group-above", null);
        unit("team", "TEAM", "area", "group");
        unit("other-team", "TEAM", "other-area", null);
    }

    private static String grant(String person, String role, String from, @Nullable String to) {
        return "{\"person\":\"%s\",\"role\":\"%s\",\"from\":\"%s\",\"to\":%s}"
                .formatted(person, role, from, quoted(to));
    }

    private void unit(String id, String kind, @Nullable String parent, @Nullable String group, String... grants) {
        String state = "{\"kind\":\"%s\",\"name\":\"%s\",\"parent\":%s,\"scrumOfScrums\":%s,\"assignments\":[%s]}"
                .formatted(kind, id, quoted(parent), quoted(group), String.join(",", grants));
        scopes.apply(event(id, ++sequence, state), Scopes.Kind.SCOPE);
    }

    private void person(String id, String... subjects) {
        List<String> links = new ArrayList<>();
        for (String subject : subjects) {
            links.add("{\"issuer\":\"issuer\",\"subject\":\"" + subject + "\"}");
        }
        String state = "{\"name\":\"%s\",\"active\":true,\"links\":[%s]}".formatted(id, String.join(",", links));
        scopes.apply(event(id, ++sequence, state), Scopes.Kind.PERSON);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static IncomingEvent event(String id, long sequence, String state) {
        return new IncomingEvent(
                "topic",
                id + "@" + sequence,
                "test.v1",
                id,
                sequence,
                0,
                null,
                null,
                StateMapper.json().readTree(state),
                StateMapper.json().createObjectNode(),
                "somebody",
                NOON);
    }
}
