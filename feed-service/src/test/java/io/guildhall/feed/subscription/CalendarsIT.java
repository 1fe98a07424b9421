package io.guildhall.feed.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.feed.FeedService;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Calendars on a real broker and store, read by ical4j. */
class CalendarsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String MINE = "{\"kind\":\"CALENDAR\",\"name\":\"My days, and; more\"}";

    private static RunningService service;
    private static Subscriber reader;
    private static LocalDate today;
    private static long now;

    @BeforeAll
    static void start() {
        service = RunningService.start(FeedService.class, "feed-service", RealParts.installation());
        reader = new Subscriber(service);
        Clock clock = service.context().getBean(Clock.class);
        today = LocalDate.now(clock);
        now = clock.millis();
        service.publish("team.units", "product", now, """
                {"kind":"PRODUCT","name":"Harbour","parent":null,"visibility":"ORGANIZATION","scopes":[],"assignments":[],
                 "calendar":{"firstStart":"%s","lengthDays":14}}""".formatted(today.minusDays(14 * 20L)));
        unit("shop", "AREA", "product", "lead");
        unit("payments", "TEAM", "shop", "sam");
        unit("ledger", "TEAM", "product", "");
        for (String person : List.of("sam", "lead", "guest")) {
            service.publish(
                    "team.people", person, """
                    {"name":"%s","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(person, RealParts.get().issuer(), person));
        }
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(service.get("guest", Subscriber.API).statusCode())
                                .isEqualTo(200));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void showsTheDaysOfADependencyAndThatTheyWereMoved() {
        String path = reader.subscribe("sam", MINE);
        String id = UUID.randomUUID().toString();
        dependency(id, now, "Ledger API", today.plusDays(9), null, "PROPOSED", "ORGANIZATION");
        VEvent due = awaitEvent(path, "needed-by-" + id);
        assertThat(due.getSummary().getValue()).isEqualTo("Due: Ledger API (ledger for payments)");
        assertThat(due.getDateTimeStart().getDate()).isEqualTo(today.plusDays(9));
        assertThat(due.getDateTimeEnd().getDate()).isEqualTo(today.plusDays(10));
        assertThat(due.getDateTimeStart().<Value>getRequiredParameter("VALUE")).isEqualTo(Value.DATE);
        assertThat(value(due, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(due, "TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(value(due, "URL")).isEqualTo("http://localhost:8080/dependencies/" + id);
        assertThat(value(due, "DTSTAMP")).isEqualTo(value(due, "LAST-MODIFIED"));
        assertThat(event(path, "committed-by-" + id)).isEmpty();

        dependency(id, now + 3_000, "Ledger API", today.plusDays(12), today.plusDays(11), "COMMITTED", "ORGANIZATION");
        VEvent committed = awaitEvent(path, "committed-by-" + id);
        assertThat(committed.getSummary().getValue()).isEqualTo("Committed: Ledger API (ledger for payments)");
        VEvent moved = event(path, "needed-by-" + id).orElseThrow();
        assertThat(moved.getDateTimeStart().getDate()).isEqualTo(today.plusDays(12));
        assertThat(moved.getSequence().getSequenceNo())
                .isEqualTo(due.getSequence().getSequenceNo() + 3)
                .isPositive();

        dependency(id, now + 9_000, "Ledger API", today.plusDays(12), today.plusDays(11), "WITHDRAWN", "ORGANIZATION");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                value(event(path, "needed-by-" + id).orElseThrow(), "STATUS"))
                        .isEqualTo("CANCELLED"));
        assertThat(value(event(path, "committed-by-" + id).orElseThrow(), "STATUS"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void showsTheGatheringsOfACommunityMovedOnesWhereTheyTakePlaceAndCancelledOnesAsSuch() {
        String id = UUID.randomUUID().toString();
        String path = reader.subscribe("guest", "{\"kind\":\"CALENDAR\",\"name\":\"Mine\"}");
        community(id, "ORGANIZATION", now, "[]");
        assertThat(event(path, "gathering-" + id + "-" + today)).isEmpty();

        service.publish("cop.memberships", "m-" + id, now, """
                {"scope":"%s","person":"guest","role":"COMMUNITY_MEMBER","from":"2026-01-01","to":null}""".formatted(id));
        VEvent first = awaitEvent(path, "gathering-" + id + "-" + today);
        assertThat(first.getSummary().getValue()).isEqualTo("Chapter");
        assertThat(value(first, "DTSTART")).isEqualTo(utc(today, "15:00"));
        assertThat(value(first, "DTEND")).isEqualTo(utc(today, "15:45"));
        assertThat(value(first, "TRANSP")).isEqualTo("OPAQUE");
        assertThat(event(path, "gathering-" + id + "-" + today.plusDays(7))).isEmpty();

        community(id, "ORGANIZATION", now + 5_000, """
                [{"on":"%s","movedTo":"%sT09:30:00","reason":null},{"on":"%s","movedTo":null,"reason":"Holiday"}]""".formatted(today, today.plusDays(1), today.plusDays(14)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(value(
                                event(path, "gathering-" + id + "-" + today).orElseThrow(), "DTSTART"))
                        .isEqualTo(utc(today.plusDays(1), "09:30")));
        VEvent cancelled =
                event(path, "gathering-" + id + "-" + today.plusDays(14)).orElseThrow();
        assertThat(value(cancelled, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(
                        event(path, "gathering-" + id + "-" + today.plusDays(28))
                                .orElseThrow(),
                        "STATUS"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void aCalendarInWhichNothingHappensIsOneNevertheless() {
        String id = UUID.randomUUID().toString();
        community(id, "ORGANIZATION", now, "[]");
        service.publish("cop.communities", id, now + 1, """
                {"kind":"COMMUNITY","apart":true,"name":"Chapter","assignments":[],"visibility":"ORGANIZATION","scopes":["%s"],
                 "schedule":{"spells":[],"deviations":[]}}""".formatted(id));
        String ofIt = "{\"kind\":\"CALENDAR\",\"name\":\"Chapter\",\"unit\":\"" + id + "\"}";
        await().atMost(SOON)
                .until(() -> service.post("sam", Subscriber.API, ofIt, Map.of()).statusCode() == 201);
        String path = reader.subscribe("sam", ofIt);

        await().atMost(SOON).untilAsserted(() -> {
            Calendar calendar = reader.calendar(path);
            assertThat(calendar.validate().getEntries()).isEmpty();
            assertThat(calendar.<CalendarComponent>getComponents())
                    .extracting(Component::getName)
                    .containsExactly("VTIMEZONE");
        });
        assertThat(reader.fetch(path).body())
                .contains("BEGIN:STANDARD\r\n", "TZID:UTC\r\n", "DTSTART:19700101T000000\r\n", "TZOFFSETTO:+0000\r\n");
    }

    @Test
    void showsTheGatheringsOfAPrivateCommunityToItsMembersAlone() {
        String id = UUID.randomUUID().toString();
        community(id, "TEAM", now, "[]");
        service.publish("cop.memberships", "m-" + id, now, """
                {"scope":"%s","person":"sam","role":"COMMUNITY_MEMBER","from":"2026-01-01","to":null}""".formatted(id));
        String ofIt = "{\"kind\":\"CALENDAR\",\"name\":\"Chapter\",\"unit\":\"" + id + "\"}";
        await().atMost(SOON)
                .until(() -> service.post("sam", Subscriber.API, ofIt, Map.of()).statusCode() == 201);
        String members = reader.subscribe("sam", ofIt);
        awaitEvent(members, "gathering-" + id + "-" + today);
        assertThat(event(members, "sprint-product-21"))
                .as("it is not of the product")
                .isEmpty();
        for (String other : List.of("lead", "guest")) {
            assertThat(service.post(other, Subscriber.API, ofIt, Map.of()).statusCode())
                    .as(other)
                    .isEqualTo(422);
        }

        service.publish("cop.memberships", "m-" + id, now + 1, """
                {"scope":"%s","person":"sam","role":"COMMUNITY_MEMBER","from":"2026-01-01","to":"%s"}""".formatted(id, today));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reader.calendar(members).<VEvent>getComponents("VEVENT"))
                        .isEmpty());
    }

    private static void community(String id, String visibility, long sequence, String deviations) {
        service.publish("cop.communities", id, sequence, """
                {"kind":"COMMUNITY","apart":true,"name":"Chapter","assignments":[],"visibility":"%s","scopes":["%s"],
                 "schedule":{"spells":[{"cadence":{"rule":"FREQ=DAILY;INTERVAL=14","first":"%s","at":"15:00:00","zone":"UTC",
                  "minutes":45},"last":null}],"deviations":%s}}""".formatted(visibility, id, today, deviations));
    }

    private static String utc(LocalDate day, String time) {
        return day.toString().replace("-", "") + "T" + time.replace(":", "") + "00Z";
    }

    @Test
    void showsFeaturesPromisesAndSprints() {
        String path = reader.subscribe("sam", MINE);
        String feature = UUID.randomUUID().toString();
        String impediment = UUID.randomUUID().toString();
        service.publish(
                "roadmap.features",
                feature,
                now,
                state(Map.of(
                        "key",
                        "SHOP-7",
                        "title",
                        "Checkout",
                        "date",
                        today.plusDays(3).toString(),
                        "status",
                        "PLANNED")));
        service.publish(
                "team.impediments",
                impediment,
                now,
                state(Map.of(
                        "title",
                        "The vault is shut",
                        "answer",
                        Map.of("kind", "PROMISED", "promisedFor", today.toString()))));

        assertThat(awaitEvent(path, "feature-" + feature).getSummary().getValue())
                .isEqualTo("Planned: SHOP-7 Checkout");
        assertThat(awaitEvent(path, "promise-" + impediment).getSummary().getValue())
                .isEqualTo("Promised by leadership: The vault is shut");
        VEvent sprint = event(path, "sprint-product-21").orElseThrow();
        assertThat(sprint.getDateTimeStart().getDate()).isEqualTo(today);
        assertThat(sprint.getDateTimeEnd().getDate()).isEqualTo(today.plusDays(14));
        assertThat(event(path, "sprint-product-27")).isPresent();
        assertThat(event(path, "sprint-product-28")).isEmpty();
        assertThat(event(path, "sprint-product-14")).isPresent();
        assertThat(event(path, "sprint-product-13")).isEmpty();
    }

    @Test
    void whatIsLongOverAndWhatWasCalledOffLongAgoIsGone() {
        String path = reader.subscribe("sam", MINE);
        String kept = UUID.randomUUID().toString();
        String over = UUID.randomUUID().toString();
        String declined = UUID.randomUUID().toString();
        dependency(over, now, "Over", today.minusDays(91), null, "PROPOSED", "ORGANIZATION");
        dependency(
                declined,
                now - Duration.ofDays(91).toMillis(),
                "No",
                today.plusDays(5),
                null,
                "DECLINED",
                "ORGANIZATION");
        dependency(kept, now, "Kept", today.minusDays(90), today.minusDays(90), "DELIVERED", "ORGANIZATION");

        assertThat(value(awaitEvent(path, "committed-by-" + kept), "STATUS")).isEqualTo("CONFIRMED");
        String sentinel = UUID.randomUUID().toString();
        for (String id : List.of(over, declined)) {
            dependency(sentinel + id, now, "After", today, null, "PROPOSED", "ORGANIZATION");
            awaitEvent(path, "needed-by-" + sentinel + id);
        }
        assertThat(event(path, "needed-by-" + over)).isEmpty();
        assertThat(event(path, "needed-by-" + declined)).isEmpty();
        assertThat(event(path, "needed-by-" + kept)).isEmpty();
    }

    @Test
    void showsWhatConcernsTheUnitsOfItsOwnerOrTheOneChosenAndOnlyWhatTheyMaySee() {
        String open = UUID.randomUUID().toString();
        String narrow = UUID.randomUUID().toString();
        dependency(open, now, "Open", today, null, "PROPOSED", "ORGANIZATION");
        dependency(narrow, now, "Narrow", today, null, "PROPOSED", "TEAM");
        awaitEvent(reader.subscribe("sam", MINE), "needed-by-" + narrow);

        for (String path : List.of(
                reader.subscribe("lead", MINE),
                reader.subscribe("lead", "{\"kind\":\"CALENDAR\",\"name\":\"S\",\"unit\":\"shop\"}"),
                reader.subscribe("sam", "{\"kind\":\"CALENDAR\",\"name\":\"L\",\"unit\":\"ledger\"}"),
                reader.subscribe("sam", "{\"kind\":\"CALENDAR\",\"name\":\"P\",\"unit\":\"product\"}"))) {
            assertThat(event(path, "needed-by-" + open)).isPresent();
            assertThat(event(path, "needed-by-" + narrow)).isPresent();
        }
        String nobodys = reader.subscribe("guest", MINE);
        assertThat(event(nobodys, "needed-by-" + open)).isEmpty();
        String chosen = reader.subscribe("guest", "{\"kind\":\"CALENDAR\",\"name\":\"P\",\"unit\":\"payments\"}");
        assertThat(event(chosen, "needed-by-" + open)).isPresent();
        assertThat(event(chosen, "needed-by-" + narrow)).isEmpty();
    }

    @Test
    void aTitleSurvivesWhateverIsInItAndNoLineIsTooLong() {
        String path = reader.subscribe("sam", MINE);
        for (int length = 0; length < 40; length++) {
            String id = UUID.randomUUID().toString();
            String title = "x".repeat(length)
                    + "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00 a < b & c, d; \\ ]]> \"q\" \u20AC\u20AC\u20AC\nsecond \uD83D\uDE00";
            dependency(id, now, title, today, null, "PROPOSED", "ORGANIZATION");
            assertThat(awaitEvent(path, "needed-by-" + id).getSummary().getValue())
                    .isEqualTo("Due: " + title + " (ledger for payments)");
        }
        for (String line : reader.fetch(path).body().split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).isNotEqualTo(" ");
        }
    }

    @Test
    void saysHowOftenToLookAndThatNothingHasChanged() {
        String path = reader.subscribe("sam", MINE);
        HttpResponse<String> first = reader.fetch(path);
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(first.body())
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
                .contains("X-PUBLISHED-TTL:PT1H")
                .contains("X-WR-TIMEZONE:")
                .contains("X-WR-CALNAME:My days\\, and\\; more")
                .doesNotContain("VTIMEZONE");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(reader.fetch(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(reader.send("HEAD", path).statusCode()).isEqualTo(200);
        assertThat(reader.fetch(path.replace(".ics", "/archive/0.atom")).statusCode())
                .isEqualTo(404);
        Occasion late = new Occasion("a", "b", today, today, Instant.parse("2087-12-31T00:00:00Z"), false, "/");
        assertThat(late.revision()).isPositive().isLessThan(Integer.MAX_VALUE);
    }

    private static VEvent awaitEvent(String path, String id) {
        await().atMost(SOON).until(() -> event(path, id).isPresent());
        return event(path, id).orElseThrow();
    }

    private static Optional<VEvent> event(String path, String id) {
        Calendar calendar = reader.calendar(path);
        assertThat(calendar.validate().getEntries()).isEmpty();
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .filter(event -> event.getUid().orElseThrow().getValue().equals(id + "@guildhall"))
                .findFirst();
    }

    private static String value(VEvent event, String property) {
        Property found = event.getRequiredProperty(property);
        return found.getValue();
    }

    private static void dependency(
            String id,
            long sequence,
            String title,
            LocalDate neededBy,
            @Nullable LocalDate committedBy,
            String status,
            String visibility) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "title",
                title,
                "consumer",
                "payments",
                "producer",
                "ledger",
                "neededBy",
                neededBy.toString(),
                "status",
                status,
                "visibility",
                visibility,
                "scopes",
                List.of("payments", "ledger")));
        if (committedBy != null) {
            fields.put("committedBy", committedBy.toString());
        }
        service.publish("team.dependencies", id, sequence, new JsonMapper().writeValueAsString(fields));
    }

    private static String state(Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("visibility", "ORGANIZATION");
        all.put("scopes", List.of("payments"));
        return new JsonMapper().writeValueAsString(all);
    }

    private static void unit(String id, String kind, String parent, String holder) {
        String assignments = holder.isEmpty()
                ? ""
                : "{\"person\":\"" + holder + "\",\"role\":\"DEVELOPER\",\"from\":\"2026-01-01\"}";
        service.publish("team.units", id, """
                {"kind":"%s","name":"%s","parent":"%s","visibility":"ORGANIZATION","scopes":[],"assignments":[%s]}""".formatted(kind, id, parent, assignments));
    }
}
