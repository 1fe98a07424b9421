package io.guildhall.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.feed.FeedService;
import io.guildhall.feed.live.Notice;
import io.guildhall.feed.live.Notices;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.contract.OpenApiChecks;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The live stream on a real broker and token check, as its readers see it. */
class LiveIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningService service;
    private final List<LiveReader> readers = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = RunningService.start(
                FeedService.class,
                "feed-service",
                RealParts.installation(),
                Map.of("guildhall.live.most-readers-each", "2000"));
        member("payments", "sam");
        for (String person : List.of("sam", "guest", "rita")) {
            service.publish("team.people", person, person(person));
        }
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(List.of("sam", "guest", "rita")).allMatch(LiveIT::isKnown);
            assertThat(service.get("sam", "/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void describesItsApiAsPublished() {
        OpenApiChecks.matchesPublished(service, "feed-service");
    }

    @AfterEach
    void closeReaders() {
        readers.forEach(LiveReader::close);
    }

    @Test
    void tellsWhatHasChangedAndNothingOfWhatItIsNow() {
        LiveReader sam = opened("sam");

        String id = impediment("ORGANIZATION", "payments");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(subjects(sam))
                        .as("ended: %s, at %s", sam.ended(), sam.lastEventId())
                        .contains(id));
        LiveReader.Told told = sam.told().get(sam.told().size() - 1);
        assertThat(told.event()).isEqualTo("change");
        assertThat(told.id()).matches("[0-9a-f]{8}-[0-9]+").isEqualTo(sam.lastEventId());
        assertThat(told.data())
                .isEqualTo("{\"type\":\"test.v1\",\"subject\":\"" + id
                        + "\",\"sequence\":1,\"topic\":\"team.impediments\",\"at\":\"2026-11-24T00:00:00.000Z\"}");
    }

    @Test
    void tellsNothingToWhoMayNotSeeIt() {
        LiveReader sam = opened("sam");
        LiveReader guest = opened("guest");

        String hidden = impediment("TEAM", "payments");
        String unreadable = impediment("SOMETHING_NEW", "payments");
        String shown = impediment("ORGANIZATION", "payments");

        await().atMost(SOON).untilAsserted(() -> assertThat(subjects(sam)).contains(hidden, shown));
        await().atMost(SOON).untilAsserted(() -> assertThat(subjects(guest)).contains(shown));
        assertThat(subjects(guest)).doesNotContain(hidden, unreadable);
        assertThat(subjects(sam)).doesNotContain(unreadable);
    }

    @Test
    void aRoleThatIsTakenAwayCountsAtOnceOnAnOpenStream() {
        String team = "team-" + UUID.randomUUID();
        member(team, "rita");
        LiveReader rita = opened("rita");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(toldOf(rita, impediment("TEAM", team))).isTrue());

        member(team, "sam");
        await().atMost(SOON).until(() -> !toldOf(rita, impediment("TEAM", team)));

        String after = impediment("TEAM", team);
        String marker = impediment("ORGANIZATION", team);
        await().atMost(SOON).untilAsserted(() -> assertThat(subjects(rita)).contains(marker));
        assertThat(subjects(rita)).doesNotContain(after);
    }

    @Test
    void goesOnWhereAReaderStopped() {
        LiveReader first = opened("sam");
        String seen = impediment("ORGANIZATION", "payments");
        await().atMost(SOON).untilAsserted(() -> assertThat(subjects(first)).contains(seen));
        first.close();

        String missed = impediment("ORGANIZATION", "payments");
        String missedToo = impediment("TEAM", "payments");
        LiveReader other = opened("guest");
        String marker = impediment("ORGANIZATION", "payments");
        await().atMost(SOON).untilAsserted(() -> assertThat(subjects(other)).contains(marker));

        LiveReader again = opened("sam", first.lastEventId());
        await().atMost(SOON).untilAsserted(() -> assertThat(subjects(again)).contains(missed, missedToo, marker));
        assertThat(subjects(again)).doesNotContain(seen);
        assertThat(again.told()).extracting(LiveReader.Told::event).containsOnly("change");
        LiveReader guest = opened("guest", first.lastEventId());
        await().atMost(SOON).untilAsserted(() -> assertThat(subjects(guest)).contains(missed, marker));
        assertThat(subjects(guest)).doesNotContain(missedToo);
    }

    @Test
    void saysResetWhereItCannotGoOn() {
        for (String place : List.of("00000000-5", "something else", "00000000-999999999999999999")) {
            LiveReader lost = opened("sam", place);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(lost.told())
                            .extracting(LiveReader.Told::event)
                            .startsWith("reset"));

            String id = impediment("ORGANIZATION", "payments");
            await().atMost(SOON).untilAsserted(() -> assertThat(subjects(lost)).contains(id));
            assertThat(lost.told()).extracting(LiveReader.Told::event).containsOnlyOnce("reset");
        }
    }

    @Test
    void ofThePeopleItTellsOnlyThatSomebodyHasChanged() {
        LiveReader guest = opened("guest");

        service.publish("team.people", "quinn", person("quinn"));

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(guest.told()).anyMatch(told -> told.data().contains("people-changed")));
        assertThat(guest.told()).noneMatch(told -> told.data().contains("quinn"));
    }

    @Test
    void endsWithTheTokenAndWithThePerson() {
        @SuppressWarnings("JavaUtilDate") // the JOSE library takes nothing else
        String token = RealParts.get()
                .token("sam", Map.of("exp", Date.from(Instant.now().plusSeconds(3))));
        LiveReader brief = LiveReader.withToken(service, HTTP, token, "");
        readers.add(brief);
        service.publish("team.people", "leaver", person("leaver"));
        await().atMost(SOON).until(() -> isKnown("leaver"));
        LiveReader leaver = opened("leaver");
        service.publish("team.people", "leaver", person("leaver").replace("true", "false"));

        await().atMost(SOON).until(brief::ended);
        await().atMost(SOON).until(leaver::ended);
        assertThat(brief.lastEventId()).isNotEmpty();
    }

    @Test
    void refusesStrangers() {
        HttpResponse<String> stranger = service.get("stranger", "/api/feed/live");
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(service.send("GET", "forged", "/api/feed/live", "", Map.of()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aThousandReadersNeedNoThousandThreads() {
        LiveReader one = opened("sam");
        int before = Thread.getAllStackTraces().size();
        for (int i = 0; i < 1000; i++) {
            readers.add(LiveReader.open(service, HTTP, "sam", ""));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> readers.stream()
                        .noneMatch(reader -> reader.lastEventId().isEmpty()));

        String id = impediment("TEAM", "payments");

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        readers.stream().allMatch(reader -> subjects(reader).contains(id)));
        assertThat(subjects(one)).contains(id);
        assertThat(Thread.getAllStackTraces().size() - before).isLessThan(150);
    }

    @Test
    void aReaderThatTakesNothingIsDroppedAndHoldsUpNobody() throws IOException {
        LiveReader sam = opened("sam");
        Notices notices = service.context().getBean(Notices.class);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            // Readers of other tests that have gone are found out by writing to them.
            notices.add(List.of(notice("knock")));
            return open() == 1;
        });
        int port = Integer.parseInt(service.context().getEnvironment().getProperty("local.server.port", ""));
        try (Socket lazy = new Socket()) {
            lazy.setReceiveBufferSize(4096);
            lazy.connect(new InetSocketAddress("localhost", port));
            lazy.getOutputStream()
                    .write(("GET /api/feed/live HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + RealParts.get().token("guest") + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().atMost(SOON).until(() -> open() == 2);

            int rounds = 0;
            while (open() == 2 && rounds++ < 400) {
                String marker = "marker-" + rounds;
                notices.add(Collections.nCopies(400, notice("filler")));
                notices.add(List.of(notice(marker)));
                await().atMost(SOON).until(() -> subjects(sam).contains(marker));
            }

            assertThat(open()).isEqualTo(1);
            assertThat(sam.told()).extracting(LiveReader.Told::event).containsOnly("change");
        }
    }

    private static Notice notice(String subject) {
        return new Notice(
                "guildhall.team.a-type-of-the-usual-length.v1",
                subject,
                1,
                "team.impediments",
                Instant.EPOCH,
                Visibility.ORGANIZATION,
                List.of(),
                null);
    }

    @Test
    void whoAsksForTheHeadersAloneOpensNoStream() {
        double before = open();
        for (String stream : List.of("/api/feed/live", "/api/feed/events/live")) {
            HttpResponse<String> answer = service.send("HEAD", RealParts.get().token("sam"), stream, "", Map.of());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        }
        assertThat(open()).isLessThanOrEqualTo(before);
    }

    private static double open() {
        return service.context()
                .getBean(MeterRegistry.class)
                .get("guildhall.live.readers")
                .gauge()
                .value();
    }

    private LiveReader opened(String who) {
        return opened(who, "");
    }

    private LiveReader opened(String who, String lastEventId) {
        LiveReader reader = LiveReader.open(service, HTTP, who, lastEventId);
        readers.add(reader);
        await().atMost(SOON).until(() -> !reader.lastEventId().isEmpty());
        return reader;
    }

    private static boolean toldOf(LiveReader reader, String id) {
        String marker = impediment("ORGANIZATION", "payments");
        // The marker is no later than what was published before it only on the same partition: wait for both or a
        // moment.
        await().atMost(SOON).until(() -> subjects(reader).contains(marker));
        try {
            await().atMost(Duration.ofMillis(700)).until(() -> subjects(reader).contains(id));
            return true;
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            return false;
        }
    }

    private static List<String> subjects(LiveReader reader) {
        return reader.told().stream()
                .map(told -> told.data().replaceFirst(".*\"subject\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private static String impediment(String visibility, String team) {
        String id = UUID.randomUUID().toString();
        service.publish("team.impediments", id, """
                {"title":"Secret","visibility":"%s","scopes":["%s"]}""".formatted(visibility, team));
        return id;
    }

    private static void member(String team, String person) {
        service.publish("team.units", team, """
                {"kind":"TEAM","name":"%s","parent":"product","visibility":"ORGANIZATION","assignments":[
                {"person":"%s","role":"DEVELOPER","from":"2026-01-01"}]}""".formatted(team, person));
    }

    private static String person(String name) {
        return """
                {"name":"%s","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(name, RealParts.get().issuer(), name);
    }

    private static boolean isKnown(String person) {
        return service.context()
                .getBean(io.guildhall.platform.access.Scopes.class)
                .linked(RealParts.get().issuer(), person)
                .isPresent();
    }
}
