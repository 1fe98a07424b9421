package io.guildhall.feed.chat;

import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.Placed;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a chat that is told what happens to a unit. Its settings have a version, and belong to whoever connected it;
 * how far it has been told changes beside them, without a version.
 */
public record Channel(String id, long version, Settings settings, Progress progress) {

    /** Nothing that is told stands before or at this position. */
    long begin() {
        long chosen = settings.tells().values().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
        return Math.max(progress.cursor(), chosen);
    }

    /** Whose form messages take. */
    public enum Kind {
        /** An incoming webhook of Slack, or of what understands the same. */
        SLACK,
        /** A workflow of Microsoft Teams that posts what it is sent. */
        TEAMS
    }

    /** Whether anything is told. */
    public enum State {
        ACTIVE,
        /** Somebody wants nothing told for now. */
        PAUSED,
        /** It took nothing for too long, said that it is gone, or its owner may not any more. */
        DISABLED
    }

    /**
     * What its owner has set.
     *
     * @param issuer with {@code subject}: the sign-in that connected it
     * @param unit the team, area or Scrum of Scrums; what concerns it or anything below it
     * @param tells what is told, each from behind a position of the log on; nothing at first
     * @param reason why it is not active, null while it is
     * @param since when its state became what it is
     */
    public record Settings(
            String issuer,
            String subject,
            Kind kind,
            Address address,
            @Nullable String name,
            String unit,
            Map<Part, Long> tells,
            State state,
            @Nullable String reason,
            Instant since,
            Instant created) {

        public Settings {
            tells = Map.copyOf(tells);
        }

        /** @param end of the log: what is chosen newly is told from there on */
        Settings revised(Address next, @Nullable String called, Collection<Part> chosen, long end) {
            return new Settings(
                    issuer, subject, kind, next, called, unit, from(chosen, tells, end), state, reason, since, created);
        }

        /** The same as if it had always been told these. */
        Settings telling(Collection<Part> chosen) {
            return new Settings(
                    issuer,
                    subject,
                    kind,
                    address,
                    name,
                    unit,
                    from(chosen, Map.of(), 0),
                    state,
                    reason,
                    since,
                    created);
        }

        static Map<Part, Long> from(Collection<Part> chosen, Map<Part, Long> before, long end) {
            Map<Part, Long> from = new EnumMap<>(Part.class);
            chosen.forEach(part -> from.put(part, before.getOrDefault(part, end)));
            return from;
        }

        Settings paused(String who, Instant now) {
            if (state == State.DISABLED) {
                throw Refusal.conflict("disabled", "It is disabled, so nothing is told there; resume it or leave it.");
            }
            return state == State.PAUSED ? this : in(State.PAUSED, "Paused by " + who, now);
        }

        Settings resumed(Instant now) {
            return state == State.ACTIVE ? this : in(State.ACTIVE, null, now);
        }

        Settings disabled(String why, Instant now) {
            return state == State.ACTIVE ? in(State.DISABLED, why, now) : this;
        }

        private Settings in(State next, @Nullable String why, Instant now) {
            return new Settings(issuer, subject, kind, address, name, unit, tells, next, why, now, created);
        }

        /** The question to the log; {@link #wants} asks for the rest. */
        EventLog.Filter filter() {
            return new EventLog.Filter(null, null, null, unit, null, null, null, null);
        }

        /** Whether failures so far say nothing of what is set now. */
        boolean startsAfresh(Settings before) {
            return !address.equals(before.address)
                    || !tells.equals(before.tells)
                    || (state == State.ACTIVE && before.state != State.ACTIVE);
        }

        /** Whether an entry is told; nobody knows who reads a chat, so what is PRIVATE never is. */
        boolean wants(Placed entry) {
            return entry.audience().visibility() != Visibility.PRIVATE
                    && tells.entrySet().stream()
                            .anyMatch(told -> entry.position() > told.getValue()
                                    && told.getKey().includes(entry));
        }
    }

    /**
     * How far it has been told.
     *
     * @param cursor everything up to this position of the log is told, or was not wanted
     * @param day when it was told something the last time, as the business counts days
     * @param sent so many messages on that day
     * @param failures attempts since the last success, all of which failed
     * @param failingSince when the first of them did
     * @param next not tried before then
     * @param failure the last one, in words
     */
    public record Progress(
            long cursor,
            @Nullable LocalDate day,
            int sent,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant next,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String failure) {

        static Progress from(long cursor) {
            return new Progress(cursor, null, 0, 0, null, null, null, null, null);
        }

        /** Nothing waits any more, so that nothing fails either. */
        Progress passed(long position) {
            return new Progress(position, day, sent, 0, null, null, lastSuccess, lastFailure, failure);
        }

        Progress told(long position, LocalDate today, Instant now) {
            return new Progress(position, today, sentOn(today) + 1, 0, null, null, now, lastFailure, failure);
        }

        Progress failed(String why, Instant now, Instant again) {
            return new Progress(
                    cursor,
                    day,
                    sent,
                    failures + 1,
                    Objects.requireNonNullElse(failingSince, now),
                    again,
                    lastSuccess,
                    now,
                    why);
        }

        /** As if nothing had failed yet. */
        Progress refreshed() {
            return new Progress(cursor, day, sent, 0, null, null, lastSuccess, lastFailure, failure);
        }

        public int sentOn(LocalDate today) {
            return today.equals(day) ? sent : 0;
        }

        boolean restsAt(Instant now) {
            return next != null && now.isBefore(next);
        }
    }
}
