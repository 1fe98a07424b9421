package io.guildhall.feed.subscription;

import static io.guildhall.feed.subscription.Subscriber.API;
import static io.guildhall.feed.subscription.Subscriber.ids;
import static io.guildhall.feed.subscription.Subscriber.linked;
import static io.guildhall.feed.subscription.Subscriber.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.rometools.rome.feed.atom.Feed;
import io.guildhall.feed.FeedService;
import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.Notice;
import io.guildhall.feed.log.EventLog;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Subscriptions and the feeds they show, on a real broker and store, read by ROME. */
class SubscriptionsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String EVERYTHING = "{\"kind\":\"ATOM\",\"name\":\"All of it\"}";

    private static RunningService service;
    private static Subscriber reader;
    private static EventLog log;

    @BeforeAll
    static void start() {
        service = RunningService.start(FeedService.class, "feed-service", RealParts.installation());
        reader = new Subscriber(service);
        log = service.context().getBean(EventLog.class);
        team("payments", 1, "sam");
        team("ledger", 1, "ada");
        for (String person : List.of("sam", "ada", "guest", "many")) {
            person(person, 1, true);
        }
        await().atMost(SOON).untilAsserted(() -> {
            for (String person : List.of("sam", "ada", "guest", "many")) {
                assertThat(service.get(person, API).statusCode()).isEqualTo(200);
            }
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void showsItsAddressOnceAndKeepsNothingThatItCouldBeReadWith() {
        JsonNode made = reader.made("sam", EVERYTHING);
        String url = made.get("url").stringValue();
        String token = url.substring(url.lastIndexOf('/') + 1).replace(".atom", "");
        assertThat(url).startsWith("http://localhost:8080/feeds/gh_");
        assertThat(token).hasSize(46);
        assertThat(service.get("sam", API).body())
                .contains(made.get("subscription").get("id").stringValue())
                .doesNotContain(token);
        reader.fetch("/feeds/" + token);

        MongoDatabase database = service.context().getBean(MongoDatabase.class);
        for (String collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) {
                assertThat(document.toJson()).doesNotContain(token).doesNotContain(token.substring(3));
            }
        }
    }

    @Test
    void listsOnesOwnWithWhoReadThemLast() {
        JsonNode made = reader.made(
                "ada", "{\"kind\":\"ATOM\",\"name\":\" Ledger \",\"about\":\"DECISIONS\",\"unit\":\"ledger\"}");
        String id = made.get("subscription").get("id").stringValue();
        JsonNode unread = RunningService.body(service.get("ada", API + "/" + id));
        assertThat(unread.get("name").stringValue()).isEqualTo("Ledger");
        assertThat(unread.get("about").stringValue()).isEqualTo("DECISIONS");
        assertThat(unread.get("lastUsed").isNull()).isTrue();

        String path = URI.create(made.get("url").stringValue()).getPath();
        reader.fetch(path, "User-Agent", "Liferea/1.15 " + "x".repeat(300));
        JsonNode read = RunningService.body(service.get("ada", API + "/" + id));
        assertThat(read.get("lastUsed").isString()).isTrue();
        assertThat(read.get("lastUsedBy").stringValue())
                .startsWith("Liferea/1.15")
                .hasSize(200);

        reader.fetch(path, "User-Agent", "Another");
        assertThat(RunningService.body(service.get("ada", API + "/" + id)).get("lastUsed"))
                .as("written once a minute at most")
                .isEqualTo(read.get("lastUsed"));

        assertThat(service.get("sam", API).body()).doesNotContain(id);
        assertThat(service.get("sam", API + "/" + id).statusCode()).isEqualTo(404);
        assertThat(delete("sam", id).statusCode()).isEqualTo(404);
        assertThat(reader.fetch(path).statusCode()).isEqualTo(200);
    }

    @Test
    void aRepetitionIsNotToldTheAddressAndMakesNoSecondSubscription() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(service.post("sam", API, EVERYTHING, key).statusCode()).isEqualTo(201);
        int before = RunningService.body(service.get("sam", API)).get("items").size();

        HttpResponse<String> again = service.post("sam", API, EVERYTHING, key);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("/problems/shown-once").doesNotContain("gh_");
        assertThat(RunningService.body(service.get("sam", API)).get("items")).hasSize(before);
        HttpResponse<String> other = service.post("sam", API, "{\"kind\":\"CALENDAR\",\"name\":\"Other\"}", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("/problems/idempotency-key-reused");
        assertThat(service.post("ada", API, EVERYTHING, key).statusCode())
                .as("the key is another's for another")
                .isEqualTo(201);
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (String wish : List.of(
                "{}",
                "{\"kind\":\"ATOM\",\"name\":\" \"}",
                "{\"kind\":\"ATOM\",\"name\":\"" + "x".repeat(101) + "\"}",
                "{\"kind\":\"CALENDAR\",\"name\":\"x\",\"about\":\"DECISIONS\"}",
                "{\"kind\":\"ATOM\",\"name\":\"x\",\"unit\":\"nowhere\"}")) {
            assertThat(service.post("sam", API, wish, Map.of()).statusCode())
                    .as(wish)
                    .isEqualTo(422);
        }
        assertThat(service.post("stranger", API, EVERYTHING, Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesTheFiftyFirstWithAWayOut() {
        for (int i = 0; i < 50; i++) {
            reader.made("many", EVERYTHING);
        }
        HttpResponse<String> refused = service.post("many", API, EVERYTHING, Map.of("Idempotency-Key", "51st"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("/problems/too-many-subscriptions");

        JsonNode all = RunningService.body(service.get("many", API)).get("items");
        assertThat(delete("many", all.get(0).get("id").stringValue()).statusCode())
                .isEqualTo(204);
        assertThat(service.post("many", API, EVERYTHING, Map.of("Idempotency-Key", "51st"))
                        .statusCode())
                .as("what was refused may be asked for again")
                .isEqualTo(201);
    }

    @Test
    void whatIsRevokedAnswersLikeWhatNeverWas() {
        JsonNode made = reader.made("sam", EVERYTHING);
        String path = URI.create(made.get("url").stringValue()).getPath();
        assertThat(reader.fetch(path).statusCode()).isEqualTo(200);
        String id = made.get("subscription").get("id").stringValue();

        assertThat(delete("sam", id).statusCode()).isEqualTo(204);
        assertThat(delete("sam", id).statusCode()).isEqualTo(404);

        HttpResponse<String> revoked = reader.fetch(path);
        HttpResponse<String> unknown = reader.fetch("/feeds/gh_unknown");
        assertThat(revoked.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(revoked.body()).isEqualTo(unknown.body());
        assertThat(revoked.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(revoked.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(reader.fetch("/feeds/gh_unknown/archive/0.atom").body()).isEqualTo(unknown.body());
    }

    @Test
    void whoLosesARoleOrLeavesLosesWhatItShowed() {
        person("eve", 1, true);
        team("vault", 1, "eve");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(service.get("eve", API).statusCode()).isEqualTo(200));
        String path = reader.subscribe(
                "eve", "{\"kind\":\"ATOM\",\"name\":\"Vault\",\"about\":\"IMPEDIMENTS\",\"unit\":\"vault\"}");
        String secret = append("TEAM", "vault", "Only for the vault");
        assertThat(ids(reader.feed(path))).containsExactly(secret);

        team("vault", 2, "");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ids(reader.feed(path))).isEmpty());

        person("eve", 2, false);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reader.fetch(path).statusCode()).isEqualTo(404));
        assertThat(reader.fetch(path).body())
                .isEqualTo(reader.fetch("/feeds/gh_unknown").body());
    }

    @Test
    void tellsOnlyWhatItIsAbout() {
        String impediment = append("ORGANIZATION", "payments", "The vault is shut");
        String dependency = append("team.dependencies", "ORGANIZATION", "payments", "Ledger API");
        String elsewhere = append("ORGANIZATION", "ledger", "Elsewhere");
        String impediments = reader.subscribe("sam", "{\"kind\":\"ATOM\",\"name\":\"I\",\"about\":\"IMPEDIMENTS\"}");
        String payments = reader.subscribe("sam", "{\"kind\":\"ATOM\",\"name\":\"P\",\"unit\":\"payments\"}");
        String roadmap = reader.subscribe("sam", "{\"kind\":\"ATOM\",\"name\":\"R\",\"about\":\"ROADMAP\"}");

        assertThat(reader.everything(impediments))
                .contains(impediment, elsewhere)
                .doesNotContain(dependency);
        assertThat(reader.everything(payments)).contains(impediment, dependency).doesNotContain(elsewhere);
        assertThat(reader.everything(roadmap)).isEmpty();
    }

    @Test
    void pagesBackToTheFirstEntryWithoutGapOrRepetitionWhileEntriesAreAdded() {
        String path = reader.subscribe(
                "ada", "{\"kind\":\"ATOM\",\"name\":\"L\",\"about\":\"IMPEDIMENTS\",\"unit\":\"ledger\"}");
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            mine.add(0, append("ORGANIZATION", "ledger", "Number " + i));
        }
        // Blocks in which nothing is for this feed lie between, and are jumped over.
        fill(450, "payments");
        for (int i = 30; i < 300; i++) {
            mine.add(0, append("ORGANIZATION", "ledger", "Number " + i));
        }
        fill(210, "payments");
        for (int i = 300; i < 303; i++) {
            mine.add(0, append("ORGANIZATION", "ledger", "Number " + i));
        }

        List<String> read = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            Feed part = reader.feed(next.get());
            read.addAll(ids(part));
            next = linked(part, "prev-archive");
            fill(90, "ledger");
        }
        assertThat(read).doesNotHaveDuplicates();
        assertThat(read.stream().filter(mine::contains).toList()).isEqualTo(mine);

        // What was added meanwhile is found from the front, and the archives go forward as well as back.
        List<String> all = reader.everything(path);
        assertThat(all).containsAll(read).doesNotHaveDuplicates();
        Feed newest = reader.feed(path);
        Feed archive = reader.feed(linked(newest, "prev-archive").orElseThrow());
        String before = linked(archive, "prev-archive").orElseThrow();
        assertThat(linked(reader.feed(before), "next-archive")).isEqualTo(linked(archive, "self"));
        assertThat(linked(reader.feed(before), "current")).contains(path);
        assertThat(archive.getForeignMarkup())
                .anyMatch(element -> element.getName().equals("archive")
                        && element.getNamespaceURI().equals("http://purl.org/syndication/history/1.0"));
        assertThat(newest.getForeignMarkup()).isEmpty();
        assertThat(reader.fetch(path.replace(".atom", "/archive/999999999999999.atom"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(reader.fetch(path.replace(".atom", "/archive/x.atom")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatTheLastOneHasNotWrittenYetClosesNoBlock() {
        EventLog.Extent extent = log.extent();
        append("ORGANIZATION", "ledger", "One more");
        assertThat(log.extent().last()).isEqualTo(extent.last() + 1);
        assertThat(log.extent().settled()).isEqualTo(extent.last());
    }

    @Test
    void aTitleSurvivesWhateverIsInIt() {
        String title = "a < b & c, \uD83D\uDE00 ]]> \"q\" 'p'\nand a second line";
        String path = reader.subscribe(
                "ada", "{\"kind\":\"ATOM\",\"name\":\"<b>&]]>, \uD83D\uDE00\",\"about\":\"IMPEDIMENTS\"}");
        append("ORGANIZATION", "ledger", title);
        append("ORGANIZATION", "ledger", "Not \u0001 for XML");

        Feed feed = reader.feed(path);
        assertThat(feed.getTitle()).isEqualTo("<b>&]]>, \uD83D\uDE00");
        assertThat(titles(feed).get(1)).isEqualTo("sam of the house raised the impediment '" + title + "'");
        assertThat(titles(feed).get(0)).endsWith("'Not  for XML'");
        assertThat(feed.getEntries().get(0).getAuthors().get(0).getName()).isEqualTo("sam of the house");
        assertThat(feed.getEntries().get(0).getAlternateLinks().get(0).getHref())
                .matches("http://localhost:8080/activity/[0-9]+");
    }

    @Test
    void saysThatNothingHasChanged() {
        String path = reader.subscribe("sam", EVERYTHING);
        append("ORGANIZATION", "payments", "First");
        HttpResponse<String> first = reader.fetch(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/");
        assertThat(first.headers().firstValue("Last-Modified")).isPresent();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(first.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");

        HttpResponse<String> second = reader.fetch(path, "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(reader.fetch(path, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);

        HttpResponse<String> head = reader.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).hasValue(tag);
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(first.headers().firstValue("Content-Length"));

        append("ORGANIZATION", "payments", "Second");
        assertThat(reader.fetch(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(service.send("GET", RealParts.get().token("sam"), API, "", Map.of("If-None-Match", "*"))
                        .statusCode())
                .as("elsewhere nothing is ever unmodified")
                .isEqualTo(200);
    }

    @Test
    void aFeedOfWhatItsOwnerFollowsChangesWithIt() {
        String path = reader.subscribe("ada", "{\"kind\":\"ATOM\",\"name\":\"Mine\",\"about\":\"FOLLOWED\"}");
        String id = append("ORGANIZATION", "payments", "Followed");
        append("ORGANIZATION", "payments", "Not followed");
        assertThat(titles(reader.feed(path))).isEmpty();

        String impediment = id.substring(id.lastIndexOf('/') + 1, id.indexOf('@'));
        follow("PUT", impediment);
        assertThat(ids(reader.feed(path))).containsExactly(id);

        follow("DELETE", impediment);
        assertThat(titles(reader.feed(path))).isEmpty();
    }

    private static void follow(String method, String impediment) {
        HttpResponse<String> answer = service.send(
                method, RealParts.get().token("ada"), "/api/feed/follows/IMPEDIMENT/" + impediment, "", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    @Test
    void opensNothingButFeeds() {
        assertThat(reader.fetch("/api/feed/events").statusCode()).isEqualTo(401);
        assertThat(reader.fetch("/feeds").statusCode()).isEqualTo(404);
        String path = reader.subscribe("sam", EVERYTHING);
        assertThat(reader.fetch(path.replace(".atom", ".ics")).statusCode()).isEqualTo(404);
        assertThat(reader.fetch(path.replace(".atom", "")).statusCode()).isEqualTo(200);
        assertThat(reader.fetch(path, "Authorization", "Bearer nonsense").statusCode())
                .isEqualTo(200);
        assertThat(reader.send("POST", path).statusCode()).isEqualTo(405);
    }

    private static HttpResponse<String> delete(String who, String id) {
        return service.send("DELETE", RealParts.get().token(who), API + "/" + id, "", Map.of());
    }

    /** Adds an entry to the log; returns its id in a feed. */
    private static String append(String visibility, String team, String title) {
        return append("team.impediments", visibility, team, title);
    }

    private static String append(String topic, String visibility, String team, String title) {
        String id = UUID.randomUUID().toString();
        log.append(List.of(fact(topic, id, visibility, team, title)));
        return "urn:guildhall:event:" + topic + "/" + id + "@1";
    }

    private static void fill(int count, String team) {
        log.append(IntStream.range(0, count)
                .mapToObj(i -> fact("team.impediments", UUID.randomUUID().toString(), "ORGANIZATION", team, "Filler"))
                .toList());
    }

    private static EventLog.Fact fact(String topic, String id, String visibility, String team, String title) {
        String state = StateMapper.json()
                .writeValueAsString(Map.of("title", title, "visibility", visibility, "scopes", List.of(team)));
        IncomingEvent event = new IncomingEvent(
                topic,
                id + "@1",
                "guildhall.team.impediment-raised.v1",
                id,
                1,
                0,
                null,
                null,
                StateMapper.json().readTree(state),
                StateMapper.json().readTree("{}"),
                "sam",
                Instant.parse("2026-11-24T09:00:00Z"));
        return new EventLog.Fact(
                event, Notice.of(event, new LiveProperties.Topic(topic, LiveProperties.Readers.BY_STATE)));
    }

    private static void team(String id, long sequence, String developer) {
        String assignments = developer.isEmpty()
                ? ""
                : "{\"person\":\"" + developer + "\",\"role\":\"DEVELOPER\",\"from\":\"2026-01-01\"}";
        service.publish("team.units", id, sequence, """
                {"kind":"TEAM","name":"%s","parent":"product","visibility":"ORGANIZATION","scopes":[],"assignments":[%s]}""".formatted(id, assignments));
    }

    private static void person(String id, long sequence, boolean active) {
        service.publish("team.people", id, sequence, """
                {"name":"%s of the house","active":%s,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(
                        id, active, RealParts.get().issuer(), id));
    }
}
