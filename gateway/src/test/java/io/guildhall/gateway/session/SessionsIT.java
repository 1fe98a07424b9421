package io.guildhall.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.guildhall.gateway.GatewayProperties;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@SuppressWarnings("NullAway") // a missing session fails the test, which is what it is for
class SessionsIT {

    private static final Duration WAIT = Duration.ofSeconds(30);

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    private final MongoCollection<Document> documents;
    private final Turned clock = new Turned(Instant.parse("2026-11-24T08:00:00Z"));
    private final Sessions here;
    private final Sessions elsewhere;

    SessionsIT() {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        client = MongoClients.create("mongodb:/" + server.getLocalAddress());
        documents = client.getDatabase("test").getCollection("sessions");
        GatewayProperties.Session limits = new GatewayProperties.Session(
                Duration.ofHours(12), Duration.ofHours(4), Duration.ofNanos(1), Duration.ofSeconds(15));
        here = new Sessions(documents, limits, clock);
        elsewhere = new Sessions(documents, limits, clock);
    }

    @BeforeEach
    void index() {
        here.createIndexes().block(WAIT);
    }

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void neverBringsAnEndedSessionBack() {
        Sessions.Begun begun = begin("anna", "sid-1");
        Session session = begun.session();
        assertThat(here.claimRefresh(session).block(WAIT)).isTrue();

        elsewhere.end(session).block(WAIT);

        assertThat(here.refreshed(session, tokens(1)).blockOptional(WAIT)).isEmpty();
        here.releaseRefresh(session).block(WAIT);
        clock.forward(Duration.ofMinutes(5));
        assertThat(here.find(begun.secret()).blockOptional(WAIT)).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void doesNotUndoARefreshWithOlderTokens() {
        Session session = begin("anna", "sid-1").session();
        assertThat(here.refreshed(session, tokens(1)).blockOptional(WAIT)).isPresent();
        assertThat(elsewhere.refreshed(session, tokens(1)).blockOptional(WAIT)).isEmpty();
    }

    @Test
    void letsOneInstanceRefreshAtATime() {
        Session session = begin("anna", "sid-1").session();
        assertThat(here.claimRefresh(session).block(WAIT)).isTrue();
        assertThat(elsewhere.claimRefresh(session).block(WAIT)).isFalse();
        here.releaseRefresh(session).block(WAIT);
        assertThat(elsewhere.claimRefresh(session).block(WAIT)).isTrue();
    }

    @Test
    void letsAnotherInstanceRefreshWhenTheFirstHasDied() {
        Session session = begin("anna", "sid-1").session();
        assertThat(here.claimRefresh(session).block(WAIT)).isTrue();
        clock.forward(Duration.ofSeconds(11));
        assertThat(elsewhere.claimRefresh(session).block(WAIT)).isTrue();
    }

    @Test
    void endsASessionAfterTwelveHoursHoweverBusyItIs() {
        Sessions.Begun begun = begin("anna", "sid-1");
        for (int hour = 0; hour < 11; hour++) {
            clock.forward(Duration.ofHours(1));
            assertThat(here.find(begun.secret()).blockOptional(WAIT)).isPresent();
            awaitSeen(begun.session(), clock.instant());
        }
        clock.forward(Duration.ofHours(1));
        assertThat(here.find(begun.secret()).blockOptional(WAIT)).isEmpty();
    }

    @Test
    void endsASessionThatNobodyUsed() {
        Sessions.Begun begun = begin("anna", "sid-1");
        clock.forward(Duration.ofHours(4));
        assertThat(here.find(begun.secret()).blockOptional(WAIT)).isEmpty();
    }

    @Test
    void removesWhatHasExpiredAndNothingElse() {
        begin("anna", "sid-1");
        clock.forward(Duration.ofHours(5));
        Sessions.Begun recent = begin("ben", "sid-2");
        assertThat(here.sweep().block(WAIT)).isEqualTo(1);
        assertThat(here.find(recent.secret()).blockOptional(WAIT)).isPresent();
    }

    @Test
    void endsTheSessionsOfOneSessionAtTheProvider() {
        Sessions.Begun first = begin("anna", "sid-1");
        Sessions.Begun second = begin("anna", "sid-2");
        assertThat(here.endAll("issuer", "anna", "sid-1").block(WAIT)).isEqualTo(1);
        assertThat(here.find(first.secret()).blockOptional(WAIT)).isEmpty();
        assertThat(here.find(second.secret()).blockOptional(WAIT)).isPresent();
        assertThat(here.endAll("another issuer", "anna", null).block(WAIT)).isZero();
        assertThat(here.endAll("issuer", "anna", null).block(WAIT)).isEqualTo(1);
    }

    @Test
    void storesNoSecretThatABrowserHolds() {
        Sessions.Begun begun = begin("anna", "sid-1");
        Document stored = Mono.from(documents.find().first()).block(WAIT);
        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain(begun.secret());
    }

    private Sessions.Begun begin(String subject, @Nullable String sid) {
        Sessions.Begun begun = here.create(new Sessions.SignIn("issuer", subject, sid, subject, tokens(0)))
                .block(WAIT);
        assertThat(begun).isNotNull();
        return begun;
    }

    private Tokens tokens(int version) {
        return new Tokens(version, "access-" + version, clock.instant().plusSeconds(300), "refresh-" + version, "id");
    }

    private long count() {
        Long count = Mono.from(documents.countDocuments()).block(WAIT);
        return count == null ? -1 : count;
    }

    private void awaitSeen(Session session, Instant at) {
        org.awaitility.Awaitility.await().until(() -> {
            Session now = here.current(session).block(WAIT);
            return now != null && now.seenAt().equals(at);
        });
    }

    private static final class Turned extends Clock {

        private volatile Instant now;

        Turned(Instant now) {
            this.now = now;
        }

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
