package io.guildhall.feed.webhook;

import static io.guildhall.feed.webhook.WebhookFixture.SOON;
import static io.guildhall.feed.webhook.WebhookFixture.id;
import static io.guildhall.feed.webhook.WebhookFixture.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.cloudevents.CloudEvent;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.outgoing.Addresses;
import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.feed.outgoing.Outcome;
import io.guildhall.feed.outgoing.OutgoingProperties;
import io.guildhall.feed.outgoing.Sender;
import io.guildhall.feed.webhook.Receiver.Answer;
import io.guildhall.feed.webhook.Receiver.Got;
import io.guildhall.feed.webhook.Webhook.State;
import io.guildhall.feed.webhook.WebhookFixture.Stores;
import io.guildhall.platform.testing.FreePorts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines on a real store and log that deliver to real receivers. */
class WebhookDeliveryIT {

    private static WebhookFixture house;
    private Stores stores;
    private final List<Receiver> receivers = new ArrayList<>();
    private final List<Couriers> engines = new ArrayList<>();

    @BeforeAll
    static void start() {
        house = new WebhookFixture();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @BeforeEach
    void freshStores() {
        stores = house.stores();
    }

    @AfterEach
    void close() {
        receivers.forEach(Receiver::close);
        engines.forEach(Couriers::stop);
    }

    @Test
    void everyDeliveryIsVerifiedByOneLibraryAndReadByTheOther() throws WebhookVerificationException {
        Receiver receiver = receiver();
        Webhook webhook = house.webhook(stores, "sam", receiver.url());
        engine();
        String subject = id();
        house.append(subject, 1, "ORGANIZATION");
        house.append(subject, 2, "TEAM");

        await().atMost(SOON).until(() -> receiver.of(subject).size() == 2);
        for (Got got : receiver.of(subject)) {
            got.verify(webhook.settings().secret().key());
            assertThat(got.path()).isEqualTo("/hook?key=1");
            assertThat(got.header("content-type")).startsWith("application/cloudevents+json");
            assertThat(got.header("user-agent")).isEqualTo("Guildhall-Webhooks/1");
        }
        CloudEvent second = receiver.of(subject).get(1).event();
        assertThat(second.getId()).isEqualTo("team.impediments/" + subject + "@2");
        assertThat(second.getType()).isEqualTo("guildhall.team.impediment-raised.v1");
        assertThat(second.getExtension("cause")).isEqualTo(subject + "@1");
        assertThat(second.getExtension("position")).asString().matches("[0-9]+");
        assertThat(second.getData()).isNotNull();
        assertThat(new String(second.getData().toBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"name\":\"sam of the house\"", "“für alle”");
    }

    @Test
    void whileASecretIsRotatedBothVerify() throws WebhookVerificationException {
        Receiver receiver = receiver();
        Webhook webhook = house.webhook(stores, "sam", receiver.url());
        engine();
        house.change(stores, webhook, settings -> settings.rotated(Instant.now()));
        String subject = id();
        awaitRevision(webhook);
        house.append(subject, 1, "ORGANIZATION");

        await().atMost(SOON).until(() -> receiver.of(subject).size() == 1);
        Got got = receiver.of(subject).get(0);
        got.verify(webhook.settings().secret().key());
        got.verify(stores.webhooks().get(webhook.id()).settings().secret().key());
        assertThatCode(() -> got.verify(Secret.random().key())).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void whoWasDownGetsEverythingInOrderAndOthersAreNotHeldUp() throws IOException {
        int port = FreePorts.one();
        Receiver well = receiver();
        Webhook down = house.webhook(stores, "sam", "http://127.0.0.1:" + port + "/");
        house.webhook(stores, "sam", well.url());
        engine();
        List<String> subjects = List.of(id(), id(), id());
        for (int sequence = 1; sequence <= 20; sequence++) {
            for (String subject : subjects) {
                house.append(subject, sequence, "ORGANIZATION");
            }
        }
        await().atMost(SOON)
                .until(() -> subjects.stream().allMatch(one -> well.events(one).size() == 20));
        await().atMost(SOON)
                .until(() -> stores.webhooks().get(down.id()).progress().rests());

        Receiver back = Receiver.openOn(port);
        receivers.add(back);
        await().atMost(SOON)
                .until(() -> subjects.stream().allMatch(one -> back.events(one).size() == 20));
        for (String subject : subjects) {
            List<String> ordered = IntStream.rangeClosed(1, 20)
                    .mapToObj(sequence -> "team.impediments/" + subject + "@" + sequence)
                    .toList();
            assertThat(back.events(subject)).isEqualTo(ordered);
            assertThat(well.events(subject)).isEqualTo(ordered);
        }
        await().atMost(SOON).untilAsserted(() -> {
            Webhook.Progress progress = stores.webhooks().get(down.id()).progress();
            assertThat(progress.waiting()).isZero();
            assertThat(progress.rests()).isFalse();
            assertThat(progress.cursor())
                    .isEqualTo(house.bean(io.guildhall.feed.log.LogTail.class).end());
        });
    }

    @Test
    void endpointsThatHangCostTheOthersNothing() {
        long before = threads();
        for (int i = 0; i < 30; i++) {
            Receiver hanging = Receiver.open().hanging();
            receivers.add(hanging);
            house.webhook(stores, i % 2 == 0 ? "guest" : "rita", hanging.url());
        }
        Receiver well = receiver();
        house.webhook(stores, "sam", well.url());
        engine();
        await().atMost(SOON).until(() -> engines.get(0).held() == 31);
        List<String> subjects = IntStream.range(0, 40).mapToObj(i -> id()).toList();
        subjects.forEach(subject -> house.append(subject, 1, "ORGANIZATION"));

        await().atMost(SOON)
                .until(() -> subjects.stream().allMatch(one -> well.events(one).size() == 1));
        for (Receiver hanging : receivers.subList(0, 30)) {
            assertThat(hanging.got().size()).isLessThanOrEqualTo(Courier.MOST_IN_FLIGHT);
        }
        assertThat(threads() - before).isLessThan(20);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("webhooks")
                        || thread.getName().startsWith("outgoing"))
                .count();
    }

    @Test
    void afterAKillNothingIsMissedAndRepetitionsCarryTheSameId() {
        Receiver receiver = receiver();
        house.webhook(stores, "sam", receiver.url());
        Couriers first = engine();
        await().atMost(SOON).until(() -> first.held() == 1);
        String subject = id();
        for (int sequence = 1; sequence <= 30; sequence++) {
            house.append(subject, sequence, "ORGANIZATION");
        }
        await().atMost(SOON).until(() -> receiver.of(subject).size() >= 5);
        first.abandon();
        for (int sequence = 31; sequence <= 40; sequence++) {
            house.append(subject, sequence, "ORGANIZATION");
        }
        engine();

        await().atMost(SOON).until(() -> receiver.events(subject).size() == 40);
        Map<String, Set<String>> bodies = new java.util.HashMap<>();
        receiver.of(subject)
                .forEach(got ->
                        bodies.computeIfAbsent(got.id(), id -> new HashSet<>()).add(got.body()));
        assertThat(bodies).hasSize(40);
        assertThat(bodies.values()).allMatch(all -> all.size() == 1);
    }

    @Test
    void twoEnginesShareTheEndpoints() {
        Receiver receiver = receiver();
        for (int i = 0; i < 6; i++) {
            house.webhook(stores, "sam", receiver.url() + "&n=" + i);
        }
        Couriers one = engine();
        await().atMost(SOON).until(() -> one.held() == 6);
        Couriers other = engine();
        await().atMost(SOON).until(() -> one.held() == 3 && other.held() == 3);
        String subject = id();
        house.append(subject, 1, "ORGANIZATION");
        await().atMost(SOON).until(() -> receiver.of(subject).size() == 6);
        assertThat(receiver.of(subject)).extracting(Got::path).doesNotHaveDuplicates();

        one.stop();
        await().atMost(SOON).until(() -> other.held() == 6);
        assertThat(receiver.of(subject)).hasSize(6);
    }

    @Test
    void whatItsOwnerMayNotSeeIsNotSent() {
        Receiver rita = receiver();
        Receiver sam = receiver();
        house.webhook(stores, "rita", rita.url());
        house.webhook(stores, "sam", sam.url());
        engine();
        String hidden = id();
        String shown = id();
        house.append(hidden, 1, "TEAM");
        house.append(shown, 1, "ORGANIZATION");
        await().atMost(SOON)
                .until(() -> sam.of(shown).size() == 1 && rita.of(shown).size() == 1);
        assertThat(sam.of(hidden)).hasSize(1);
        assertThat(rita.of(hidden)).isEmpty();

        try {
            house.team("rita");
            await().atMost(SOON).until(() -> {
                String probe = id();
                house.append(probe, 1, "TEAM");
                String marker = id();
                house.append(marker, 1, "ORGANIZATION");
                await().atMost(SOON)
                        .until(() ->
                                sam.of(marker).size() == 1 && rita.of(marker).size() == 1);
                return sam.of(probe).isEmpty() && rita.of(probe).size() == 1;
            });
        } finally {
            house.team("sam");
        }
    }

    @Test
    void whatBecomesNarrowerWhileItWaitsIsWithheld() {
        Receiver guest = receiver();
        guest.answers = any -> new Answer(500);
        Webhook webhook = house.webhook(stores, "guest", guest.url());
        engine(properties(Duration.ofSeconds(2), Duration.ofDays(5), Duration.ofSeconds(2)));
        String subject = id();
        house.append(subject, 1, "ORGANIZATION");
        await().atMost(SOON).until(() -> guest.of(subject).size() == 1);
        house.append(subject, 2, "TEAM");
        guest.answers = any -> new Answer(204);

        await().atMost(SOON)
                .until(() -> stores.deliveries()
                                .page(webhook.id(), Delivery.State.WITHHELD, null, 10)
                                .items()
                                .size()
                        == 1);
        assertThat(guest.of(subject)).hasSize(1);
    }

    @Test
    void whatThisInstanceHasNotHeardOfYetIsNotWithheld() {
        Receiver receiver = receiver();
        Webhook webhook = house.webhook(stores, "sam", receiver.url());
        String subject = id();
        long next = house.bean(LogTail.class).end() + 1;
        // As another instance writes what it has placed in the log and could not deliver.
        Instant now = Instant.now();
        Delivery waiting = new Delivery(
                webhook.id(),
                next,
                "team.impediments/" + subject + "@1",
                "team.impediments",
                "guildhall.team.impediment-raised.v1",
                subject,
                now,
                Delivery.State.WAITING,
                now,
                1,
                now,
                null,
                List.of());
        stores.deliveries().write(List.of(new Deliveries.Write(waiting, null, () -> {})));
        engine();
        await().during(Duration.ofMillis(500))
                .atMost(SOON)
                .until(() -> stores.deliveries().countWaiting(webhook.id()) == 1);

        house.append(subject, 1, "ORGANIZATION");

        await().atMost(SOON).until(() -> receiver.of(subject).size() == 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stores.deliveries()
                                .find(webhook.id(), next)
                                .orElseThrow()
                                .state())
                        .isEqualTo(Delivery.State.DELIVERED));
    }

    @Test
    void anAnswerThatRepeatsWhatWasSentIsNotKept() {
        Receiver echo = receiver();
        echo.answers = got -> new Answer(200, Map.of(), "You said: " + got.body());
        Webhook webhook = house.webhook(stores, "sam", echo.url());
        engine();
        String subject = id();
        house.append(subject, 1, "ORGANIZATION");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stores.deliveries()
                                .page(webhook.id(), null, null, 10)
                                .items())
                        .hasSize(1));
        long position = stores.deliveries()
                .page(webhook.id(), null, null, 10)
                .items()
                .get(0)
                .position();
        assertThat(stores.deliveries()
                        .find(webhook.id(), position)
                        .orElseThrow()
                        .attempts())
                .extracting(Attempt::body)
                .containsExactly("(It repeats what was sent, so it is not kept.)");
    }

    @Test
    void whatWasWrittenForAWebhookThatIsGoneIsForgottenAndNothingElse() {
        Webhook kept = house.webhook(stores, "sam", receiver().url());
        Instant old = Instant.parse("2026-01-01T00:00:00Z");
        stores.deliveries()
                .write(Stream.of(kept.id(), "gone")
                        .map(webhook -> new Delivery(
                                webhook,
                                1,
                                "team.impediments/x@1",
                                "team.impediments",
                                "test.v1",
                                "x",
                                old,
                                Delivery.State.WAITING,
                                old,
                                0,
                                old,
                                null,
                                List.of()))
                        .map(delivery -> new Deliveries.Write(delivery, null, () -> {}))
                        .toList());

        stores.deliveries().forgetOthers(stores.webhooks().ids(), old.plusSeconds(1));

        assertThat(stores.deliveries().countWaiting("gone")).isZero();
        assertThat(stores.deliveries().countWaiting(kept.id())).isEqualTo(1);
    }

    @Test
    void pausedItIsToldNothingAndResumedEverything() {
        Receiver receiver = receiver();
        Webhook webhook = house.webhook(stores, "sam", receiver.url());
        Couriers engine = engine();
        await().atMost(SOON).until(() -> engine.held() == 1);
        house.change(stores, webhook, settings -> settings.paused("Sam", Instant.now()));
        await().atMost(SOON).until(() -> engine.held() == 0);
        String subject = id();
        house.append(subject, 1, "ORGANIZATION");
        house.change(stores, webhook, settings -> settings.resumed(Instant.now()));

        await().atMost(SOON).until(() -> receiver.of(subject).size() == 1);
    }

    @Test
    void goneIsGone() {
        Receiver receiver = receiver();
        receiver.answers = any -> new Answer(410);
        Webhook webhook = house.webhook(stores, "sam", receiver.url());
        engine();
        house.append(id(), 1, "ORGANIZATION");
        await().atMost(SOON)
                .until(() -> stores.webhooks().get(webhook.id()).settings().state() == State.DISABLED);
        assertThat(stores.webhooks().get(webhook.id()).settings().reason()).contains("410");
    }

    @Test
    void whatTakesNothingForTooLongIsDisabledAndGoesOnWhenResumed() {
        Receiver receiver = receiver();
        receiver.answers = any -> new Answer(503);
        Webhook webhook = house.webhook(stores, "sam", receiver.url());
        engine(properties(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(2)));
        String subject = id();
        house.append(subject, 1, "ORGANIZATION");
        await().atMost(SOON)
                .until(() -> stores.webhooks().get(webhook.id()).settings().state() == State.DISABLED);
        assertThat(stores.webhooks().get(webhook.id()).settings().reason()).contains("503");

        receiver.answers = any -> new Answer(204);
        int before = receiver.of(subject).size();
        house.change(stores, webhook, settings -> settings.resumed(Instant.now()));
        await().atMost(SOON).until(() -> receiver.of(subject).size() == before + 1);
    }

    @Test
    void whatIsRefusedAgainAndAgainHasFailedAndHoldsUpNobody() {
        Receiver receiver = receiver();
        String poison = id();
        receiver.answers = got -> new Answer(got.subject().equals(poison) ? 400 : 204);
        Webhook webhook = house.webhook(stores, "sam", receiver.url());
        engine();
        house.append(poison, 1, "ORGANIZATION");
        await().atMost(SOON).until(() -> receiver.of(poison).size() == 5);
        String other = id();
        house.append(other, 1, "ORGANIZATION");

        await().atMost(SOON).until(() -> receiver.of(other).size() == 1);
        await().atMost(SOON)
                .until(() -> stores.deliveries()
                                .page(webhook.id(), Delivery.State.FAILED, null, 10)
                                .items()
                                .size()
                        == 1);
    }

    @Test
    void tellsOnlyWhatIsWantedAndNotFasterThanWanted() {
        Receiver receiver = receiver();
        house.webhook(
                stores,
                "sam",
                receiver.url(),
                settings -> settings.revised(
                        settings.url(),
                        null,
                        new Webhook.Choice(
                                List.of("team.dependencies", "team.waivers"),
                                List.of("wanted.v1", "also.v1"),
                                null,
                                null),
                        5,
                        false));
        engine();
        String other = id();
        house.append("team.impediments", "wanted.v1", other, 1, "ORGANIZATION");
        house.append("team.waivers", "unwanted.v1", other, 1, "ORGANIZATION");
        for (int i = 0; i < 12; i++) {
            house.append(i % 2 == 0 ? "team.waivers" : "team.dependencies", "wanted.v1", id(), 1, "ORGANIZATION");
        }
        await().atMost(SOON).until(() -> receiver.got().size() == 12);
        assertThat(receiver.of(other)).isEmpty();
        List<Got> got = receiver.got();
        // As many as fit into a second may come at once; the next one not before that second is over.
        for (int i = 0; i + 5 < got.size(); i++) {
            assertThat(TimeUnit.NANOSECONDS.toMillis(
                            got.get(i + 5).nanos() - got.get(i).nanos()))
                    .isGreaterThan(700);
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        Receiver inside = receiver();
        Receiver receiver = receiver();
        receiver.answers = any -> new Answer(302, Map.of("Location", inside.url()), "");
        Webhook webhook = house.webhook(stores, "sam", receiver.url());
        engine();
        house.append(id(), 1, "ORGANIZATION");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                stores.webhooks().get(webhook.id()).progress().failure())
                        .contains("302", "redirects are not followed"));
        assertThat(inside.got()).isEmpty();
    }

    @Test
    void aNameThatLeadsInsideLaterIsNotConnectedTo() {
        Receiver receiver = receiver();
        AtomicInteger asked = new AtomicInteger();
        OutgoingProperties properties = new OutgoingProperties(List.of(), true);
        String url = "http://rebinding.example:" + receiver.port() + "/";
        Addresses addresses = new Addresses(properties, host -> new java.net.InetAddress[] {
            java.net.InetAddress.getByName(asked.getAndIncrement() == 0 ? "93.184.215.14" : "127.0.0.1")
        });
        addresses.accept(url);
        Webhook webhook = house.webhook(stores, "sam", url);
        try (Sender sender = new Sender(addresses)) {
            Outcome outcome = ping(sender, webhook);
            assertThat(outcome.attempt().failure()).contains("no public address");
        }
        assertThat(asked).hasValue(2);
        assertThat(receiver.got()).isEmpty();
    }

    @Test
    void theConnectionGoesToTheAddressThatWasLookedAt() {
        Receiver receiver = receiver();
        OutgoingProperties properties = new OutgoingProperties(List.of("hooks.example"), true);
        AtomicInteger asked = new AtomicInteger();
        Addresses addresses = new Addresses(properties, host -> new java.net.InetAddress[] {
            java.net.InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "93.184.215.14")
        });
        Webhook webhook = house.webhook(stores, "sam", "http://hooks.example:" + receiver.port() + "/");
        try (Sender sender = new Sender(addresses)) {
            Outcome outcome = ping(sender, webhook);
            assertThat(outcome.attempt().failure()).isNull();
        }
        assertThat(asked).hasValue(1);
        assertThat(receiver.got().get(0).header("host")).isEqualTo("hooks.example:" + receiver.port());
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        Receiver receiver = receiver();
        receiver.answers = any -> new Answer(200, Map.of(), "long ".repeat(1_000_000));
        Webhook webhook = house.webhook(stores, "sam", receiver.url());
        Outcome outcome = ping(house.bean(Sender.class), webhook);
        assertThat(outcome.delivered()).isTrue();
        assertThat(outcome.attempt().body()).hasSize(2_048);
    }

    private static Outcome ping(Sender sender, Webhook webhook) {
        return new SignedSender(sender, properties(), Clock.systemUTC())
                .send(webhook, Message.ping(webhook.id(), "1", Instant.now()))
                .join();
    }

    private void awaitRevision(Webhook webhook) {
        await().atMost(SOON).until(() -> engines.get(0).follows(webhook.id(), 2));
    }

    private Receiver receiver() {
        Receiver opened = Receiver.open();
        receivers.add(opened);
        return opened;
    }

    private Couriers engine() {
        return engine(properties());
    }

    private Couriers engine(WebhookProperties properties) {
        Couriers started = house.engine(stores, properties);
        engines.add(started);
        return started;
    }
}
