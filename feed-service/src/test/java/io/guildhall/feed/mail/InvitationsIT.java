package io.guildhall.feed.mail;

import static io.guildhall.feed.mail.MailFixture.CLOCK;
import static io.guildhall.feed.mail.MailFixture.SOON;
import static io.guildhall.feed.mail.MailFixture.header;
import static io.guildhall.feed.mail.MailFixture.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitations on a real broker and store, taken by a real mail server and read as calendars read them. */
class InvitationsIT {

    private static MailFixture house;

    private String community = "";
    private String pat = "";
    private LocalDate first = LocalDate.EPOCH;
    private String name = "Chapter";
    private int every = 30;
    private int version;

    @BeforeAll
    static void start() throws IOException {
        house = new MailFixture(Map.of("guildhall.mail.invite", "100ms"));
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @BeforeEach
    void aCommunityThatMeetsTwiceInTheNextEightWeeks() {
        community = UUID.randomUUID().toString();
        pat = house.person("pat");
        first = LocalDate.now(CLOCK).plusDays(10);
        plan("[]");
    }

    @Test
    void aMemberWhoAsksForItGetsOneForEachGathering() {
        belongs(pat, true);
        settled();
        assertThat(house.mails(pat)).as("nobody has asked").isEmpty();

        wish(pat, true);
        Sent sent = invitations(2).get(0);
        assertThat(subject(sent.mail)).startsWith("Invitation: Chapter, ");
        assertThat(sent.mediaType).contains("text/calendar", "method=REQUEST").containsIgnoringCase("charset=utf-8");
        assertThat(sent.value("METHOD")).isEqualTo("REQUEST");
        assertThat(sent.event().getUid().orElseThrow().getValue())
                .isEqualTo("gathering-" + community + "-" + first + "@guildhall");
        assertThat(sent.of("DTSTART")).isEqualTo(first.toString().replace("-", "") + "T150000Z");
        assertThat(sent.of("ATTENDEE")).isEqualTo("mailto:" + MailFixture.address(pat));
        assertThat(sent.of("ORGANIZER")).startsWith("mailto:guildhall@");
        assertThat(sent.of("URL")).endsWith("/communities/" + community + "/gatherings/" + first);
        assertThat(header(sent.mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        settled();
        assertThat(house.mails(pat)).as("once each").hasSize(2);
    }

    @Test
    void whatIsMovedAndThenCancelledIsToldInTheSameEventWithAHigherSequence() {
        belongs(pat, true);
        wish(pat, true);
        int before = Integer.parseInt(invitations(2).get(0).of("SEQUENCE"));

        plan("[{\"on\":\"%s\",\"movedTo\":\"%sT09:30:00\",\"reason\":\"The room is taken\"}]"
                .formatted(first, first.plusDays(1)));
        Sent moved = invitations(3).get(2);
        assertThat(moved.of("DESCRIPTION")).isEqualTo("The room is taken");
        assertThat(moved.words()).contains("09:30 (UTC)", "The room is taken");
        assertThat(subject(moved.mail)).startsWith("Changed: ");
        assertThat(moved.event().getUid().orElseThrow().getValue()).contains(first + "@");
        assertThat(moved.of("DTSTART")).endsWith("T093000Z");
        int then = Integer.parseInt(moved.of("SEQUENCE"));
        assertThat(then).isGreaterThan(before);

        plan("[{\"on\":\"%s\",\"movedTo\":null,\"reason\":\"Holiday\"}]".formatted(first));
        Sent cancelled = invitations(4).get(3);
        assertThat(cancelled.mediaType).contains("method=CANCEL");
        assertThat(cancelled.value("METHOD")).isEqualTo("CANCEL");
        assertThat(cancelled.of("STATUS")).isEqualTo("CANCELLED");
        assertThat(cancelled.of("DESCRIPTION")).isEqualTo("Holiday");
        assertThat(cancelled.words()).contains("This gathering does not take place.", "Holiday");
        assertThat(cancelled.event().getUid()).isEqualTo(moved.event().getUid());
        assertThat(Integer.parseInt(cancelled.of("SEQUENCE"))).isGreaterThan(then);
    }

    @Test
    void whoLeavesHasThemCancelledAndWhoComesBackHasThemAgain() {
        belongs(pat, true);
        wish(pat, true);
        int before = Integer.parseInt(invitations(2).get(0).of("SEQUENCE"));

        belongs(pat, false);
        List<Sent> cancelled = invitations(4).subList(2, 4);
        assertThat(cancelled).allSatisfy(one -> assertThat(one.value("METHOD")).isEqualTo("CANCEL"));
        assertThat(Integer.parseInt(cancelled.get(0).of("SEQUENCE"))).isGreaterThan(before);
        assertThat(cancelled).noneSatisfy(one -> assertThat(one.text()).contains("URL"));
        assertThat(cancelled)
                .allSatisfy(one -> assertThat(one.words()).contains("This gathering is not yours any more"));

        belongs(pat, true);
        assertThat(invitations(6).subList(4, 6))
                .allSatisfy(one -> assertThat(one.value("METHOD")).isEqualTo("REQUEST"));
    }

    @Test
    void whoTurnsThemOffAndOnAgainBeforeTheyCameGetsThem() {
        belongs(pat, true);
        wish(pat, true);
        await().atMost(SOON)
                .until(() -> house.bean(Matters.class).waitingFor(pat).size() == 2);
        wish(pat, false);
        await().atMost(SOON)
                .until(() -> house.bean(Matters.class).waitingFor(pat).isEmpty());

        wish(pat, true);
        invitations(2);
    }

    @Test
    void aNewNameAloneIsNotMailed() {
        belongs(pat, true);
        wish(pat, true);
        invitations(2);

        name = "Guild";
        plan("[]");
        settled();
        assertThat(house.mails(pat)).hasSize(2);

        plan("[{\"on\":\"%s\",\"movedTo\":\"%sT09:30:00\",\"reason\":null}]".formatted(first, first.plusDays(1)));
        assertThat(invitations(3).get(2).of("SUMMARY")).isEqualTo("Guild");
    }

    @Test
    void noMoreThanTwentyComeOnADayAndTheRestOnTheNext() {
        every = 2;
        plan("[]");
        belongs(pat, true);
        wish(pat, true);
        invitations(Pacing.MOST_INVITATIONS);
        settled();
        assertThat(house.mails(pat)).hasSize(Pacing.MOST_INVITATIONS);

        CLOCK.move(Duration.ofHours(20));
        await().atMost(SOON).until(() -> {
            CLOCK.move(Duration.ofSeconds(31));
            return house.mails(pat).size() >= 24;
        });
        assertThat(house.mails(pat).stream().map(mail -> Sent.of(mail).event().getUid()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theNearestComesFirstAlsoWhereItChangedLast() {
        every = 2;
        plan("[]");
        belongs(pat, true);
        wish(pat, true);
        invitations(Pacing.MOST_INVITATIONS);
        plan("[{\"on\":\"%s\",\"movedTo\":null,\"reason\":\"Holiday\"}]".formatted(first));
        settled();
        assertThat(house.mails(pat)).hasSize(Pacing.MOST_INVITATIONS);

        CLOCK.move(Duration.ofHours(20));
        await().atMost(SOON).until(() -> {
            CLOCK.move(Duration.ofSeconds(31));
            return house.mails(pat).size() > Pacing.MOST_INVITATIONS;
        });
        Sent next = Sent.of(house.mails(pat).get(Pacing.MOST_INVITATIONS));
        assertThat(next.value("METHOD")).isEqualTo("CANCEL");
        assertThat(next.event().getUid().orElseThrow().getValue()).contains(first + "@");
    }

    @Test
    void whatIsMovedIntoThePastLeavesTheDayThatWasTold() {
        belongs(pat, true);
        wish(pat, true);
        invitations(2);

        LocalDate before = LocalDate.now(CLOCK).minusDays(1);
        plan("[{\"on\":\"%s\",\"movedTo\":\"%sT09:30:00\",\"reason\":null}]".formatted(first, before));
        assertThat(invitations(3).get(2).of("DTSTART"))
                .isEqualTo(before.toString().replace("-", "") + "T093000Z");
    }

    @Test
    void whoWantsNoMoreGetsNoMoreAndInvitationsKeepNoOtherMailWaiting() {
        belongs(pat, true);
        wish(pat, true);
        invitations(2);
        wish(pat, false);
        plan("[{\"on\":\"%s\",\"movedTo\":null,\"reason\":null}]".formatted(first));
        settled();
        assertThat(house.mails(pat)).hasSize(2);

        String cora = house.person("cora");
        String producer = house.team(Map.of(pat, "PRODUCT_OWNER"));
        for (int mails = 3; mails <= 5; mails++) {
            house.dependency(house.team(Map.of(cora, "PRODUCT_OWNER")), producer, cora);
            house.settle(pat, 1);
            house.mails(pat, mails);
        }
    }

    /** As a calendar gets it. */
    private record Sent(MimeMessage mail, String words, String mediaType, Calendar calendar) {

        static Sent of(MimeMessage mail) {
            try {
                MimeMultipart forms = (MimeMultipart)
                        ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
                assertThat(forms.getContentType()).startsWith("multipart/alternative");
                assertThat(forms.getCount()).isEqualTo(3);
                BodyPart part = forms.getBodyPart(2);
                try (InputStream content = part.getInputStream()) {
                    Calendar calendar = new CalendarBuilder().build(content);
                    assertThat(calendar.validate().getEntries()).isEmpty();
                    return new Sent(
                            mail, forms.getBodyPart(0).getContent().toString(), part.getContentType(), calendar);
                }
            } catch (MessagingException | IOException | ParserException e) {
                throw new IllegalStateException(e);
            }
        }

        VEvent event() {
            List<VEvent> events = calendar.getComponents("VEVENT");
            assertThat(events).hasSize(1);
            return events.get(0);
        }

        String of(String property) {
            return event().getRequiredProperty(property).getValue();
        }

        String value(String property) {
            return calendar.getRequiredProperty(property).getValue();
        }

        String text() {
            return calendar.toString();
        }
    }

    private List<Sent> invitations(int number) {
        await().atMost(SOON).until(() -> {
            CLOCK.move(Duration.ofSeconds(31));
            return house.mails(pat).size() >= number;
        });
        assertThat(house.mails(pat)).hasSize(number);
        return house.mails(pat).stream().map(Sent::of).toList();
    }

    /** Whoever looks has then looked at everybody twice. */
    private void settled() {
        for (int i = 0; i < 2; i++) {
            String other = house.person("other");
            String cora = house.person("cora");
            house.dependency(
                    house.team(Map.of(cora, "PRODUCT_OWNER")), house.team(Map.of(other, "PRODUCT_OWNER")), cora);
            house.settle(other, 1);
            house.mails(other, 1);
        }
    }

    private void plan(String deviations) {
        String schedule = """
                {"spells":[{"cadence":{"rule":"FREQ=DAILY;INTERVAL=%d","first":"%s","at":"15:00:00","zone":"UTC",
                 "minutes":45},"last":null}],"deviations":%s}""".formatted(every, first, deviations);
        house.service().publish("cop.communities", community, CLOCK.instant().toEpochMilli() + version++, """
                {"kind":"COMMUNITY","apart":true,"name":"%s","assignments":[],"visibility":"ORGANIZATION",
                 "scopes":["%s"],"schedule":%s}""".formatted(
                        name, community, schedule));
    }

    private void belongs(String person, boolean still) {
        house.service()
                .publish("cop.memberships", "m-" + community, CLOCK.instant().toEpochMilli() + version++, """
                {"scope":"%s","person":"%s","role":"COMMUNITY_MEMBER","from":"2026-01-01","to":%s}""".formatted(
                                community, person, still ? "null" : "\"2026-01-02\""));
    }

    private static void wish(String person, boolean wanted) {
        RunningService service = house.service();
        HttpResponse<String> seen = service.get(person, MailFixture.API);
        HttpResponse<String> kept = service.send(
                "PUT",
                RealParts.get().token(person),
                MailFixture.API,
                "{\"notices\":true,\"digest\":true,\"webhooks\":true,\"invitations\":" + wanted + "}",
                RunningService.ifMatch(seen));
        assertThat(RunningService.body(kept).path("invitations").asBoolean()).isEqualTo(wanted);
    }
}
