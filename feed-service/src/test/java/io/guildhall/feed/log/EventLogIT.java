package io.guildhall.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.guildhall.feed.FeedService;
import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.Notice;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.security.Actors;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The event log on a real broker and store, through its API and, for what a broker would not do on request, directly. */
class EventLogIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final EventLog.Filter ALL = new EventLog.Filter(null, null, null, null, null, null, null, null);
    private static final String EVENTS = "/api/feed/events";

    private static RunningService service;
    private static EventLog log;

    @BeforeAll
    static void start() {
        service = RunningService.start(FeedService.class, "feed-service", RealParts.installation());
        log = service.context().getBean(EventLog.class);
        unit("shop", "AREA", "product", "");
        unit("payments", "TEAM", "shop", "sam");
        unit("ledger", "TEAM", "shop", "");
        for (String person : List.of("sam", "guest")) {
            service.publish(
                    "team.people", person, """
                    {"name":"%s of the house","active":true,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(person, RealParts.get().issuer(), person));
        }
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(service.get("guest", EVENTS).statusCode()).isEqualTo(200);
            assertThat(service.get("sam", EVENTS).statusCode()).isEqualTo(200);
            assertThat(positions(get("sam", "?topic=team.units"))).hasSize(3);
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void tellsWhatWasPublishedAndByWhom() {
        String id = UUID.randomUUID().toString();
        service.publish("team.impediments", id, impediment("ORGANIZATION", "payments"));

        JsonNode told = awaitFirst("sam", id);
        assertThat(told.get("event").stringValue()).isEqualTo(id + "@1");
        assertThat(told.get("topic").stringValue()).isEqualTo("team.impediments");
        assertThat(told.get("title").stringValue()).isEqualTo("The vault is shut");
        assertThat(told.get("by").get("id").stringValue()).isEqualTo("test");
        assertThat(told.get("at").stringValue()).isEqualTo("2026-11-24T00:00:00Z");
    }

    @Test
    void keepsNothingOfPeople() {
        HttpResponse<String> refused = service.get("sam", EVENTS + "?topic=team.people");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("/problems/unknown-topic", "team.units")
                .doesNotContain("team.people,");
        MongoDatabase database = service.context().getBean(MongoDatabase.class);
        assertThat(database.getCollection("log").countDocuments(Filters.eq("topic", "team.people")))
                .isZero();
    }

    @Test
    void findsWhatConcernsAUnitAndAllBelowIt() {
        String id = UUID.randomUUID().toString();
        service.publish("team.impediments", id, impediment("ORGANIZATION", "ledger"));
        awaitFirst("sam", id);

        for (String unit : List.of("shop", "ledger", "product")) {
            assertThat(subjects(get("sam", "?subject=" + id + "&unit=" + unit))).containsExactly(id);
        }
        assertThat(subjects(get("sam", "?subject=" + id + "&unit=payments"))).isEmpty();
        assertThat(subjects(get("sam", "?topic=team.units&unit=shop")))
                .containsExactlyInAnyOrder("shop", "payments", "ledger");
        assertThat(subjects(get("sam", "?topic=team.units&unit=ledger"))).containsExactly("ledger");
        assertThat(subjects(get("sam", "?unit=nowhere"))).isEmpty();
    }

    @Test
    void pagesBackToTheFirstEntryAndForwardFromAnyPosition() {
        for (int i = 0; i < 5; i++) {
            String id = UUID.randomUUID().toString();
            service.publish("team.impediments", id, impediment("ORGANIZATION", "payments"));
            awaitFirst("sam", id);
        }
        List<Long> all = positions(get("sam", "?limit=100"));
        assertThat(all).hasSizeGreaterThan(7).isSortedAccordingTo((one, other) -> Long.compare(other, one));

        List<Long> back = new ArrayList<>();
        JsonNode page = get("sam", "?limit=7");
        back.addAll(positions(page));
        while (page.path("next").isString()) {
            page = get("sam", "?limit=7&cursor=" + page.get("next").stringValue());
            back.addAll(positions(page));
        }
        assertThat(back).startsWith(all.toArray(Long[]::new)).doesNotHaveDuplicates();
        assertThat(back.get(back.size() - 1)).isEqualTo(1);
        assertThat(positions(get("sam", "?limit=2&after=" + all.get(3)))).containsExactly(all.get(2), all.get(1));
        assertThat(positions(get("sam", "?after=" + all.get(0)))).isEmpty();
    }

    @Test
    void narrowsByTypeAndTime() {
        String id = UUID.randomUUID().toString();
        log.append(List.of(fact(id, 1, null, "2019-05-01T10:00:00Z", "ORGANIZATION")));
        String mayDay = "?from=2019-05-01T00:00:00Z&until=2019-05-02T00:00:00Z";
        assertThat(subjects(get("sam", mayDay))).containsExactly(id);
        assertThat(subjects(get("sam", mayDay + "&type=guildhall.team.impediment-raised.v1")))
                .containsExactly(id);
        assertThat(subjects(get("sam", mayDay + "&type=test.v1"))).isEmpty();
        assertThat(subjects(get("sam", "?until=2019-05-01T10:00:00Z"))).isEmpty();
    }

    @Test
    void whoMayNotSeeASubjectNowSeesNothingThatTheLogTellsOfIt() {
        String id = UUID.randomUUID().toString();
        service.publish("team.impediments", id, 1, impediment("ORGANIZATION", "payments"));
        long position = awaitFirst("guest", id).get("position").longValue();

        service.publish("team.impediments", id, 2, impediment("TEAM", "payments"));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(subjects(get("sam", "?subject=" + id))).hasSize(2));
        assertThat(subjects(get("guest", "?subject=" + id))).isEmpty();
        HttpResponse<String> hidden = service.get("guest", EVENTS + "/" + position);
        HttpResponse<String> missing = service.get("guest", EVENTS + "/" + 1_000_000_007L);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body().replace(Long.toString(position), "N"))
                .isEqualTo(missing.body().replace("1000000007", "N"));

        // What comes late is no wider for it.
        log.append(List.of(fact(id, 0, null, "2026-11-20T10:00:00Z", "ORGANIZATION")));
        assertThat(subjects(get("sam", "?subject=" + id))).hasSize(3);
        assertThat(subjects(get("guest", "?subject=" + id))).isEmpty();
    }

    @Test
    void tellsWhyAndWhatFollowedAsFarAsTheReaderMaySee() {
        String slip = UUID.randomUUID().toString();
        String hidden = UUID.randomUUID().toString();
        String assessed = UUID.randomUUID().toString();
        append(log, slip, 1, null, "ORGANIZATION");
        append(log, hidden, 1, slip + "@1", "TEAM");
        append(log, assessed, 1, hidden + "@1", "ORGANIZATION");
        long last = first("sam", assessed).get("position").longValue();

        JsonNode sam = read("sam", "/" + last);
        assertThat(subjects(sam.get("causes"))).containsExactly(slip, hidden);
        assertThat(sam.get("effects")).isEmpty();
        assertThat(subjects(read("guest", "/" + last).get("causes"))).containsExactly(slip);

        long start = first("guest", slip).get("position").longValue();
        assertThat(subjects(read("sam", "/" + start).get("effects"))).containsExactly(hidden, assessed);
        assertThat(subjects(read("guest", "/" + start).get("effects"))).containsExactly(assessed);
    }

    @Test
    void givesEveryFactOnePlaceThoughSeveralInstancesAreToldOfIt() throws Exception {
        EventLog other = anotherInstance();
        String prefix = UUID.randomUUID() + "-";
        long before = newest();
        List<String> seen = new ArrayList<>();
        CompletableFuture<Void> writers = CompletableFuture.allOf(
                CompletableFuture.runAsync(
                        () -> IntStream.range(0, 200).forEach(i -> append(log, prefix + i, 1, null, "ORGANIZATION"))),
                CompletableFuture.runAsync(() -> IntStream.range(0, 200)
                        .forEach(i -> append(other, prefix + (199 - i), 1, null, "ORGANIZATION"))));

        // A reader that goes on from what it has seen misses nothing, though all this time entries are added.
        long position = before;
        while (!writers.isDone() || newest() > position) {
            for (LogEntry entry : after(position)) {
                assertThat(entry.position()).isGreaterThan(position);
                position = entry.position();
                seen.add(entry.subject());
            }
        }
        writers.get();
        assertThat(seen).hasSize(200).doesNotHaveDuplicates().allMatch(subject -> subject.startsWith(prefix));
    }

    @Test
    void whatIsToldTogetherGoesByTheNewestOfItAndKeepsItsOrder() {
        String id = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        List<EventLog.Fact> facts = new ArrayList<>();
        for (int sequence = 1; sequence <= 150; sequence++) {
            facts.add(fact(id, sequence, null, "2026-11-24T09:00:00Z", sequence < 150 ? "ORGANIZATION" : "TEAM"));
            facts.add(fact(other, sequence, null, "2026-11-24T09:00:00Z", "ORGANIZATION"));
        }
        log.append(facts);
        log.append(facts.subList(40, 300));

        assertThat(events("sam", id)).hasSize(150).startsWith(id + "@150").endsWith(id + "@1");
        assertThat(events("guest", id)).isEmpty();
        assertThat(events("guest", other))
                .hasSize(150)
                .startsWith(other + "@150")
                .endsWith(other + "@1");
    }

    @Test
    void anUnreadableEventHoldsUpNothing() {
        String before = UUID.randomUUID().toString();
        String after = UUID.randomUUID().toString();
        service.publish("team.waivers", before, impediment("ORGANIZATION", "payments"));
        service.publish("team.waivers", before, 2, "[]");
        service.publish("team.waivers", before, 3, impediment("ORGANIZATION", "payments"));
        service.publish("team.waivers", after, impediment("ORGANIZATION", "payments"));

        awaitFirst("sam", after);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(events("sam", before)).containsExactly(before + "@3", before + "@1"));
        assertThat(service.log("team.waivers-dlt", before)).hasSize(1);
    }

    @Test
    void whatWasPlacedBeforeAKillIsThereBeforeAnythingElse() {
        MongoDatabase database = service.context().getBean(MongoDatabase.class);
        String lost = UUID.randomUUID().toString();
        append(anotherInstance(), lost, 1, null, "ORGANIZATION");
        // As if that instance had been killed between giving the place and writing the entry.
        database.getCollection("log").deleteOne(Filters.eq("subject", lost));
        assertThat(log.page(subject(lost), sam(), null, 10).items()).isEmpty();

        String next = UUID.randomUUID().toString();
        append(anotherInstance(), next, 1, null, "ORGANIZATION");

        List<String> order = new ArrayList<>();
        database.getCollection("log")
                .find(Filters.in("subject", lost, next))
                .sort(Sorts.ascending("position"))
                .forEach(entry -> order.add(entry.getString("subject")));
        assertThat(order).containsExactly(lost, next);
    }

    @Test
    void whatWasPlacedBeforeAKillIsNoWiderThanItsSubjectIsNow() {
        MongoDatabase database = service.context().getBean(MongoDatabase.class);
        for (boolean together : List.of(true, false)) {
            String id = UUID.randomUUID().toString();
            EventLog.Fact wide = fact(id, 5, null, "2026-11-24T09:00:00Z", "ORGANIZATION");
            EventLog.Fact narrow = fact(id, 6, null, "2026-11-24T09:00:00Z", "TEAM");
            anotherInstance().append(List.of(wide));
            // As if that instance had been killed between giving the place and writing the entry.
            database.getCollection("log").deleteOne(Filters.eq("subject", id));
            database.getCollection("log_subjects").deleteOne(Filters.eq("subject", id));

            EventLog other = anotherInstance();
            if (together) {
                other.append(List.of(wide, narrow));
            } else {
                other.append(List.of(wide));
                other.append(List.of(narrow));
            }

            assertThat(events("sam", id)).containsExactly(id + "@6", id + "@5");
            assertThat(events("guest", id)).isEmpty();
        }
    }

    @Test
    void whoStillWritesWhatWasTrueBeforeWidensNothing() {
        String id = UUID.randomUUID().toString();
        EventLog slow = anotherInstance();
        slow.append(List.of(fact(id, 4, null, "2026-11-24T09:00:00Z", "TEAM")));
        log.append(List.of(fact(id, 5, null, "2026-11-24T09:00:00Z", "ORGANIZATION")));
        log.append(List.of(fact(id, 6, null, "2026-11-24T09:00:00Z", "TEAM")));
        // As it stood when the slow one began with the fifth event.
        service.context()
                .getBean(MongoDatabase.class)
                .getCollection("log_subjects")
                .updateOne(Filters.eq("subject", id), new Document("$set", new Document("sequence", 4L)));
        slow.append(List.of(fact(id, 5, null, "2026-11-24T09:00:00Z", "ORGANIZATION")));

        assertThat(events("sam", id)).containsExactly(id + "@6", id + "@5", id + "@4");
        assertThat(events("guest", id)).isEmpty();
    }

    @Test
    void forgetsWhatIsOlderThanItIsKept() {
        String id = UUID.randomUUID().toString();
        log.append(List.of(fact(id, 1, null, "2001-01-01T00:00:00Z", "ORGANIZATION")));
        assertThat(log.forget(Instant.parse("2001-01-01T00:00:00Z"))).isZero();
        assertThat(log.forget(Instant.parse("2001-01-01T00:00:01Z"))).isOne();
        assertThat(subjects(get("sam", "?subject=" + id))).isEmpty();
    }

    @Test
    void refusesWhatItCannotAnswer() {
        assertThat(service.get("stranger", EVENTS).statusCode()).isEqualTo(403);
        assertThat(service.get("sam", EVENTS + "?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(service.get("sam", EVENTS + "?from=%2B1000000000-12-31T23:59:59Z")
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.get("sam", EVENTS + "?until=-0001-01-01T00:00:00Z").statusCode())
                .isEqualTo(400);
        String deep = Base64.getUrlEncoder().encodeToString("[".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        assertThat(service.get("sam", EVENTS + "?cursor=" + deep).statusCode()).isEqualTo(400);
        assertThat(service.get("sam", EVENTS + "?after=x").statusCode()).isEqualTo(400);
        assertThat(service.get("sam", EVENTS + "?limit=1000").statusCode()).isEqualTo(422);
        assertThat(service.get("sam", EVENTS + "?cursor=x").statusCode()).isEqualTo(400);
        assertThat(service.get("sam", EVENTS + "/x").statusCode()).isEqualTo(400);
        assertThatThrownBy(() -> log.page(ALL, new Actor(null, "i", "s", false), null, 10))
                .isInstanceOf(Refusal.class);
    }

    private static EventLog anotherInstance() {
        return new EventLog(
                service.context().getBean(MongoDatabase.class),
                service.context().getBean(Access.class),
                service.context().getBean(Scopes.class));
    }

    private static void append(EventLog to, String id, long sequence, @Nullable String cause, String visibility) {
        to.append(List.of(fact(id, sequence, cause, "2026-11-24T09:00:00Z", visibility)));
    }

    private static EventLog.Fact fact(String id, long sequence, @Nullable String cause, String at, String visibility) {
        IncomingEvent event = event("team.impediments", id, sequence, cause, at, visibility);
        return new EventLog.Fact(
                event, Notice.of(event, new LiveProperties.Topic("team.impediments", LiveProperties.Readers.BY_STATE)));
    }

    /** The ids of the events of a subject, the newest first. */
    private static List<String> events(String who, String subject) {
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get(who, "?subject=" + subject + next);
            page.get("items").forEach(item -> found.add(item.get("event").stringValue()));
            next = page.path("next").isString() ? "&cursor=" + page.get("next").stringValue() : "";
        } while (!next.isEmpty());
        return found;
    }

    private static IncomingEvent event(
            String topic, String id, long sequence, @Nullable String cause, String at, String visibility) {
        return new IncomingEvent(
                topic,
                id + "@" + sequence,
                "guildhall.team.impediment-raised.v1",
                id,
                sequence,
                0,
                cause,
                null,
                StateMapper.json().readTree(impediment(visibility, "payments")),
                StateMapper.json().readTree("{\"title\":\"The vault is shut\"}"),
                "sam",
                Instant.parse(at));
    }

    private static Actor sam() {
        return service.context().getBean(Actors.class).of(RealParts.get().issuer(), "sam");
    }

    private static EventLog.Filter subject(String id) {
        return new EventLog.Filter(null, null, id, null, null, null, null, null);
    }

    private static List<LogEntry> after(long position) {
        Page<LogEntry> page =
                log.page(new EventLog.Filter(null, null, null, null, null, null, null, position), sam(), null, 100);
        return page.items();
    }

    private static long newest() {
        Document last = service.context()
                .getBean(MongoDatabase.class)
                .getCollection("log")
                .find()
                .sort(Sorts.descending("position"))
                .first();
        return last == null ? 0 : last.getLong("position");
    }

    private static JsonNode awaitFirst(String who, String subject) {
        await().atMost(SOON)
                .until(() -> !get(who, "?subject=" + subject).get("items").isEmpty());
        return first(who, subject);
    }

    private static JsonNode first(String who, String subject) {
        return get(who, "?subject=" + subject).get("items").get(0);
    }

    private static JsonNode get(String who, String query) {
        return read(who, query.contains("limit") ? query : query + "&limit=100");
    }

    private static JsonNode read(String who, String query) {
        HttpResponse<String> answer = service.get(who, EVENTS + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningService.body(answer);
    }

    private static List<Long> positions(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("position").longValue())
                .toList();
    }

    private static List<String> subjects(JsonNode page) {
        JsonNode items = page.isArray() ? page : page.get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("subject").stringValue())
                .toList();
    }

    private static void unit(String id, String kind, String parent, String developer) {
        String assignments = developer.isEmpty()
                ? ""
                : "{\"person\":\"" + developer + "\",\"role\":\"DEVELOPER\",\"from\":\"2026-01-01\"}";
        service.publish("team.units", id, """
                {"kind":"%s","name":"%s","parent":"%s","visibility":"ORGANIZATION","scopes":[],"assignments":[%s]}""".formatted(kind, id, parent, assignments));
    }

    private static String impediment(String visibility, String team) {
        return "{\"title\":\"The vault is shut\",\"visibility\":\"%s\",\"scopes\":[\"%s\"]}"
                .formatted(visibility, team);
    }
}
