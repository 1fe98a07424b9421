package io.guildhall.feed.chat;

import static io.guildhall.feed.chat.ChatFixture.SOON;
import static io.guildhall.feed.chat.ChatFixture.message;
import static io.guildhall.feed.chat.ChatFixture.properties;
import static io.guildhall.feed.chat.ChatFixture.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.feed.chat.Channel.Progress;
import io.guildhall.feed.chat.Channel.Settings;
import io.guildhall.feed.chat.Channel.State;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.webhook.Receiver;
import io.guildhall.feed.webhook.Receiver.Answer;
import io.guildhall.platform.aggregate.CommandContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines on a real store and log that tell real receivers. */
class ChannelTellingIT {

    private static ChatFixture house;
    private Channels store;
    private final List<Receiver> receivers = new ArrayList<>();
    private final List<TellChannels> engines = new ArrayList<>();

    @BeforeAll
    static void start() {
        house = new ChatFixture();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @BeforeEach
    void freshStore() {
        store = house.store();
    }

    @AfterEach
    void close() {
        engines.forEach(TellChannels::stop);
        receivers.forEach(Receiver::close);
    }

    @Test
    void aBurstIsOneMessageThatNamesTenThings() {
        Receiver receiver = receiver();
        house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        engine();
        List<String> titles =
                IntStream.range(0, 250).mapToObj(i -> house.raise("TEAM")).toList();

        await().atMost(SOON).until(() -> receiver.got().size() == 1);
        String text = told(receiver).get(0);
        assertThat(text).startsWith("payments: 250 changes\n");
        assertThat(text).contains(titles.subList(240, 250)).doesNotContain(titles.subList(0, 240));
        assertThat(text).contains("sam of the house raised the impediment '" + titles.get(249) + "'");
        assertThat(message(receiver, 0).toString())
                .contains("https://guildhall.example/impediments/")
                .contains("<https://guildhall.example/activity?unit=payments|and 240 more before>");
        assertThat(receiver.got().get(0).header("content-type")).startsWith("application/json");
        awaitToldUpTo(receiver, 1);
    }

    @Test
    void isToldOnlyWhatIsChosenOfItsUnitAndBelow() {
        Receiver area = receiver();
        Receiver nothing = receiver();
        house.channel(store, "ana", "shop", area, Part.WAITING, Part.DECISIONS);
        house.channel(store, "ana", "shop", nothing);
        engine();
        String unwanted = house.raise("ORGANIZATION");
        String elsewhere =
                house.append("team.dependencies", "guildhall.team.dependency-proposed.v1", "elsewhere", "ORGANIZATION");
        String waiting =
                house.append("team.dependencies", "guildhall.team.dependency-proposed.v1", "search", "ORGANIZATION");
        String done =
                house.append("team.dependencies", "guildhall.team.dependency-accepted.v1", "search", "ORGANIZATION");
        String decided =
                house.append("roadmap.decisions", "guildhall.roadmap.decision-accepted.v1", "payments", "ORGANIZATION");

        await().atMost(SOON).until(() -> area.got().size() == 1);
        assertThat(told(area).get(0)).contains(waiting, decided).doesNotContain(unwanted, elsewhere, done);
        assertThat(nothing.got()).isEmpty();
    }

    @Test
    void tellsWhatItsOwnerMaySeeAndNothingPrivate() {
        Receiver sam = receiver();
        Receiver admin = receiver();
        house.channel(store, "sam", "payments", sam, Part.IMPEDIMENTS);
        house.channel(store, "admin", "payments", admin, Part.IMPEDIMENTS);
        engine();
        String secret = house.raise("PRIVATE");
        String team = house.raise("TEAM");
        String open = house.raise("ORGANIZATION");

        await().atMost(SOON).until(() -> sam.got().size() == 1 && admin.got().size() == 1);
        assertThat(told(sam).get(0)).contains(team, open).doesNotContain(secret);
        assertThat(told(admin).get(0)).contains(open).doesNotContain(team, secret);
    }

    @Test
    void theFourthMessageOfADayWaitsForTheNextBusinessMorning() {
        SetClock clock = new SetClock("2026-11-27T15:00");
        Receiver receiver = receiver();
        house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        engine(properties(Duration.ZERO, Duration.ofDays(5)), clock);
        for (int i = 1; i <= 3; i++) {
            int messages = i;
            house.raise("TEAM", clock);
            awaitToldUpTo(receiver, messages);
        }
        Receiver witness = receiver();
        house.channel(store, "sam", "payments", witness, Part.IMPEDIMENTS);
        String friday = house.raise("TEAM", clock);
        await().atMost(SOON).until(() -> witness.got().size() == 1);
        clock.set("2026-11-28T12:00");
        String saturday = house.raise("TEAM", clock);
        await().atMost(SOON).until(() -> witness.got().size() == 2);
        clock.set("2026-11-30T08:59");
        house.raise("TEAM", clock);
        await().atMost(SOON).until(() -> witness.got().size() == 3);
        assertThat(receiver.got()).hasSize(3);

        clock.set("2026-11-30T09:00");
        await().atMost(SOON).until(() -> receiver.got().size() == 4);
        assertThat(told(receiver).get(3)).startsWith("payments: 3 changes").contains(friday, saturday);
    }

    @Test
    void whoeverLosesTheRoleHasNothingMoreTold() {
        Receiver sam = receiver();
        Receiver pat = receiver();
        Channel lost = house.channel(store, "sam", "payments", sam, Part.IMPEDIMENTS);
        house.channel(store, "pat", "payments", pat, Part.IMPEDIMENTS);
        engine();
        try {
            house.lead("pat");
            await().atMost(SOON).until(() -> store.get(lost.id()).settings().state() == State.DISABLED);
            assertThat(store.get(lost.id()).settings().reason())
                    .isEqualTo("Its owner does not lead its unit any more.");
            house.raise("ORGANIZATION");
            await().atMost(SOON).until(() -> pat.got().size() == 1);
            assertThat(sam.got()).isEmpty();
        } finally {
            house.lead("sam", "pat");
            await().atMost(SOON).until(() -> house.bean(MayTell.class).leads(ChatFixture.actor("sam"), "payments"));
        }
    }

    @Test
    void whomNobodyKnowsHasNothingTold() {
        Channel strange = house.channel(store, "stranger", "payments", receiver(), Part.IMPEDIMENTS);
        engine();
        await().atMost(SOON).until(() -> store.get(strange.id()).settings().state() == State.DISABLED);
        assertThat(store.get(strange.id()).settings().reason()).contains("does not know its owner's sign-in");
    }

    @Test
    void whatWasSentButNotWrittenBeforeAKillIsSentAgain() {
        Receiver receiver = receiver().hanging();
        Channel channel = house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        TellChannels killed = engine();
        String title = house.raise("TEAM");
        await().atMost(SOON).until(() -> receiver.got().size() == 1);
        killed.abandon();
        receiver.answers = any -> new Answer(200);
        long before = store.get(channel.id()).progress().cursor();

        engine();
        await().atMost(SOON).until(() -> receiver.got().size() == 2);
        assertThat(told(receiver)).allMatch(text -> text.contains(title));
        await().atMost(SOON).until(() -> store.get(channel.id()).progress().cursor() > before);
        assertThat(store.get(channel.id()).progress().sent()).isEqualTo(1);
    }

    @Test
    void whatWaitedAtAKillIsToldByAnother() {
        Receiver receiver = receiver();
        house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        TellChannels killed = engine(properties(Duration.ofMinutes(4), Duration.ofDays(5)), Clock.systemUTC());
        String title = house.raise("TEAM");
        killed.abandon();
        String later = house.raise("TEAM");
        engine();
        await().atMost(SOON).until(() -> receiver.got().size() == 1);
        assertThat(told(receiver).get(0)).contains(title, later);
    }

    @Test
    void instancesTellAChannelOnce() {
        List<Receiver> all = IntStream.range(0, 6).mapToObj(i -> receiver()).toList();
        all.forEach(receiver -> house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS));
        engine();
        engine();
        engine();
        house.raise("TEAM");
        await().atMost(SOON)
                .until(() -> all.stream().allMatch(receiver -> !receiver.got().isEmpty()));
        house.raise("TEAM");
        await().atMost(SOON)
                .until(() -> all.stream().allMatch(receiver -> receiver.got().size() > 1));
        assertThat(all).allMatch(receiver -> receiver.got().size() == 2);
    }

    @Test
    void oneThatHangsHoldsUpNoOther() {
        Receiver hanging = receiver().hanging();
        Receiver well = receiver();
        house.channel(store, "sam", "payments", hanging, Part.IMPEDIMENTS);
        house.channel(store, "sam", "payments", well, Part.IMPEDIMENTS);
        ChatProperties patient = new ChatProperties(
                Duration.ofMillis(300),
                Duration.ofMinutes(5),
                Duration.ofMillis(50),
                SOON.multipliedBy(2),
                Duration.ofMillis(100),
                Duration.ofMillis(400),
                Duration.ofDays(5),
                SOON.multipliedBy(3));
        engine(patient, Clock.systemUTC());
        house.raise("TEAM");
        await().atMost(SOON).until(() -> hanging.got().size() == 1);
        house.raise("TEAM");
        await().atMost(SOON)
                .until(() ->
                        told(well).stream().mapToInt(ChannelTellingIT::changes).sum() == 2);
    }

    @Test
    void whatIsFoundOutOfAnAddressSaysNothingOfTheNext() {
        Receiver gone = receiver();
        Receiver good = receiver();
        Channel channel = house.channel(store, "sam", "payments", gone, Part.IMPEDIMENTS);
        gone.answers = any -> {
            change(
                    channel,
                    settings -> settings.revised(new Address(good.url()), "Moved", List.of(Part.IMPEDIMENTS), 0));
            return new Answer(404);
        };
        engine();
        String title = house.raise("TEAM");

        await().atMost(SOON).until(() -> good.got().size() == 1);
        assertThat(told(good).get(0)).contains(title);
        assertThat(store.get(channel.id()).settings().state()).isEqualTo(State.ACTIVE);
        await().atMost(SOON).until(() -> store.get(channel.id()).progress().lastSuccess() != null);
        assertThat(store.get(channel.id()).progress().failures()).isZero();
    }

    @Test
    void whatFailsOnceAfterALongQuietIsNotGivenUp() {
        SetClock clock = new SetClock("2026-11-24T10:00");
        Receiver receiver = receiver();
        receiver.answers = any -> new Answer(503);
        Channel channel = house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        engine(properties(Duration.ZERO, Duration.ofDays(5)), clock);
        house.raise("TEAM");
        await().atMost(SOON).until(() -> store.get(channel.id()).progress().failures() == 1);
        change(channel, settings -> settings.revised(settings.address(), null, List.of(), 0));
        change(
                channel,
                settings -> settings.revised(
                        settings.address(),
                        null,
                        List.of(Part.IMPEDIMENTS),
                        house.bean(LogTail.class).end()));
        clock.set("2026-12-01T10:00");
        house.raise("TEAM");

        await().atMost(SOON).until(() -> store.get(channel.id()).progress().failures() == 1);
        assertThat(store.get(channel.id()).settings().state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void whatWasAwayIsToldEverythingInOneMessage() {
        Receiver receiver = receiver();
        AtomicInteger refused = new AtomicInteger();
        receiver.answers = any -> {
            refused.incrementAndGet();
            return new Answer(503);
        };
        Channel channel = house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        engine();
        String first = house.raise("TEAM");
        await().atMost(SOON).until(() -> refused.get() > 2);
        String second = house.raise("TEAM");
        await().atMost(SOON).until(() -> told(receiver).get(refused.get() - 1).contains(second));
        assertThat(store.get(channel.id()).progress().failure()).isEqualTo("It answered 503.");
        int before = receiver.got().size();
        receiver.answers = any -> new Answer(200);

        await().atMost(SOON).until(() -> store.get(channel.id()).progress().lastSuccess() != null);
        Progress progress = store.get(channel.id()).progress();
        assertThat(progress.failures()).isZero();
        assertThat(progress.sent()).isEqualTo(1);
        assertThat(receiver.got().size()).isGreaterThan(before);
        assertThat(told(receiver).get(receiver.got().size() - 1))
                .startsWith("payments: 2 changes")
                .contains(first, second);
    }

    @Test
    void waitsAsLongAsTheChatAsks() {
        Receiver receiver = receiver();
        receiver.answers = any -> new Answer(429, Map.of("Retry-After", "2"), "");
        house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        engine();
        house.raise("TEAM");
        await().atMost(SOON).until(() -> receiver.got().size() == 1);
        receiver.answers = any -> new Answer(200);
        await().atMost(SOON).until(() -> receiver.got().size() == 2);
        assertThat(Duration.ofNanos(
                        receiver.got().get(1).nanos() - receiver.got().get(0).nanos()))
                .isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void whatIsGoneIsDisabledAtOnceAndGoesOnWhenResumed() {
        Receiver receiver = receiver();
        receiver.answers = any -> new Answer(403, Map.of(), "invalid_token");
        Channel channel = house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        engine();
        String title = house.raise("TEAM");
        await().atMost(SOON).until(() -> store.get(channel.id()).settings().state() == State.DISABLED);
        assertThat(store.get(channel.id()).settings().reason()).isEqualTo("It answered 403. It said: invalid_token.");
        assertThat(receiver.got()).hasSize(1);

        receiver.answers = any -> new Answer(200);
        change(channel, settings -> settings.resumed(Instant.now()));
        await().atMost(SOON).until(() -> receiver.got().size() == 2);
        assertThat(told(receiver).get(1)).contains(title);
    }

    @Test
    void whatTakesNothingForTooLongIsDisabled() {
        Receiver receiver = receiver();
        receiver.answers = any -> new Answer(500);
        Channel channel = house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        engine(properties(Duration.ofMillis(100), Duration.ofMillis(500)), Clock.systemUTC());
        house.raise("TEAM");
        await().atMost(SOON).until(() -> store.get(channel.id()).settings().state() == State.DISABLED);
        assertThat(store.get(channel.id()).settings().reason()).contains("It took nothing for", "500");
    }

    @Test
    void redirectsAreNotFollowed() {
        Receiver inside = receiver();
        Receiver receiver = receiver();
        receiver.answers = any -> new Answer(302, Map.of("Location", inside.url()), "");
        Channel channel = house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        engine();
        house.raise("TEAM");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(store.get(channel.id()).progress().failure())
                                .contains("302", "redirects are not followed"));
        assertThat(inside.got()).isEmpty();
    }

    @Test
    void pausedItIsToldNothingAndResumedEverything() {
        Receiver receiver = receiver();
        Receiver witness = receiver();
        Channel channel = house.channel(store, "sam", "payments", receiver, Part.IMPEDIMENTS);
        house.channel(store, "sam", "payments", witness, Part.IMPEDIMENTS);
        change(channel, settings -> settings.paused("Sam", Instant.now()));
        engine();
        String title = house.raise("TEAM");
        await().atMost(SOON).until(() -> witness.got().size() == 1);
        assertThat(receiver.got()).isEmpty();
        change(channel, settings -> settings.resumed(Instant.now()));
        await().atMost(SOON).until(() -> receiver.got().size() == 1);
        assertThat(told(receiver).get(0)).contains(title);
    }

    private static int changes(String text) {
        String first = text.lines().findFirst().orElseThrow();
        return Integer.parseInt(first.replaceAll("[^0-9]", ""));
    }

    private void awaitToldUpTo(Receiver receiver, int messages) {
        await().atMost(SOON).until(() -> receiver.got().size() == messages);
        await().atMost(SOON)
                .until(() ->
                        store.active().stream().anyMatch(one -> one.progress().sent() == messages));
    }

    private void change(Channel channel, UnaryOperator<Settings> change) {
        store.update(channel.id(), CommandContext.of(ChatFixture.actor("sam"), Instant.now()), change);
    }

    private Receiver receiver() {
        Receiver opened = Receiver.open();
        opened.answers = any -> new Answer(200);
        receivers.add(opened);
        return opened;
    }

    private TellChannels engine() {
        return engine(properties(), Clock.systemUTC());
    }

    private TellChannels engine(ChatProperties properties, Clock clock) {
        TellChannels started = house.engine(store, properties, clock);
        engines.add(started);
        return started;
    }
}
