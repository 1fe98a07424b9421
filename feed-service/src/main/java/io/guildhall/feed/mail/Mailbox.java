package io.guildhall.feed.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of mailing somebody. What they have turned off has a version; how far mail has come changes beside it.
 *
 * @param off what they do not want
 * @param outgoing the mail that is being sent
 * @param sent when mails were sent lately, the newest last
 * @param last the newest of them
 * @param refused that the server took nothing for them
 * @param tested when they last tried it
 * @param invited what their calendar was told of gatherings that are not over
 * @param invitations when invitations were sent lately, the newest last
 */
public record Mailbox(
        String person,
        long version,
        Set<MailKind> off,
        @Nullable Outgoing outgoing,
        List<Instant> sent,
        @Nullable Sent last,
        @Nullable Refused refused,
        @Nullable Instant tested,
        List<Invited> invited,
        List<Instant> invitations) {

    private static final Duration CLOSED = Duration.ofDays(1);

    public Mailbox {
        off = Set.copyOf(off);
        sent = List.copyOf(sent);
        invited = List.copyOf(invited);
        invitations = List.copyOf(invitations);
    }

    /** Of somebody of whom nothing is known: they get everything but what comes only when it is asked for. */
    static Mailbox unknown(String person) {
        return new Mailbox(person, 0, MailKind.ASKED_FOR, null, List.of(), null, null, null, List.of(), List.of());
    }

    /**
     * A mail that was begun: whoever goes on with it sends the same one again.
     *
     * @param matters the ids of what it is about
     * @param at when it was begun
     * @param due when it is tried next
     * @param failures attempts so far, all of which failed
     */
    record Outgoing(String id, MailKind kind, List<String> matters, Instant at, Instant due, int failures) {

        Outgoing {
            matters = List.copyOf(matters);
        }
    }

    /** A mail that the server took. */
    public record Sent(MailKind kind, Instant at) {}

    /**
     * The server refused the recipient.
     *
     * @param why in its words, without the address
     * @param asOf the sequence of the person then: once they have changed, they are tried again
     */
    public record Refused(Instant at, String why, long asOf) {}

    /** Whether they want this kind. */
    public boolean wants(MailKind kind) {
        return !off.contains(kind);
    }

    /** What their calendar was told with one thing more; what is over is left out. */
    List<Invited> invitedAnd(Invited told, Instant now) {
        return Stream.concat(
                        invited.stream()
                                .filter(one -> !one.occasion().equals(told.occasion())
                                        && one.until().isAfter(now)),
                        Stream.of(told))
                .toList();
    }

    /** Whether there is no use in writing to the person as they are now; the next day it is tried again. */
    boolean isClosed(long sequence, Instant now) {
        return refusesAsOf(sequence)
                && refused != null
                && now.isBefore(refused.at().plus(CLOSED));
    }

    /** Whether the server has refused the person as they are now. */
    boolean refusesAsOf(long sequence) {
        return refused != null && refused.asOf() >= sequence;
    }
}
