package io.guildhall.gateway.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.guildhall.gateway.GatewayProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The sessions of every instance, in MongoDB. A session is inserted once, at sign-in, and after that only fields of a
 * document that is still there are set: no write can bring a deleted session back or undo a token refresh.
 */
public final class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    /** How exact {@code seenAt} is; a write for each request would cost more than the request. */
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

    /** After so long another instance may try the refresh that one has claimed and not finished. */
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private final MongoCollection<Document> documents;
    private final GatewayProperties.Session limits;
    private final Clock clock;
    private final Cache<String, Session> recent;

    Sessions(MongoCollection<Document> documents, GatewayProperties.Session limits, Clock clock) {
        this.documents = documents;
        this.limits = limits;
        this.clock = clock;
        this.recent = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(limits.cache())
                .build();
    }

    /** The indexes that serve a sign-out at the provider, and the sweep. */
    Mono<Void> createIndexes() {
        return Mono.from(documents.createIndexes(List.of(
                        new IndexModel(Indexes.ascending("issuer", "sid")),
                        new IndexModel(Indexes.ascending("issuer", "subject")),
                        new IndexModel(Indexes.ascending("expiresAt")))))
                .then();
    }

    /**
     * A session that has just begun.
     *
     * @param secret what the browser keeps
     */
    public record Begun(String secret, Session session) {}

    /** Stores a new session. */
    public Mono<Begun> create(SignIn signIn) {
        String secret = Secrets.random();
        Instant now = clock.instant();
        Tokens tokens = signIn.tokens();
        Document document = new Document("_id", Secrets.digest(secret))
                .append("issuer", signIn.issuer())
                .append("subject", signIn.subject())
                .append("sid", signIn.sid())
                .append("name", signIn.name())
                .append("csrf", Secrets.random())
                .append("createdAt", Date.from(now))
                .append("expiresAt", Date.from(now.plus(limits.life())))
                .append("seenAt", Date.from(now))
                .append("tokenVersion", tokens.version())
                .append("access", tokens.access())
                .append("accessExpiresAt", date(tokens.expiresAt()))
                .append("refresh", tokens.refresh())
                .append("idToken", tokens.id());
        return Mono.from(documents.insertOne(document)).thenReturn(new Begun(secret, session(document)));
    }

    /**
     * What is known of a person who has just signed in.
     *
     * @param sid the provider's name for its own session, or null
     */
    public record SignIn(
            String issuer, String subject, @Nullable String sid, String name, Tokens tokens) {}

    /** The session of this secret, unless it has ended; at most {@code guildhall.session.cache} old. */
    public Mono<Session> find(String secret) {
        Session known = recent.getIfPresent(secret);
        return known == null ? read(secret) : live(known) ? Mono.just(known) : Mono.empty();
    }

    private Mono<Session> read(String secret) {
        return Mono.from(documents.find(eq(Secrets.digest(secret))).first())
                .map(Sessions::session)
                .filter(this::live)
                .doOnNext(session -> recent.put(secret, touch(session)));
    }

    /** The session as it is now, for decisions that must not rest on what is remembered. */
    Mono<Session> current(Session session) {
        return Mono.from(documents.find(eq(session.key())).first())
                .map(Sessions::session)
                .filter(this::live);
    }

    /** Whether the session has not ended on any instance. */
    public Mono<Boolean> lives(Session session) {
        return current(session).hasElement();
    }

    private boolean live(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.expiresAt())
                && now.isBefore(session.seenAt().plus(limits.idle()));
    }

    /** Notes the use of a session once a minute, without making the request wait for it. */
    private Session touch(Session session) {
        Instant now = clock.instant();
        if (now.isBefore(session.seenAt().plus(SEEN_PRECISION))) {
            return session;
        }
        Mono.from(documents.updateOne(eq(session.key()), set("seenAt", Date.from(now))))
                .subscribe(
                        done -> {}, failure -> log.warn("A session's last use was not noted: {}", failure.toString()));
        return session.seen(now);
    }

    /** Whether this instance is now the one to refresh the session's tokens. */
    Mono<Boolean> claimRefresh(Session session) {
        Instant now = clock.instant();
        Bson free = or(exists("refreshUntil", false), lt("refreshUntil", Date.from(now)));
        return Mono.from(documents.updateOne(
                        and(
                                eq(session.key()),
                                eq("tokenVersion", session.tokens().version()),
                                free),
                        set("refreshUntil", Date.from(now.plus(CLAIM)))))
                .map(result -> result.getMatchedCount() == 1);
    }

    /** Lets another request try the refresh that has failed here. */
    Mono<Void> releaseRefresh(Session session) {
        return Mono.from(documents.updateOne(
                        and(
                                eq(session.key()),
                                eq("tokenVersion", session.tokens().version())),
                        unset("refreshUntil")))
                .then();
    }

    /** The session with its new tokens; empty when it has ended in the meantime, and then it stays ended. */
    Mono<Session> refreshed(Session session, Tokens tokens) {
        Bson changes = combine(
                set("tokenVersion", tokens.version()),
                set("access", tokens.access()),
                set("accessExpiresAt", date(tokens.expiresAt())),
                set("refresh", tokens.refresh()),
                set("idToken", tokens.id()),
                unset("refreshUntil"));
        return Mono.from(documents.updateOne(
                        and(
                                eq(session.key()),
                                eq("tokenVersion", session.tokens().version())),
                        changes))
                .filter(result -> result.getMatchedCount() == 1)
                .map(result -> session.with(tokens))
                .doOnNext(this::forget);
    }

    /** Ends one session. */
    public Mono<Void> end(Session session) {
        return Mono.from(documents.deleteOne(eq(session.key())))
                .doFinally(signal -> forget(session))
                .then();
    }

    /** Ends the sessions that belong to one session at the provider, or without its name all sessions of the person. */
    public Mono<Long> endAll(String issuer, @Nullable String subject, @Nullable String sid) {
        Bson which = sid == null
                ? and(eq("issuer", issuer), eq("subject", subject))
                : subject == null
                        ? and(eq("issuer", issuer), eq("sid", sid))
                        : and(eq("issuer", issuer), eq("sid", sid), eq("subject", subject));
        return Mono.from(documents.deleteMany(which))
                .doFinally(signal -> recent.invalidateAll())
                .map(com.mongodb.client.result.DeleteResult::getDeletedCount);
    }

    /** Removes what has expired; any number of instances may do it at once. */
    Mono<Long> sweep() {
        Instant now = clock.instant();
        return Mono.from(documents.deleteMany(or(
                        lt("expiresAt", Date.from(now)),
                        and(gt("expiresAt", Date.from(now)), lt("seenAt", Date.from(now.minus(limits.idle())))))))
                .map(com.mongodb.client.result.DeleteResult::getDeletedCount);
    }

    private void forget(Session session) {
        recent.asMap().values().removeIf(known -> known.key().equals(session.key()));
    }

    private static Session session(Document d) {
        Date accessExpiresAt = d.getDate("accessExpiresAt");
        Tokens tokens = new Tokens(
                d.getInteger("tokenVersion", 0),
                d.getString("access"),
                accessExpiresAt == null ? null : accessExpiresAt.toInstant(),
                d.getString("refresh"),
                d.getString("idToken"));
        return new Session(
                d.getString("_id"),
                d.getString("issuer"),
                d.getString("subject"),
                d.getString("sid"),
                d.getString("name"),
                d.getString("csrf"),
                d.getDate("createdAt").toInstant(),
                d.getDate("expiresAt").toInstant(),
                d.getDate("seenAt").toInstant(),
                tokens);
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
