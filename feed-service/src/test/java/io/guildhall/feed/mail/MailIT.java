package io.guildhall.feed.mail;

import static io.guildhall.feed.mail.MailFixture.CLOCK;
import static io.guildhall.feed.mail.MailFixture.SOON;
import static io.guildhall.feed.mail.MailFixture.address;
import static io.guildhall.feed.mail.MailFixture.header;
import static io.guildhall.feed.mail.MailFixture.subject;
import static io.guildhall.feed.mail.MailFixture.text;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mail on a real broker and store, taken by a real mail server. */
class MailIT {

    private static MailFixture house;

    @BeforeAll
    static void start() throws IOException {
        house = new MailFixture();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void whoMayAnswerIsToldWhatIsAskedByWhomAndWhere() {
        String pat = house.person("pat");
        String dev = house.person("dev");
        String above = house.person("above");
        String cora = house.person("cora");
        String area = "area-" + UUID.randomUUID();
        house.unit(area, "AREA", "product", Map.of(above, "AREA_PRODUCT_OWNER"));
        String producer = house.team(Map.of(pat, "PRODUCT_OWNER", dev, "DEVELOPER"));
        house.unit(producer, "TEAM", area, Map.of(pat, "PRODUCT_OWNER", dev, "DEVELOPER"));
        String consumer = house.team(Map.of(cora, "PRODUCT_OWNER"));
        String id = house.dependency(consumer, producer, cora);
        house.settle(pat, 1);

        MimeMessage mail = house.mails(pat, 1).get(0);
        assertThat(subject(mail)).isEqualTo("Waits for your answer: Ledger API " + id.substring(0, 4));
        assertThat(text(mail))
                .contains("http://localhost:8080/dependencies/" + id)
                .contains("Commit to a day, offer another one, or decline.")
                .contains("By Zoë " + cora + ", The " + consumer + ". Needed by 4 Dec 2026.");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "Message-ID")).endsWith("@localhost>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(house.mails(cora)).as("one's own action").isEmpty();
        assertThat(house.mails(dev)).as("who may not answer").isEmpty();
        assertThat(house.mails(above))
                .as("who stands above somebody who answers")
                .isEmpty();
    }

    @Test
    void whereATeamHasNobodyWhoAnswersItIsAskedAboveIt() {
        String above = house.person("above");
        String cora = house.person("cora");
        String area = "area-" + UUID.randomUUID();
        house.unit(area, "AREA", "product", Map.of(above, "AREA_PRODUCT_OWNER"));
        String producer = "team-" + UUID.randomUUID();
        house.unit(producer, "TEAM", area, Map.of());
        house.dependency(house.team(Map.of(cora, "PRODUCT_OWNER")), producer, cora);
        house.settle(above, 1);
        house.mails(above, 1);
    }

    @Test
    void whoCannotSignInIsNotAskedButWhoStandsAboveThem() {
        String above = house.person("above");
        String cora = house.person("cora");
        String pat = house.personWithoutSignIn("pat");
        String area = "area-" + UUID.randomUUID();
        house.unit(area, "AREA", "product", Map.of(above, "AREA_PRODUCT_OWNER"));
        String producer = "team-" + UUID.randomUUID();
        house.unit(producer, "TEAM", area, Map.of(pat, "PRODUCT_OWNER"));
        house.dependency(house.team(Map.of(cora, "PRODUCT_OWNER")), producer, cora);
        house.settle(above, 1);
        house.mails(above, 1);
        assertThat(house.mails(pat)).isEmpty();
    }

    @Test
    void whoAsksTheirOwnTeamIsNotMailed() {
        String pat = house.person("pat");
        String tess = house.person("tess");
        String producer = house.team(Map.of(pat, "PRODUCT_OWNER", tess, "TECH_LEAD"));
        house.dependency(house.team(Map.of(pat, "PRODUCT_OWNER")), producer, pat);
        house.settle(tess, 1);
        house.mails(tess, 1);
        assertThat(house.mails(pat)).isEmpty();
    }

    @Test
    void whatIsAnsweredBeforeTheMailIsNotMailed() {
        String pat = house.person("pat");
        String cora = house.person("cora");
        String producer = house.team(Map.of(pat, "PRODUCT_OWNER"));
        String consumer = house.team(Map.of(cora, "PRODUCT_OWNER"));
        String id = house.dependency(consumer, producer, cora);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(house.bean(Matters.class).waitingFor(pat)).hasSize(1));
        String inTime = LocalDate.now(CLOCK).plusDays(5).toString();
        house.move(
                id,
                consumer,
                producer,
                "COMMITTED",
                "committed",
                pat,
                Map.of("neededBy", inTime, "committedBy", inTime));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.bean(OpenAsks.class).of(Asks.DEPENDENCIES, id))
                        .isEmpty());
        CLOCK.move(Duration.ofSeconds(31));
        house.done(pat);
        assertThat(house.mails(pat)).isEmpty();
    }

    @Test
    void whoHasLostTheRoleIsNotMailed() {
        String pat = house.person("pat");
        String next = house.person("next");
        String cora = house.person("cora");
        String producer = house.team(Map.of(pat, "PRODUCT_OWNER"));
        String id = house.dependency(house.team(Map.of(cora, "PRODUCT_OWNER")), producer, cora);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(house.bean(Matters.class).waitingFor(pat)).hasSize(1));
        house.unit(producer, "TEAM", "product", Map.of(next, "PRODUCT_OWNER"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.bean(Answerers.class)
                                .of(house.bean(OpenAsks.class)
                                        .of(Asks.DEPENDENCIES, id)
                                        .orElseThrow()))
                        .containsExactly(next));
        CLOCK.move(Duration.ofSeconds(31));
        house.done(pat);
        assertThat(house.mails(pat)).isEmpty();
    }

    @Test
    void aBurstIsOneMailAndTheFourthOfADayWaitsForTheNextBusinessMorning() {
        String pat = house.person("pat");
        String cora = house.person("cora");
        String producer = house.team(Map.of(pat, "PRODUCT_OWNER"));
        String consumer = house.team(Map.of(cora, "PRODUCT_OWNER"));
        LocalDate friday = LocalDate.now(CLOCK).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        moveTo(friday, LocalTime.of(10, 0));
        for (int i = 0; i < 20; i++) {
            house.dependency(consumer, producer, cora);
        }
        house.settle(pat, 20);
        assertThat(subject(house.mails(pat, 1).get(0))).isEqualTo("20 things wait for your answer");
        for (int mails = 2; mails <= 3; mails++) {
            house.dependency(consumer, producer, cora);
            house.settle(pat, 1);
            house.mails(pat, mails);
        }
        house.dependency(consumer, producer, cora);
        house.settle(pat, 1);
        house.dependency(consumer, producer, cora);
        house.settle(pat, 2);
        moveTo(friday.plusDays(1), LocalTime.of(12, 0));
        untilAnotherIsMailed();
        assertThat(house.mails(pat)).as("weekends wait").hasSize(3);

        moveTo(friday.plusDays(3), LocalTime.of(9, 0));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.mails(pat))
                        .anyMatch(mail -> subject(mail).equals("2 things wait for your answer")));
    }

    /** Whoever looks has then looked at everybody. */
    private void untilAnotherIsMailed() {
        String other = house.person("other");
        String cora = house.person("cora");
        house.dependency(house.team(Map.of(cora, "PRODUCT_OWNER")), house.team(Map.of(other, "PRODUCT_OWNER")), cora);
        house.settle(other, 1);
        house.mails(other, 1);
    }

    @Test
    void anEscalationIsAnsweredWhereItClimbedTo() {
        String sosm = house.person("sosm");
        String eat = house.person("eat");
        String sam = house.person("sam");
        String sos = "sos-" + UUID.randomUUID();
        house.unit(sos, "SCRUM_OF_SCRUMS", "product", Map.of(sosm, "SCRUM_OF_SCRUMS_MASTER"));
        house.unit("product", "PRODUCT", null, Map.of(eat, "EXECUTIVE_ACTION_TEAM"));
        String team = house.team(Map.of(sam, "SCRUM_MASTER"));
        String id = UUID.randomUUID().toString();
        escalate(id, team, "SCRUM_OF_SCRUMS", sos, sam);
        house.settle(sosm, 1);
        assertThat(text(house.mails(sosm, 1).get(0))).contains("/impediments/" + id);

        escalate(id, team, "EXECUTIVE_ACTION_TEAM", "product", sosm);
        house.settle(eat, 1);
        assertThat(text(house.mails(eat, 1).get(0))).contains("promise a day").contains("Answer needed by 30 Nov 2026");
        assertThat(house.mails(sosm)).hasSize(1);
    }

    private static void escalate(String id, String team, String level, String holder, String by) {
        house.publish(
                "team.impediments",
                id,
                "guildhall.team.impediment-escalated.v1",
                by,
                Map.of(
                        "title",
                        "The vault is shut",
                        "status",
                        "OPEN",
                        "level",
                        level,
                        "holder",
                        holder,
                        "escalations",
                        List.of(Map.of(
                                "at",
                                CLOCK.instant().toString(),
                                "by",
                                by,
                                "evidence",
                                Map.of("respondBy", "2026-11-30"))),
                        "visibility",
                        "TEAM",
                        "scopes",
                        List.of(team, holder)));
    }

    @Test
    void aDecisionIsDecidedByThoseOfItsUnit() {
        String apo = house.person("apo");
        String sam = house.person("sam");
        String area = "area-" + UUID.randomUUID();
        house.unit(area, "AREA", "product", Map.of(apo, "AREA_PRODUCT_OWNER"));
        String id = UUID.randomUUID().toString();
        house.publish(
                "roadmap.decisions",
                id,
                "guildhall.roadmap.decision-recorded.v1",
                sam,
                Map.of(
                        "question", "Which ledger?",
                        "by", sam,
                        "status", "PROPOSED",
                        "visibility", "ORGANIZATION",
                        "scopes", List.of(area)));
        house.settle(apo, 1);
        assertThat(text(house.mails(apo, 1).get(0))).contains("/decisions/" + id);
    }

    @Test
    void whoAnswersForAPageIsAskedWhatAReaderProposesUntilItIsAnswered() {
        String olga = house.person("olga");
        String lead = house.person("lead");
        String dev = house.person("dev");
        String community = community("ORGANIZATION", lead);
        String page = page(community, olga, "ORGANIZATION", "2027-05-01");
        String change = change(page, dev, "OPEN", "proposed");
        house.settle(olga, 1);

        MimeMessage mail = house.mails(olga, 1).get(0);
        assertThat(subject(mail)).isEqualTo("Waits for your answer: Debt budget: Say who pays");
        assertThat(text(mail))
                .contains("http://localhost:8080/changes/" + change)
                .contains("Take it over, or decline it with a reason.")
                .contains("By Zoë " + dev + ".");
        assertThat(house.mails(lead)).as("the owner answers").isEmpty();
        assertThat(house.mails(dev)).as("one's own proposal").isEmpty();

        String withdrawn = change(page, dev, "OPEN", "proposed");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(house.bean(Matters.class).waitingFor(olga)).hasSize(1));
        publishChange(withdrawn, page, dev, "WITHDRAWN", "withdrawn");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.bean(OpenAsks.class).of(Asks.PAGE_CHANGES, withdrawn))
                        .isEmpty());
        CLOCK.move(Duration.ofSeconds(31));
        house.done(olga);
        assertThat(house.mails(olga)).hasSize(1);
    }

    @Test
    void whereNobodyAnswersForAPageItsLeadsAreAsked() {
        String lead = house.person("lead");
        String dev = house.person("dev");
        String gone = house.personWithoutSignIn("gone");
        change(page(community("ORGANIZATION", lead), gone, "ORGANIZATION", "2027-05-01"), dev, "OPEN", "proposed");
        house.settle(lead, 1);
        house.mails(lead, 1);
        assertThat(house.mails(gone)).isEmpty();
    }

    @Test
    void whoIsNoMemberOfAPrivateCommunityIsNotToldOfItsPages() {
        String olga = house.person("olga");
        String lead = house.person("lead");
        String member = house.person("member");
        change(page(community("TEAM", lead), olga, "TEAM", "2027-05-01"), member, "OPEN", "proposed");
        house.settle(lead, 1);
        house.mails(lead, 1);
        assertThat(house.mails(olga)).isEmpty();
    }

    @Test
    void whoAnswersForAPageIsAskedOnTheMorningAfterItsDayWhetherItStillHolds() {
        String olga = house.person("olga");
        String other = house.person("other");
        String community = community("ORGANIZATION", house.person("lead"));
        LocalDate friday = LocalDate.now(CLOCK).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        moveTo(friday, LocalTime.of(10, 0));
        String late = page(community, olga, "ORGANIZATION", friday.toString());
        String confirmed = page(community, other, "ORGANIZATION", friday.toString());
        String old = page(community, other, "ORGANIZATION", friday.minusDays(60).toString());
        for (String page : List.of(late, confirmed, old)) {
            await().atMost(SOON).until(() -> house.bean(OpenAsks.class).knows(Asks.PAGES, page, 1));
        }
        moveTo(friday.plusDays(1), LocalTime.of(12, 0));
        untilAnotherIsMailed();
        assertThat(house.bean(Matters.class).waitingFor(olga))
                .as("weekends wait")
                .isEmpty();

        publishPage(confirmed, community, other, "ORGANIZATION", "2027-05-01", "confirmed");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.bean(OpenAsks.class).of(Asks.PAGES, confirmed))
                        .isEmpty());
        moveTo(friday.plusDays(3), LocalTime.of(9, 0));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.bean(Matters.class).waitingFor(olga))
                        .extracting(Matter::ask)
                        .contains(Ask.Kind.LOOK_AGAIN));
        CLOCK.move(Duration.ofSeconds(31));
        MimeMessage mail = house.mails(olga, 1).get(0);
        assertThat(subject(mail)).isEqualTo("Waits for your answer: Debt budget");
        assertThat(text(mail)).contains("http://localhost:8080/pages/" + late).contains("say that it is still true");
        house.done(olga);
        assertThat(house.mails(other)).as("confirmed, or old news").isEmpty();

        moveTo(friday.plusDays(4), LocalTime.of(10, 0));
        untilAnotherIsMailed();
        assertThat(house.mails(olga)).as("the digest goes on reminding").hasSize(1);
    }

    private static String community(String visibility, String lead) {
        String id = "community-" + UUID.randomUUID();
        house.publish(
                "cop.communities",
                id,
                "guildhall.cop.community-founded.v1",
                lead,
                Map.of(
                        "kind",
                        "COMMUNITY",
                        "apart",
                        true,
                        "name",
                        "Craft",
                        "assignments",
                        List.of(Map.of("person", lead, "role", "COMMUNITY_LEAD", "from", "2026-01-01")),
                        "schedule",
                        Map.of("spells", List.of(), "deviations", List.of()),
                        "archived",
                        false,
                        "visibility",
                        visibility,
                        "scopes",
                        List.of(id)));
        return id;
    }

    private static String page(String community, String owner, String visibility, String reviewBy) {
        String id = UUID.randomUUID().toString();
        publishPage(id, community, owner, visibility, reviewBy, "published");
        return id;
    }

    private static void publishPage(
            String id, String community, String owner, String visibility, String reviewBy, String event) {
        house.publish(
                "cop.pages",
                id,
                "guildhall.cop.page-" + event + ".v1",
                owner,
                Map.of(
                        "title",
                        "Debt budget",
                        "community",
                        community,
                        "status",
                        "PUBLISHED",
                        "owner",
                        owner,
                        "reviewBy",
                        reviewBy,
                        "visibility",
                        visibility,
                        "scopes",
                        List.of(community)));
    }

    private static String change(String page, String by, String status, String event) {
        String id = UUID.randomUUID().toString();
        publishChange(id, page, by, status, event);
        return id;
    }

    private static void publishChange(String id, String page, String by, String status, String event) {
        house.publish(
                "cop.page-changes",
                id,
                "guildhall.cop.change-" + event + ".v1",
                by,
                Map.of(
                        "page",
                        page,
                        "title",
                        "Debt budget",
                        "note",
                        "Say who pays",
                        "by",
                        by,
                        "status",
                        status,
                        "visibility",
                        "ORGANIZATION",
                        "scopes",
                        List.of()));
    }

    @Test
    void whatTheServerDoesNotTakeNowIsSentWhenItIsBack() {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            people.add(house.person("pat"));
        }
        String cora = house.person("cora");
        String consumer = house.team(Map.of(cora, "PRODUCT_OWNER"));
        house.stopServer();
        for (String person : people) {
            house.dependency(consumer, house.team(Map.of(person, "PRODUCT_OWNER")), cora);
            house.settle(person, 1);
        }
        await().atMost(SOON)
                .until(() -> people.stream()
                        .anyMatch(
                                person -> house.bean(Mailboxes.class).of(person).outgoing() != null));
        await().atMost(SOON).untilAsserted(() -> {
            MailState away = house.bean(MailRounds.class).state();
            assertThat(away.setUp()).isTrue();
            assertThat(away.waiting()).isPositive();
            assertThat(away.waits()).contains("connect").doesNotContain("@");
        });
        Instant before = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
        house.startServer();
        people.forEach(person -> house.mails(person, 1));
        await().atMost(SOON).untilAsserted(() -> {
            MailState back = house.bean(MailRounds.class).state();
            assertThat(back.waits()).isNull();
            assertThat(back.lastSent()).isAfterOrEqualTo(before);
        });
    }

    @Test
    void aServerThatTakesNothingForHoursLosesNothing() throws IOException {
        String pat = house.person("pat");
        String cora = house.person("cora");
        house.stopServer();
        StubbornServer busy = house.stubbornServer(Map.of("MAIL", "451 4.3.0 Busy"));
        try {
            house.dependency(house.team(Map.of(cora, "PRODUCT_OWNER")), house.team(Map.of(pat, "PRODUCT_OWNER")), cora);
            house.settle(pat, 1);
            // The first pauses are short: it may be tried again before one looks.
            for (int tries = 1; tries <= 20; tries++) {
                int failed = tries;
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(
                                        house.bean(Mailboxes.class).of(pat).outgoing())
                                .isNotNull()
                                .extracting(Mailbox.Outgoing::failures, as(INTEGER))
                                .isGreaterThanOrEqualTo(failed));
                CLOCK.move(Duration.ofHours(1));
            }
            assertThat(house.bean(MailRounds.class).state().waits()).contains("451 4.3.0 Busy");
        } finally {
            busy.close();
            house.startServer();
        }
        CLOCK.move(Duration.ofHours(1));
        house.mails(pat, 1);
    }

    @Test
    void whoeverWasKilledSendsTheSameMailAgain() {
        String pat = house.person("pat");
        String cora = house.person("cora");
        house.dependency(house.team(Map.of(cora, "PRODUCT_OWNER")), house.team(Map.of(pat, "PRODUCT_OWNER")), cora);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(house.bean(Matters.class).waitingFor(pat)).hasSize(1));
        String matter = house.bean(Matters.class).waitingFor(pat).get(0).id();
        CLOCK.move(Duration.ofSeconds(31));
        String first = header(house.mails(pat, 1).get(0), "Message-ID");
        house.done(pat);

        // As it is when it was sent, and nothing could be written after that.
        MongoDatabase database = house.bean(MongoDatabase.class);
        MongoCollection<Document> boxes = database.getCollection("mailboxes");
        await().atMost(SOON)
                .until(() -> !boxes.find(Filters.eq("_id", pat)).first().containsKey("claim"));
        Document outgoing = new Document("id", first.substring(1, first.indexOf('@')))
                .append("kind", "NOTICES")
                .append("matters", List.of(matter))
                .append("at", CLOCK.instant().toString())
                .append("due", CLOCK.instant().toString())
                .append("failures", 0);
        boxes.updateOne(
                Filters.eq("_id", pat),
                new Document(
                        "$set",
                        new Document("outgoing", outgoing)
                                .append(
                                        "claim",
                                        new Document("by", "killed").append("until", "2026-01-01T00:00:00.000Z"))));
        database.getCollection("mail_matters")
                .updateOne(Filters.eq("_id", matter), new Document("$set", new Document("done", false)));
        assertThat(header(house.mails(pat, 2).get(1), "Message-ID")).isEqualTo(first);
    }

    @Test
    void whatIsFoundAgainIsNotMailedAgain() {
        String pat = house.person("pat");
        String cora = house.person("cora");
        house.dependency(house.team(Map.of(cora, "PRODUCT_OWNER")), house.team(Map.of(pat, "PRODUCT_OWNER")), cora);
        house.settle(pat, 1);
        house.mails(pat, 1);
        house.done(pat);
        house.bean(MongoDatabase.class)
                .getCollection("mail_cursor")
                .updateOne(new Document(), new Document("$set", new Document("position", 0L)));
        untilAnotherIsMailed();
        assertThat(house.bean(Matters.class).waitingFor(pat)).isEmpty();
        assertThat(house.mails(pat)).hasSize(1);
    }

    @Test
    void twoInstancesMailEverybodyOnce() {
        RunningService second = house.instance(Map.of());
        String cora = house.person("cora");
        String consumer = house.team(Map.of(cora, "PRODUCT_OWNER"));
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            String person = house.person("pat");
            people.add(person);
            house.dependency(consumer, house.team(Map.of(person, "PRODUCT_OWNER")), cora);
        }
        people.forEach(person -> await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(house.bean(Matters.class).waitingFor(person)).hasSize(1)));
        CLOCK.move(Duration.ofSeconds(31));
        people.forEach(person -> house.mails(person, 1));
        people.forEach(house::done);
        untilAnotherIsMailed();
        people.forEach(person -> assertThat(house.mails(person)).hasSize(1));
        house.stop(second);
    }

    @Test
    void theWeekIsMailedOnMondayToWhoeverHasOne() {
        String pat = house.person("pat");
        String idle = house.person("idle");
        String off = house.person("off");
        String cora = house.person("cora");
        String producer = house.team(Map.of(pat, "PRODUCT_OWNER", off, "TECH_LEAD"));
        String consumer = house.team(Map.of(cora, "PRODUCT_OWNER"));
        set(off, "{\"notices\":true,\"digest\":false,\"webhooks\":true}");
        LocalDate monday = LocalDate.now(CLOCK).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        moveTo(monday.minusDays(1), LocalTime.of(20, 0));
        String asked = UUID.randomUUID().toString();
        house.move(
                asked,
                consumer,
                producer,
                "PROPOSED",
                "proposed",
                cora,
                Map.of("neededBy", monday.plusDays(4).toString()));
        house.settle(pat, 1);
        house.mails(pat, 1);
        String follower = house.person("follower");
        assertThat(house.service()
                        .send(
                                "PUT",
                                RealParts.get().token(follower),
                                "/api/feed/follows/DEPENDENCY/" + asked,
                                "",
                                Map.of())
                        .statusCode())
                .isLessThan(300);
        moveTo(monday, LocalTime.of(7, 0));

        MimeMessage week = house.week(pat);
        assertThat(subject(week)).isEqualTo("Your week: 1 waiting for you, 1 due");
        assertThat(text(week))
                .contains("Waits for you", "Due this week", "Changed since last Monday")
                .contains("Needed by Friday")
                .contains("Zoë " + cora + " asked for the dependency")
                .contains("http://localhost:8080/dependencies/" + asked);
        house.done(idle);
        house.done(off);
        assertThat(text(house.week(follower)))
                .as("what is followed")
                .contains("Changed since last Monday")
                .doesNotContain("Waits for you");
        assertThat(house.weeks(idle)).as("nothing to tell").isEmpty();
        assertThat(house.weeks(off)).as("who does not want it").isEmpty();
    }

    @Test
    void aLinkEndsItsKindOfMailWithoutASignIn() {
        String pat = house.person("pat");
        String cora = house.person("cora");
        String producer = house.team(Map.of(pat, "PRODUCT_OWNER"));
        String consumer = house.team(Map.of(cora, "PRODUCT_OWNER"));
        house.dependency(consumer, producer, cora);
        house.settle(pat, 1);
        String link = header(house.mails(pat, 1).get(0), "List-Unsubscribe").replaceAll("[<>\\s]", "");
        assertThat(link).startsWith("http://localhost:8080/feeds/unsubscribe/");
        String path = link.substring("http://localhost:8080".length());

        var asked = open("GET", path);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("<form method=\"post\">");
        assertThat(house.service().get(pat, MailFixture.API).body()).contains("\"notices\":true");

        for (int twice = 0; twice < 2; twice++) {
            assertThat(open("POST", path).statusCode()).isEqualTo(200);
        }
        assertThat(house.service().get(pat, MailFixture.API).body())
                .contains("\"notices\":false", "\"digest\":true", "\"webhooks\":true");
        house.dependency(consumer, producer, cora);
        untilAnotherIsMailed();
        house.done(pat);
        assertThat(house.mails(pat)).hasSize(1);

        String forged = path.substring(0, path.length() - 4) + "AAAA";
        assertThat(open("POST", forged).statusCode()).isEqualTo(404);
        assertThat(open("GET", "/feeds/unsubscribe/x").statusCode()).isEqualTo(404);
        set(pat, "{\"notices\":true,\"digest\":true,\"webhooks\":true}");
        assertThat(open("POST", path).statusCode())
                .as("who wants it again is not unsubscribed by an old link")
                .isEqualTo(404);
    }

    private static HttpResponse<String> open(String method, String path) {
        return house.service()
                .send(
                        method,
                        "none",
                        path,
                        "List-Unsubscribe=One-Click",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void aRefusedAddressIsSaidAndNotTriedAgainUntilItChanges() throws IOException {
        String pat = house.person("pat");
        String cora = house.person("cora");
        house.person(pat, "no space@x");
        String producer = house.team(Map.of(pat, "PRODUCT_OWNER"));
        String consumer = house.team(Map.of(cora, "PRODUCT_OWNER"));
        house.dependency(consumer, producer, cora);
        house.settle(pat, 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                house.service().get(pat, MailFixture.API).body())
                        .contains("This is no address that mail can be sent to."));
        house.dependency(consumer, producer, cora);
        house.settle(pat, 2);
        untilAnotherIsMailed();
        assertThat(house.bean(Matters.class).waitingFor(pat)).hasSize(2);

        house.person(pat, address(pat));
        house.mails(pat, 1);
        assertThat(house.service().get(pat, MailFixture.API).body()).contains("\"refused\":null");
    }

    @Test
    void whoseWebhookIsDisabledIsToldThat() throws IOException {
        String owner = house.person("owner");
        HttpServer gone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gone.createContext("/", exchange -> {
            exchange.sendResponseHeaders(410, -1);
            exchange.close();
        });
        gone.start();
        String url = "http://127.0.0.1:" + gone.getAddress().getPort() + "/hook";
        assertThat(house.service()
                        .post(owner, "/api/feed/webhooks", "{\"url\":\"" + url + "\"}", Map.of())
                        .statusCode())
                .isEqualTo(201);
        String cora = house.person("cora");
        house.dependency(house.team(Map.of(cora, "PRODUCT_OWNER")), house.team(Map.of(cora, "PRODUCT_OWNER")), cora);

        MimeMessage mail = house.mails(owner, 1).get(0);
        assertThat(subject(mail)).isEqualTo("Your webhook is disabled: 127.0.0.1");
        assertThat(text(mail)).contains("http://localhost:8080/webhooks/").contains("410");
        gone.stop(0);
    }

    @Test
    void preferencesAreChangedByWhoeverHasSeenThem() {
        String pat = house.person("pat");
        var seen = house.service().get(pat, MailFixture.API);
        assertThat(seen.body())
                .contains("\"notices\":true", "\"digest\":true", "\"webhooks\":true", "\"mailServer\":true")
                .contains("\"address\":\"" + address(pat) + "\"");
        String wanted = "{\"notices\":false,\"digest\":true,\"webhooks\":false}";
        assertThat(put(pat, wanted, Map.of()).statusCode()).isEqualTo(428);
        var changed = put(pat, wanted, RunningService.ifMatch(seen));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("\"notices\":false", "\"digest\":true", "\"webhooks\":false");
        assertThat(put(pat, wanted, RunningService.ifMatch(seen)).statusCode())
                .as("a repetition")
                .isEqualTo(200);
        String other = "{\"notices\":true,\"digest\":false,\"webhooks\":false}";
        assertThat(put(pat, other, RunningService.ifMatch(seen)).statusCode()).isEqualTo(412);
        assertThat(put(pat, "{\"notices\":false}", RunningService.ifMatch(changed))
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.service().get("stranger", MailFixture.API).statusCode())
                .isEqualTo(403);
        var nobody = house.service().get("admin", MailFixture.API);
        assertThat(nobody.statusCode()).isEqualTo(409);
        assertThat(nobody.body()).contains("/problems/no-person");
    }

    @Test
    void aTestMailSaysWhetherMailArrives() {
        String pat = house.person("pat");
        assertThat(test(pat).statusCode()).isEqualTo(204);
        assertThat(subject(house.mails(pat, 1).get(0))).isEqualTo("A test mail");
        assertThat(test(pat).body()).contains("/problems/tested-just-now");
        house.stopServer();
        CLOCK.move(Duration.ofSeconds(31));
        assertThat(test(pat).body()).contains("/problems/mail-server-away");
        house.startServer();
    }

    @Test
    void withoutAMailServerNothingIsMailedOrPiledUp() {
        RunningService without = house.instance(Map.of("spring.mail.host", ""));
        String pat = house.person("pat");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(without.get(pat, MailFixture.API).statusCode())
                                .isEqualTo(200));
        assertThat(without.get(pat, MailFixture.API).body()).contains("\"mailServer\":false");
        assertThat(without.post(pat, MailFixture.API + "/test", "", Map.of()).body())
                .contains("/problems/no-mail-server");
        assertThat(without.context().getBean(MailRounds.class).isRunning()).isFalse();
        house.stop(without);
    }

    private static HttpResponse<String> test(String who) {
        return house.service().post(who, MailFixture.API + "/test", "", Map.of());
    }

    private static void set(String who, String wanted) {
        assertThat(put(who, wanted, RunningService.ifMatch(house.service().get(who, MailFixture.API)))
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> put(String who, String body, Map<String, String> headers) {
        return house.service().send("PUT", RealParts.get().token(who), MailFixture.API, body, headers);
    }

    private static void moveTo(LocalDate day, LocalTime time) {
        CLOCK.moveTo(day.atTime(time).atZone(CLOCK.getZone()).toInstant());
    }
}
