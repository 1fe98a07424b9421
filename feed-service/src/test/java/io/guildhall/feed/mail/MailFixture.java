package io.guildhall.feed.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.guildhall.feed.FeedService;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.testing.FreePorts;
import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RealParts.Deed;
import io.guildhall.platform.testing.RunningService;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Instances of feed-service at a clock that the tests move, and a mail server that takes what they send. */
final class MailFixture implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(30);
    static final String API = "/api/feed/notifications";

    /** On a Wednesday; a role that begins and a notice that is sent go by it. */
    static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-11-25T08:00:00Z"));

    private static final JsonMapper JSON = new JsonMapper();

    /** The service as it is, at the clock of these tests. */
    @Import(FeedService.class)
    static class AtMovableClock {

        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    private final String installation = RealParts.installation();
    private final AtomicLong sequence = new AtomicLong(1);
    private final ServerSetup setup;
    private final List<RunningService> instances = new ArrayList<>();
    private GreenMail server;

    MailFixture() throws IOException {
        this(Map.of());
    }

    /** @param further settings */
    MailFixture(Map<String, String> further) throws IOException {
        setup = new ServerSetup(FreePorts.one(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        server = new GreenMail(setup);
        server.start();
        instance(further);
        unit("product", "PRODUCT", null, Map.of());
    }

    RunningService service() {
        return instances.get(0);
    }

    /** A further instance on the same store and topics. */
    RunningService instance(Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", Integer.toString(setup.getPort()),
                "guildhall.mail.look", "100ms",
                "guildhall.mail.rest", "200ms",
                "guildhall.outgoing.allowed", "127.0.0.1/32"));
        settings.putAll(further);
        RunningService started = RunningService.start(AtMovableClock.class, "feed-service", installation, settings);
        instances.add(started);
        return started;
    }

    void stop(RunningService instance) {
        instances.remove(instance);
        instance.close();
    }

    <T> T bean(Class<T> type) {
        return service().context().getBean(type);
    }

    /** Somebody with an address, whom the service knows when this returns. */
    String person(String role) {
        String id = role + "-" + UUID.randomUUID().toString().substring(0, 8);
        person(id, address(id));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(service().get(id, API).statusCode()).isEqualTo(200));
        return id;
    }

    void person(String id, String address) {
        person(id, address, List.of(Map.of("issuer", RealParts.get().issuer(), "subject", id)));
    }

    /** Somebody with an address and without a sign-in. */
    String personWithoutSignIn(String role) {
        String id = role + "-" + UUID.randomUUID().toString().substring(0, 8);
        person(id, address(id), List.of());
        await().atMost(SOON).until(() -> bean(Scopes.class).member(id).isPresent());
        return id;
    }

    private void person(String id, String address, List<?> links) {
        service()
                .publish(
                        "team.people",
                        id,
                        sequence.incrementAndGet(),
                        JSON.writeValueAsString(
                                Map.of("name", "Zoë " + id, "email", address, "active", true, "links", links)));
    }

    static String address(String person) {
        return person + "@harbour.example";
    }

    /** @param roles by person */
    String team(Map<String, String> roles) {
        String id = "team-" + UUID.randomUUID().toString().substring(0, 8);
        unit(id, "TEAM", "product", roles);
        return id;
    }

    void unit(String id, String kind, @Nullable String parent, Map<String, String> roles) {
        Map<String, Object> state = new HashMap<>(Map.of(
                "kind",
                kind,
                "name",
                "The " + id,
                "visibility",
                "ORGANIZATION",
                "scopes",
                List.of(),
                "assignments",
                roles.entrySet().stream()
                        .map(role -> Map.of("person", role.getKey(), "role", role.getValue(), "from", "2026-01-01"))
                        .toList()));
        if (parent != null) {
            state.put("parent", parent);
        }
        // What is new may come later than what is asked of it; what has changed is waited for.
        boolean changed = bean(Scopes.class).sequenceOf(id) > 0;
        long published = sequence.incrementAndGet();
        service().publish("team.units", id, published, JSON.writeValueAsString(state));
        if (changed) {
            await().atMost(SOON).until(() -> bean(Scopes.class).sequenceOf(id) >= published);
        }
    }

    /** What a team needs of another, moved by somebody; returns its id. */
    String dependency(String consumer, String producer, String by) {
        String id = UUID.randomUUID().toString();
        move(id, consumer, producer, "PROPOSED", "proposed", by, Map.of());
        return id;
    }

    void move(
            String id,
            String consumer,
            String producer,
            String status,
            String event,
            String by,
            Map<String, Object> further) {
        Map<String, Object> state = new HashMap<>(Map.of(
                "title",
                "Ledger API " + id.substring(0, 4),
                "consumer",
                consumer,
                "producer",
                producer,
                "neededBy",
                "2026-12-04",
                "status",
                status,
                "history",
                List.of(Map.of("move", status, "by", by)),
                "visibility",
                "ORGANIZATION",
                "scopes",
                List.of(consumer, producer)));
        state.putAll(further);
        service()
                .publish(
                        "team.dependencies",
                        id,
                        sequence.incrementAndGet(),
                        new Deed("guildhall.team.dependency-" + event + ".v1", by, CLOCK.instant()),
                        JSON.writeValueAsString(state));
    }

    void publish(String topic, String id, String type, String by, Map<String, Object> state) {
        service()
                .publish(
                        topic,
                        id,
                        sequence.incrementAndGet(),
                        new Deed(type, by, CLOCK.instant()),
                        JSON.writeValueAsString(state));
    }

    /** Lets so many things be found for a person, and the time pass in which more could come. */
    void settle(String person, int found) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(bean(Matters.class).waitingFor(person)).hasSize(found));
        CLOCK.move(Duration.ofSeconds(31));
    }

    /** Waits until nothing is left to be mailed to a person. */
    void done(String person) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(bean(Matters.class).waitingFor(person)).isEmpty());
    }

    void stopServer() {
        server.stop();
    }

    /** In the place of the one that was stopped. */
    StubbornServer stubbornServer(Map<String, String> answers) throws IOException {
        return new StubbornServer(setup.getPort(), answers);
    }

    void startServer() {
        server = new GreenMail(setup);
        server.start();
    }

    /** What has come for a person but for the weeks, the oldest first. */
    List<MimeMessage> mails(String person) {
        return all(person).stream().filter(mail -> !isWeek(mail)).toList();
    }

    /** The weeks that have come for a person. */
    List<MimeMessage> weeks(String person) {
        return all(person).stream().filter(MailFixture::isWeek).toList();
    }

    /** The week that comes for a person. */
    MimeMessage week(String person) {
        await().atMost(SOON).untilAsserted(() -> assertThat(weeks(person)).hasSize(1));
        return weeks(person).get(0);
    }

    private List<MimeMessage> all(String person) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, person))
                .toList();
    }

    private static boolean isWeek(MimeMessage mail) {
        return subject(mail).startsWith("Your week");
    }

    List<MimeMessage> mails(String person, int number) {
        await().atMost(SOON).untilAsserted(() -> assertThat(mails(person)).hasSize(number));
        return mails(person);
    }

    private static boolean isTo(MimeMessage mail, String person) {
        try {
            return Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                    .map(Object::toString)
                    .collect(Collectors.joining())
                    .contains(address(person));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name)[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both forms of what it says. */
    static String text(MimeMessage mail) {
        try {
            return parts(mail.getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String parts(Object content) throws MessagingException, IOException {
        if (!(content instanceof MimeMultipart parts)) {
            return content + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            text.append(parts(parts.getBodyPart(i).getContent()));
        }
        return text.toString();
    }

    @Override
    public void close() {
        instances.forEach(RunningService::close);
        server.stop();
    }
}
