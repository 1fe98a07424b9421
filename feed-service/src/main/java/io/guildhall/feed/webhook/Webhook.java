package io.guildhall.feed.webhook;

import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.Placed;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that wants to be told. Its settings have a version, and belong to whoever made them; how far deliveries are
 * changes beside them, without a version.
 *
 * @param asked grows when somebody wants deliveries again
 */
public record Webhook(String id, long version, Settings settings, Progress progress, long asked) {

    /** So long the secret before the newest goes on signing. */
    static final Duration OVERLAP = Duration.ofHours(24);

    /** Whether anything is sent. */
    public enum State {
        ACTIVE,
        /** Somebody wants nothing sent for now. */
        PAUSED,
        /** It took nothing for too long, or said that it is gone. */
        DISABLED
    }

    /**
     * What of the log is wanted; an empty list and null mean everything.
     *
     * @param topics without the installation's prefix
     * @param types the wire names of events
     * @param unit what concerns this team or area, or anything below it
     * @param subject the id of the one thing to be told of
     */
    public record Choice(
            List<String> topics,
            List<String> types,
            @Nullable String unit,
            @Nullable String subject) {

        public Choice {
            topics = List.copyOf(topics);
            types = List.copyOf(types);
        }

        /** The question to the log, which knows only one topic and one type; {@link #wants} asks for the rest. */
        EventLog.Filter filter() {
            return new EventLog.Filter(only(topics), only(types), subject, unit, null, null, null, null);
        }

        boolean wants(Placed entry) {
            return (topics.isEmpty() || topics.contains(entry.topic()))
                    && (types.isEmpty() || types.contains(entry.type()));
        }

        private static @Nullable String only(List<String> all) {
            return all.size() == 1 ? all.get(0) : null;
        }
    }

    /**
     * What its owner has set.
     *
     * @param issuer with {@code subject}: the sign-in that made it
     * @param rate the most deliveries in a second
     * @param ordered whether the events of one subject are sent one after the other
     * @param reason why it is not active, null while it is
     * @param since when its state became what it is
     */
    public record Settings(
            String issuer,
            String subject,
            String url,
            @Nullable String description,
            Choice choice,
            List<Secret> secrets,
            int rate,
            boolean ordered,
            State state,
            @Nullable String reason,
            Instant since,
            Instant created) {

        public static final int MOST_RATE = 100;

        public Settings {
            secrets = List.copyOf(secrets);
            if (rate < 1 || rate > MOST_RATE) {
                throw Refusal.invalid("bad-rate", "'rate' is 1 to " + MOST_RATE + " deliveries a second.");
            }
        }

        Settings revised(String url, @Nullable String description, Choice choice, int rate, boolean ordered) {
            return new Settings(
                    issuer, subject, url, description, choice, secrets, rate, ordered, state, reason, since, created);
        }

        Settings paused(String who, Instant now) {
            if (state == State.DISABLED) {
                throw Refusal.conflict("disabled", "It is disabled, so nothing is sent to it; resume it or leave it.");
            }
            return state == State.PAUSED ? this : in(State.PAUSED, "Paused by " + who, now);
        }

        Settings resumed(Instant now) {
            return state == State.ACTIVE ? this : in(State.ACTIVE, null, now);
        }

        Settings disabled(String why, Instant now) {
            return state == State.ACTIVE ? in(State.DISABLED, why, now) : this;
        }

        /** With a new secret first; the one before signs for a while, older ones no more. */
        Settings rotated(Instant now) {
            Secret before = secrets.get(0).endingAt(now.plus(OVERLAP));
            return with(List.of(Secret.random(), before), state, reason, since);
        }

        /** The newest secret. */
        public Secret secret() {
            return secrets.get(0);
        }

        /** When the secret before the newest signs no more; null when there is none. */
        public @Nullable Instant rotation(Instant now) {
            return secrets.stream()
                    .filter(secret -> secret.until() != null && secret.signsAt(now))
                    .findFirst()
                    .map(Secret::until)
                    .orElse(null);
        }

        private Settings in(State next, @Nullable String why, Instant now) {
            return with(secrets, next, why, now);
        }

        private Settings with(List<Secret> all, State next, @Nullable String why, Instant from) {
            return new Settings(
                    issuer, subject, url, description, choice, all, rate, ordered, next, why, from, created);
        }
    }

    /**
     * How far deliveries are.
     *
     * @param cursor everything up to this position of the log is delivered, has its delivery document or was not wanted
     * @param waiting deliveries that are tried again
     * @param failures attempts since the last success, all of which failed
     * @param failingSince when the first of them did
     * @param restingSince since when only one delivery at a time is tried, and nothing new is taken from the log
     * @param failure the last one, in words
     */
    public record Progress(
            long cursor,
            int waiting,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant restingSince,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String failure) {

        /** As many failures in a row, and it rests. */
        static final int REST_AFTER = 5;

        static Progress from(long cursor) {
            return new Progress(cursor, 0, 0, null, null, null, null, null);
        }

        Progress at(long position, int stillWaiting) {
            return new Progress(
                    position, stillWaiting, failures, failingSince, restingSince, lastSuccess, lastFailure, failure);
        }

        Progress succeeded(Instant now) {
            return new Progress(cursor, waiting, 0, null, null, now, lastFailure, failure);
        }

        Progress failed(String why, Instant now) {
            int inARow = failures + 1;
            return new Progress(
                    cursor,
                    waiting,
                    inARow,
                    Objects.requireNonNullElse(failingSince, now),
                    inARow < REST_AFTER ? null : Objects.requireNonNullElse(restingSince, now),
                    lastSuccess,
                    now,
                    why);
        }

        /** As if nothing had failed yet. */
        Progress refreshed() {
            return new Progress(cursor, waiting, 0, null, null, lastSuccess, lastFailure, failure);
        }

        boolean rests() {
            return restingSince != null;
        }
    }

    /** The signatures of a message, by every secret that counts now. */
    String signatures(String message, long second, byte[] body, Instant now) {
        Stream<Secret> signing = settings.secrets().stream().filter(secret -> secret.signsAt(now));
        return String.join(
                " ", signing.map(secret -> secret.sign(message, second, body)).toList());
    }
}
