package io.guildhall.cop.gatherings;

import static io.guildhall.cop.RunningCommunities.AMARA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.GRACE;
import static io.guildhall.cop.RunningCommunities.PRIYA;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.cop.RunningCommunities;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gatherings over HTTP, of a community that meets every day from midnight on, so that one of them has begun. */
class GatheringsIT {

    private static RunningCommunities running;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private String community = "";

    @BeforeAll
    static void start() {
        running = RunningCommunities.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void meetsEveryDay() {
        community = running.communityOf(PRIYA, "{\"name\":\"Every day\"}");
        running.put(PRIYA, community + "/cadence", """
                {"rule":"FREQ=DAILY","first":"%s","at":"00:00","zone":"UTC","minutes":5}""".formatted(today), running.get(PRIYA, community));
    }

    @Test
    void listsWhatTakesPlaceAndHowItStands() {
        running.post(PRIYA, community + "/gatherings/" + today.plusDays(1) + "/cancel", "{\"reason\":\"Holiday\"}");

        JsonNode items = list(today.minusDays(7), today.plusDays(2));
        assertThat(items.size()).isEqualTo(3);
        assertThat(items.path(0).path("state").asString()).isEqualTo("DUE");
        assertThat(items.path(1).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(items.path(1).path("reason").asString()).isEqualTo("Holiday");
        assertThat(items.path(2).path("state").asString()).isEqualTo("PLANNED");
    }

    @Test
    void isPreparedNotedAndHeld() {
        String path = gathering(today);
        HttpResponse<String> blank = running.get(PRIYA, path);
        assertThat(body(blank).path("version").asInt()).isZero();

        HttpResponse<String> prepared =
                running.put(PRIYA, path + "/agenda", "{\"items\":[\"Handing over facilitation\"]}", blank);
        assertThat(prepared.statusCode()).as(prepared.body()).isEqualTo(200);
        assertThat(running.put(PRIYA, path + "/notes", "{\"notes\":\"Too late\"}", blank)
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<String> noted = running.put(PRIYA, path + "/notes", "{\"notes\":\"Two teams rotate.\"}", prepared);
        assertThat(body(noted).path("notes").asString()).isEqualTo("Two teams rotate.");

        HttpResponse<String> held = running.post(PRIYA, path + "/held", "{\"attended\":7}");
        assertThat(body(held).path("state").asString()).isEqualTo("HELD");
        assertThat(list(today, today).path(0).path("attended").asInt()).isEqualTo(7);
        assertThat(running.post(PRIYA, gathering(today.plusDays(1)) + "/held", "{\"attended\":7}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theNextGatheringSuggestsWhatPeopleWantToTryAndTakesItInOneClick() {
        for (String title : List.of("Silence first", "Smaller reviews")) {
            running.post(DEV, community + "/ideas", "{\"title\":\"" + title + "\"}");
        }
        JsonNode ideas = body(running.get(DEV, community + "/ideas")).path("items");
        String second = "/ideas/" + ideas.path(1).path("id").asString();
        running.service().send("PUT", RealParts.get().token(DEV), "/api/cop" + second + "/support", "", Map.of());

        String next = gathering(nextDay());
        JsonNode suggested = body(running.get(PRIYA, next)).path("suggestions");
        assertThat(suggested.size()).isEqualTo(2);
        assertThat(suggested.path(0).path("path").asString()).isEqualTo(second);
        assertThat(suggested.path(0).path("support").asInt()).isEqualTo(1);
        assertThat(body(running.get(PRIYA, gathering(nextDay().plusDays(1))))
                        .path("suggestions")
                        .isEmpty())
                .as("of the gathering after the next")
                .isTrue();
        assertThat(body(running.get(DEV, next)).path("suggestions").isEmpty())
                .as("for somebody who may not prepare it")
                .isTrue();

        assertThat(running.post(DEV, next + "/agenda/take", "{\"paths\":[\"" + second + "\"]}")
                        .statusCode())
                .isEqualTo(403);
        JsonNode taken =
                body(running.post(PRIYA, next + "/agenda/take", "{\"paths\":[\"" + second + "\",\"/ideas/unknown\"]}"));
        assertThat(taken.path("agenda").size()).isEqualTo(1);
        assertThat(taken.path("links").path(0).path("path").asString()).isEqualTo(second);
        assertThat(taken.path("suggestions").size()).isEqualTo(1);
        running.post(PRIYA, next + "/agenda/take", "{\"paths\":[\"" + second + "\"]}");
        assertThat(body(running.get(PRIYA, next)).path("agenda").size()).isEqualTo(1);
    }

    /** Today's gathering takes five minutes from midnight on. */
    private LocalDate nextDay() {
        return Instant.now().isBefore(today.atTime(0, 5).toInstant(ZoneOffset.UTC)) ? today : today.plusDays(1);
    }

    @Test
    void whatIsNotDoneComesBackAtTheNextGathering() {
        HttpResponse<String> agreed = running.post(
                PRIYA, gathering(today) + "/actions", "{\"text\":\"Try it in two teams\",\"owner\":\"amara\"}");
        String action = body(agreed).path("actions").path(0).path("id").asString();

        JsonNode carried =
                body(running.get(PRIYA, gathering(today.plusDays(1)))).path("carried");
        assertThat(carried.path(0).path("text").asString()).isEqualTo("Try it in two teams");
        assertThat(carried.path(0).path("owner").path("name").asString()).isEqualTo("amara");
        assertThat(body(running.get(PRIYA, gathering(today))).path("carried").isEmpty())
                .isTrue();

        running.post(PRIYA, gathering(today) + "/actions/" + action + "/done", "");
        assertThat(body(running.get(PRIYA, gathering(today.plusDays(1))))
                        .path("carried")
                        .isEmpty())
                .isTrue();
        running.post(PRIYA, gathering(today) + "/actions/" + action + "/reopen", "");
        assertThat(list(today, today).path(0).path("openActions").asInt()).isEqualTo(1);
    }

    @Test
    void aRepeatedRequestAgreesOnOneAction() {
        Map<String, String> key = Map.of("Idempotency-Key", "agreed-once");
        for (int i = 0; i < 2; i++) {
            running.service().post(PRIYA, gathering(today) + "/actions", "{\"text\":\"Once\"}", key);
        }
        assertThat(body(running.get(PRIYA, gathering(today))).path("actions").size())
                .isEqualTo(1);
    }

    @Test
    void countsWhoComesAndTellsNobodyWhoItIs() {
        String path = gathering(today.plusDays(1));
        for (String who : List.of(PRIYA, AMARA, DEV)) {
            assertThat(come(who, path, true).statusCode()).isEqualTo(200);
        }
        come(DEV, path, false);

        JsonNode seen = body(running.get(AMARA, path));
        assertThat(seen.path("coming").asInt()).isEqualTo(2);
        assertThat(seen.path("iCome").asBoolean()).isTrue();
        assertThat(seen.toString()).doesNotContain("\"dev\"").doesNotContain("\"priya\"");
        assertThat(body(running.get(GRACE, path)).path("iCome").isNull()).isTrue();
        assertThat(come(DEV, gathering(today), true).statusCode()).isEqualTo(409);
    }

    @Test
    void whoComesIsInNoEvent() {
        String path = gathering(today.plusDays(1));
        come(AMARA, path, true);
        running.post(PRIYA, path + "/actions", "{\"text\":\"Something\"}");

        String id = path.substring(path.lastIndexOf('/') + 1);
        await().untilAsserted(() ->
                assertThat(running.service().log("cop.gatherings", id)).hasSize(1));
        assertThat(running.service().log("cop.gatherings", id))
                .allSatisfy(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .doesNotContain("amara"))
                .extracting(RunningService::type)
                .containsExactly("guildhall.cop.gathering-action-agreed.v1");
    }

    @Test
    void membersWriteAndOthersRead() {
        String path = gathering(today);
        assertThat(running.get(DEV, path).statusCode()).isEqualTo(200);
        assertThat(running.post(DEV, path + "/actions", "{\"text\":\"Mine\"}").statusCode())
                .isEqualTo(403);
        running.post(DEV, community + "/join", "");
        assertThat(running.post(DEV, path + "/actions", "{\"text\":\"Ours\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aMemberIsNamedToFacilitateAndStaysNamedWhenTheyHaveLeft() {
        String path = gathering(today);
        running.post(AMARA, community + "/join", "");
        HttpResponse<String> blank = running.get(PRIYA, path);
        assertThat(running.put(DEV, path + "/facilitator", "{\"person\":\"amara\"}", blank)
                        .statusCode())
                .isEqualTo(403);
        assertThat(running.put(PRIYA, path + "/facilitator", "{\"person\":\"dev\"}", blank)
                        .statusCode())
                .isEqualTo(422);

        HttpResponse<String> named = running.put(PRIYA, path + "/facilitator", "{\"person\":\"amara\"}", blank);
        assertThat(body(named).path("facilitator").path("name").asString()).isEqualTo("amara");
        assertThat(running.put(PRIYA, path + "/facilitator", "{}", blank).statusCode())
                .isEqualTo(412);

        running.post(AMARA, community + "/leave", "");
        running.post(PRIYA, path + "/held", "{\"attended\":3}");
        HttpResponse<String> held = running.get(DEV, path);
        assertThat(body(held).path("facilitator").path("name").asString()).isEqualTo("amara");
        assertThat(body(running.put(PRIYA, path + "/facilitator", "{}", held))
                        .path("facilitator")
                        .isNull())
                .isTrue();
    }

    @Test
    void fiveGatheringsWithOneFacilitatorAreAMomentForAQuestionToMembersAlone() {
        running.post(AMARA, community + "/join", "");
        CommunityId id = new CommunityId(community.substring(community.lastIndexOf('/') + 1));
        for (int day = 1; day <= 4; day++) {
            held(new GatheringId(id, today.minusDays(day)), "priya");
        }
        assertThat(asksWhoFacilitates(AMARA)).as("after four").isFalse();

        held(new GatheringId(id, today), "priya");
        assertThat(asksWhoFacilitates(AMARA)).isTrue();
        assertThat(asksWhoFacilitates(PRIYA)).isTrue();
        assertThat(asksWhoFacilitates(DEV)).as("who does not belong to it").isFalse();
        assertThat(body(running.get(PRIYA, community + "/findings")).toString()).doesNotContain("facilit");

        held(new GatheringId(id, today), "amara");
        assertThat(asksWhoFacilitates(PRIYA)).as("after another one").isFalse();
    }

    /** As it is written down of a day on which the community met already. */
    private static void held(GatheringId id, String facilitator) {
        running.service()
                .context()
                .getBean(Gatherings.class)
                .change(
                        id,
                        Gathering.blank(id, "Every day", Visibility.ORGANIZATION),
                        CommandContext.of(Actor.service("test"), Instant.now()),
                        gathering -> gathering
                                .facilitate(new PersonId(facilitator), true)
                                .then(led -> led.hold(5, true)));
    }

    private boolean asksWhoFacilitates(String who) {
        String about = community.substring(community.lastIndexOf('/') + 1);
        return body(running.get(who, "/api/cop/coaching?moment=SAME_FACILITATOR&about=" + about))
                .path("question")
                .isObject();
    }

    @Test
    void refusesADayThatTheCadenceDoesNotName() {
        assertThat(running.get(PRIYA, gathering(today.minusDays(1))).statusCode())
                .isEqualTo(404);
        assertThat(running.get(PRIYA, "/api/cop/gatherings/nonsense").statusCode())
                .isEqualTo(404);
        assertThat(running.get(PRIYA, community + "/gatherings?from=" + today + "&to=" + today.plusDays(401))
                        .statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> come(String who, String path, boolean coming) {
        return running.service()
                .send("PUT", RealParts.get().token(who), path + "/coming", "{\"coming\":" + coming + "}", Map.of());
    }

    private JsonNode list(LocalDate from, LocalDate to) {
        return body(running.get(PRIYA, community + "/gatherings?from=" + from + "&to=" + to))
                .path("items");
    }

    private String gathering(LocalDate on) {
        return "/api/cop/gatherings/" + community.substring(community.lastIndexOf('/') + 1) + "_" + on;
    }
}
