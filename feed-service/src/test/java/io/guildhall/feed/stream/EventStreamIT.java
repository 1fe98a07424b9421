package io.guildhall.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.feed.FeedService;
import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.LiveProperties.Readers;
import io.guildhall.feed.live.Notice;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event log as a stream, on a real broker and store, as other tools read it. */
class EventStreamIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String STREAM = "/api/feed/events/live";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String INSTALLATION = RealParts.installation();

    private static RunningService service;
    private final List<LiveReader> readers = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = instance();
        unit("shop", "AREA", "product", "");
        unit("payments", "TEAM", "shop", "sam");
        unit("ledger", "TEAM", "shop", "");
        for (String person : List.of("sam", "guest")) {
            service.publish(
                    "team.people", person, """
                    {"name":"%s of the house","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(person, RealParts.get().issuer(), person));
        }
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(service.get("guest", "/api/feed/events").statusCode()).isEqualTo(200);
            assertThat(service.get("sam", "/api/feed/events?topic=team.units").body())
                    .contains("payments", "ledger");
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void closeReaders() {
        readers.forEach(LiveReader::close);
    }

    @Test
    void tellsEachFactAsACloudEventAtItsPosition() {
        LiveReader sam = opened(service, "sam", "", "");

        String id = impediment("TEAM", "payments");

        JsonNode told = awaitTold(sam, id);
        assertThat(told.get("specversion").stringValue()).isEqualTo("1.0");
        assertThat(told.get("id").stringValue()).isEqualTo("team.impediments/" + id + "@1");
        assertThat(told.get("source").stringValue()).isEqualTo("/guildhall/team-service");
        assertThat(told.get("type").stringValue()).isEqualTo("test.v1");
        assertThat(told.get("time").stringValue()).isEqualTo("2026-11-24T00:00:00.000Z");
        assertThat(told.get("data").get("by").get("id").stringValue()).isEqualTo("test");
        assertThat(told.get("data").get("change").isObject()).isTrue();
        assertThat(sam.told().get(0).event()).isEmpty();
        assertThat(sam.told().get(0).id()).isEqualTo(told.get("position").stringValue());
    }

    @Test
    void tellsOnlyWhatIsAskedForAndMayBeSeen() {
        LiveReader guest = opened(service, "guest", "", "");
        LiveReader ledger = opened(service, "sam", "?unit=ledger", "");
        LiveReader waivers = opened(service, "sam", "?topic=team.waivers", "");

        String hidden = impediment("TEAM", "payments");
        String shown = impediment("ORGANIZATION", "ledger");
        String last = UUID.randomUUID().toString();
        service.publish("team.waivers", last, impedimentState("ORGANIZATION", "shop"));

        awaitTold(guest, shown);
        awaitTold(guest, last);
        assertThat(subjects(guest)).doesNotContain(hidden);
        awaitTold(ledger, shown);
        assertThat(subjects(ledger)).containsExactly(shown);
        awaitTold(waivers, last);
        assertThat(subjects(waivers)).containsExactly(last);
    }

    @Test
    void goesOnWithoutAGapOrARepetitionOnAnyInstanceAndAfterARestart() throws Exception {
        LiveReader first = opened(service, "sam", "", "");
        AtomicBoolean enough = new AtomicBoolean();
        List<String> published = new ArrayList<>();
        Thread writer = new Thread(() -> {
            while (!enough.get()) {
                published.add(impediment("ORGANIZATION", "payments"));
                // Not faster than the log can take it for long.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        });
        writer.start();

        List<String> told = new ArrayList<>();
        LiveReader reader = first;
        for (int round = 0; round < 3; round++) {
            int seen = round;
            LiveReader open = reader;
            await().atMost(SOON).until(() -> open.told().size() > 20 * (seen + 1));
            RunningService other = instance();
            LiveReader moved = opened(other, "sam", "", takeAll(reader, told));
            await().atMost(SOON).until(() -> moved.told().size() > 20);
            String position = takeAll(moved, told);
            other.close();
            if (round == 1) {
                service.close();
                service = instance();
            }
            reader = opened(service, "sam", "", position);
        }
        enough.set(true);
        writer.join();
        LiveReader end = reader;
        await().atMost(SOON)
                .until(() -> subjects(end).contains(published.get(published.size() - 1))
                        && told.size() + end.told().size() >= published.size());
        takeAll(end, told);

        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void readsFromTheStoreWhatIsNotInMemoryAnyMore() {
        long before = service.context().getBean(LogTail.class).end();
        List<String> ids = IntStream.range(0, 2_500)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        ids.forEach(id -> service.publish("team.impediments", id, impedimentState("TEAM", "payments")));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.context().getBean(LogTail.class).end() >= before + ids.size());
        assertThat(service.context().getBean(LogTail.class).holds(before)).isFalse();

        LiveReader sam = opened(service, "sam", "?after=" + before, "");
        LiveReader guest = opened(service, "guest", "", Long.toString(before));

        await().atMost(Duration.ofSeconds(60)).until(() -> sam.told().size() >= ids.size());
        assertThat(subjects(sam)).containsExactlyInAnyOrderElementsOf(ids);
        String marker = impediment("ORGANIZATION", "payments");
        awaitTold(guest, marker);
        assertThat(subjects(guest)).containsExactly(marker);
    }

    @Test
    void whatHasBeenNarrowedIsToldToNobodyWhoComesBack() {
        LiveReader guest = opened(service, "guest", "", "");
        String start = guest.lastEventId();
        String id = impediment("ORGANIZATION", "payments");
        awaitTold(guest, id);
        service.publish("team.impediments", id, 2, impedimentState("TEAM", "payments"));
        String marker = impediment("ORGANIZATION", "payments");
        awaitTold(guest, marker);

        LiveReader again = opened(service, "guest", "", start);

        awaitTold(again, marker);
        assertThat(subjects(again)).doesNotContain(id);
        LiveReader sam = opened(service, "sam", "", start);
        awaitTold(sam, marker);
        assertThat(subjects(sam)).filteredOn(id::equals).hasSize(2);
    }

    @Test
    void aRoleThatIsTakenAwayCountsAtOnce() {
        String team = "team-" + UUID.randomUUID();
        unit(team, "TEAM", "shop", "guest");
        LiveReader guest = opened(service, "guest", "?unit=" + team, "");
        await().atMost(SOON).untilAsserted(() -> {
            String id = impediment("TEAM", team);
            await().atMost(Duration.ofSeconds(2)).until(() -> subjects(guest).contains(id));
        });

        service.publish("team.units", team, 2, unitState("TEAM", team, "shop", "sam"));
        await().atMost(SOON)
                .until(() -> service.get("guest", "/api/feed/events?unit=" + team + "&topic=team.impediments")
                        .body()
                        .startsWith("{\"items\":[]"));

        String hidden = impediment("TEAM", team);
        String marker = impediment("ORGANIZATION", team);
        awaitTold(guest, marker);
        assertThat(subjects(guest)).doesNotContain(hidden);
    }

    @Test
    void whatAChangeOfAUnitGivesToSeeIsToldHoweverLateTheOrganizationIsKnown() {
        String team = "team-" + UUID.randomUUID();
        unit(team, "TEAM", "shop", "");
        LiveReader guest = opened(service, "guest", "?unit=" + team, "");
        LiveReader sam = opened(service, "sam", "?topic=team.impediments", "");
        String before = impediment("ORGANIZATION", team);
        awaitTold(sam, before);
        awaitTold(guest, before);
        guest.told().clear();

        // As when the log's consumer is ahead of the one that reads the organization.
        String state = unitState("TEAM", team, "shop", "guest");
        log(team, 2, state);
        String hidden = impediment("TEAM", team);
        assertThatNothingIsTold(sam, hidden);
        service.publish("team.units", team, 2, state);

        awaitTold(sam, impediment("ORGANIZATION", team));
        awaitTold(guest, hidden);
        assertThat(subjects(guest)).startsWith(team, hidden);
    }

    /** Lets the log tell of a unit what the organization does not know yet. */
    private static void log(String unit, long sequence, String state) {
        IncomingEvent event = new IncomingEvent(
                "team.units",
                unit + "@" + sequence,
                "test.v1",
                unit,
                sequence,
                0,
                null,
                null,
                new JsonMapper().readTree(state),
                new JsonMapper().createObjectNode(),
                "test",
                Instant.parse("2026-11-24T00:00:00Z"));
        LiveProperties.Topic topic = new LiveProperties.Topic("team.units", Readers.BY_STATE_ELSE_EVERYBODY);
        service.context().getBean(EventLog.class).append(List.of(new EventLog.Fact(event, Notice.of(event, topic))));
    }

    private static void assertThatNothingIsTold(LiveReader reader, String subject) {
        await().during(Duration.ofMillis(300))
                .atMost(SOON)
                .until(() -> !subjects(reader).contains(subject));
    }

    @Test
    void onePersonCannotHoldAllStreams() {
        List<LiveReader> many = IntStream.range(0, 60)
                .mapToObj(i -> LiveReader.of(service, HTTP, RealParts.get().token("guest"), STREAM, ""))
                .toList();
        readers.addAll(many);

        await().atMost(SOON)
                .until(() -> many.stream().filter(LiveReader::tooMany).count() >= 10);
        assertThat(many).filteredOn(reader -> !reader.tooMany()).hasSizeLessThanOrEqualTo(50);
        awaitTold(opened(service, "sam", "", ""), impediment("ORGANIZATION", "payments"));
    }

    @Test
    void saysResetWhereItCannotGoOnAndRefusesWhatIsNoPosition() {
        LiveReader lost = opened(service, "sam", "", "999999999999");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lost.told())
                        .extracting(LiveReader.Told::event)
                        .containsExactly("reset"));
        awaitTold(lost, impediment("ORGANIZATION", "payments"));

        assertThat(service.get("sam", STREAM + "?after=soon").statusCode()).isEqualTo(400);
        assertThat(service.get("stranger", STREAM).statusCode()).isEqualTo(403);
    }

    private static RunningService instance() {
        RunningService started = RunningService.start(FeedService.class, "feed-service", INSTALLATION);
        await().atMost(SOON)
                .until(() -> started.get("guest", "/actuator/health/readiness").statusCode() == 200);
        return started;
    }

    private LiveReader opened(RunningService at, String who, String query, String lastEventId) {
        LiveReader reader = LiveReader.of(at, HTTP, RealParts.get().token(who), STREAM + query, lastEventId);
        readers.add(reader);
        await().atMost(SOON).until(() -> !reader.lastEventId().isEmpty());
        return reader;
    }

    /** Ends a reader, adds the subjects it was told of, and returns where it stopped. */
    private static String takeAll(LiveReader reader, List<String> told) {
        reader.close();
        List<LiveReader.Told> all = List.copyOf(reader.told());
        all.forEach(one -> told.add(subject(one)));
        return all.get(all.size() - 1).id();
    }

    private static JsonNode awaitTold(LiveReader reader, String subject) {
        await().atMost(SOON).until(() -> subjects(reader).contains(subject));
        return reader.told().stream()
                .filter(told -> subject(told).equals(subject))
                .map(told -> new JsonMapper().readTree(told.data()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> subjects(LiveReader reader) {
        return reader.told().stream().map(EventStreamIT::subject).toList();
    }

    private static String subject(LiveReader.Told told) {
        return told.data().replaceFirst(".*\"subject\":\"([^\"]*)\".*", "$1");
    }

    private static String impediment(String visibility, String team) {
        String id = UUID.randomUUID().toString();
        service.publish("team.impediments", id, impedimentState(visibility, team));
        return id;
    }

    private static String impedimentState(String visibility, String team) {
        return "{\"title\":\"The vault is shut\",\"visibility\":\"%s\",\"scopes\":[\"%s\"]}"
                .formatted(visibility, team);
    }

    private static void unit(String id, String kind, String parent, String developer) {
        service.publish("team.units", id, unitState(kind, id, parent, developer));
    }

    private static String unitState(String kind, String id, String parent, String developer) {
        String assignments = developer.isEmpty()
                ? ""
                : "{\"person\":\"" + developer + "\",\"role\":\"DEVELOPER\",\"from\":\"2026-01-01\"}";
        return """
                {"kind":"%s","name":"%s","parent":"%s","visibility":"ORGANIZATION","scopes":[],"assignments":[%s]}""".formatted(kind, id, parent, assignments);
    }
}
