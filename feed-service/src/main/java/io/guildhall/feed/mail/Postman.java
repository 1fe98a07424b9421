package io.guildhall.feed.mail;

import com.mongodb.MongoException;
import io.guildhall.feed.mail.Mailbox.Outgoing;
import io.guildhall.feed.mail.Mailbox.Refused;
import io.guildhall.feed.mail.Mailbox.Sent;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.Scopes.Member;
import io.guildhall.platform.aggregate.CommandContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. A mail is noted on its reader's mailbox before it is sent, and its matters are done after that: who is
 * killed in between sends the same mail again, under the same id. A claim on the mailbox keeps two instances from doing so.
 */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Some hours: then other mail to the same person has its turn. */
    private static final int MOST_TRIES = 15;

    private final String worker = UUID.randomUUID().toString();
    private final Matters matters;
    private final Mailboxes mailboxes;
    private final Letters letters;
    private final Pacing pacing;
    private final Smtp smtp;
    private final Scopes scopes;
    private final MailProperties properties;
    private final Clock clock;
    private final Map<String, Long> resting = new HashMap<>();
    private int failures;
    private long pausedAt;
    private Duration pause = Duration.ZERO;
    private volatile @Nullable String waits;

    Postman(
            Matters matters,
            Mailboxes mailboxes,
            Letters letters,
            Pacing pacing,
            Smtp smtp,
            Scopes scopes,
            MailProperties properties,
            Clock clock) {
        this.matters = matters;
        this.mailboxes = mailboxes;
        this.letters = letters;
        this.pacing = pacing;
        this.smtp = smtp;
        this.scopes = scopes;
        this.properties = properties;
        this.clock = clock;
    }

    /** Why the server did not take the last mail of this instance; null when it did. */
    @Nullable
    String waits() {
        return waits;
    }

    /** Sends to each person what is due for them, one mail at most. */
    void round() {
        if (System.nanoTime() - pausedAt < pause.toNanos()) {
            return;
        }
        resting.values().removeIf(since -> System.nanoTime() - since > LONGEST_PAUSE.toNanos());
        Map<String, List<Matter>> waiting = new LinkedHashMap<>();
        matters.waiting()
                .forEach(matter -> waiting.computeIfAbsent(matter.person(), any -> new ArrayList<>())
                        .add(matter));
        Map<String, Mailbox> boxes = mailboxes.of(waiting.keySet());
        for (Map.Entry<String, List<Matter>> entry : waiting.entrySet()) {
            String person = entry.getKey();
            Mailbox box = boxes.getOrDefault(person, Mailbox.unknown(person));
            Instant now = now();
            List<Matter> wanted = withoutVain(box, entry.getValue(), now);
            if (!resting.containsKey(person) && due(box, wanted, now).isPresent() && !attempt(person, now)) {
                return;
            }
        }
    }

    /** What goes wrong with one person's mail keeps nobody else waiting. */
    private boolean attempt(String person, Instant now) {
        try {
            return serve(person, now);
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Mail to {} waits", person, e);
            resting.put(person, System.nanoTime());
            return true;
        }
    }

    /** Gives up what is not wanted, or was not sent for too long. */
    private List<Matter> withoutVain(Mailbox box, List<Matter> waiting, Instant now) {
        Instant lapsed = now.minus(properties.lapse());
        List<Matter> wanted = waiting.stream()
                .filter(matter -> box.wants(matter.kind()) && matter.at().isAfter(lapsed))
                .toList();
        matters.done(waiting.stream()
                .filter(matter -> !wanted.contains(matter))
                .map(Matter::id)
                .toList());
        return wanted;
    }

    /** The mail to send now: one that was begun, or a new one. */
    private Optional<Outgoing> due(Mailbox box, List<Matter> waiting, Instant now) {
        Outgoing begun = box.outgoing();
        if (address(box.person()).isEmpty() || box.isClosed(scopes.sequenceOf(box.person()), now)) {
            return Optional.empty();
        }
        if (begun != null) {
            return begun.due().isAfter(now) ? Optional.empty() : Optional.of(begun);
        }
        List<Matter> webhooks = of(MailKind.WEBHOOKS, waiting);
        if (!webhooks.isEmpty()) {
            return Optional.of(outgoing(webhooks, now));
        }
        List<Matter> notices = of(MailKind.NOTICES, waiting);
        if (!notices.isEmpty()) {
            Pacing.Due next = pacing.next(notices, box.sent(), now);
            if (!next.at().isAfter(now)) {
                return Optional.of(outgoing(next.matters(), now));
            }
        }
        Optional<Matter> invitation = pacing.invitation(of(MailKind.INVITATIONS, waiting), box.invitations(), now);
        if (invitation.isPresent()) {
            return Optional.of(outgoing(List.of(invitation.get()), now));
        }
        List<Matter> digest = of(MailKind.DIGEST, waiting);
        return digest.isEmpty() ? Optional.empty() : Optional.of(outgoing(digest, now));
    }

    private static List<Matter> of(MailKind kind, List<Matter> waiting) {
        return waiting.stream().filter(matter -> matter.kind() == kind).toList();
    }

    private static Outgoing outgoing(List<Matter> about, Instant now) {
        Matter first = about.get(0);
        return new Outgoing(
                CommandContext.derivedId("mail", first.person(), first.id()),
                first.kind(),
                about.stream().map(Matter::id).toList(),
                now,
                now,
                0);
    }

    private Optional<Member> address(String person) {
        return scopes.member(person).filter(member -> member.active() && member.email() != null);
    }

    /** Returns whether the server is there for the next one. */
    private boolean serve(String person, Instant now) {
        if (!mailboxes.claim(person, worker, now, now.plus(properties.claim()))) {
            return true;
        }
        try {
            // As they are now: another instance may just have written to them.
            Mailbox box = mailboxes.of(person);
            Optional<Outgoing> due = due(box, withoutVain(box, matters.waitingFor(person), now), now);
            if (due.isEmpty()) {
                return true;
            }
            boolean begun = due.get().equals(box.outgoing()) || mailboxes.begin(person, worker, due.get());
            return !begun || send(person, due.get(), now);
        } finally {
            mailboxes.release(person, worker);
        }
    }

    private boolean send(String person, Outgoing outgoing, Instant now) {
        List<Matter> open = matters.open(outgoing.matters());
        // Before the address: what changes meanwhile is tried.
        long asOf = scopes.sequenceOf(person);
        Member to = address(person).orElse(null);
        String address = to == null ? null : to.email();
        Letter letter = to == null || address == null || open.isEmpty()
                ? null
                : letters.write(to, address, outgoing, open).orElse(null);
        if (letter == null) {
            matters.done(outgoing.matters());
            mailboxes.drop(person, worker);
            return true;
        }
        try {
            smtp.send(letter);
            failures = 0;
            waits = null;
        } catch (NotMailed e) {
            return failed(person, asOf, outgoing, e, now);
        }
        Sent sent = new Sent(outgoing.kind(), now);
        Invitation invitation = letter.invitation();
        if (invitation != null) {
            // First, as only this says that there is nothing left to tell.
            mailboxes.finish(person, worker, sent, mailboxes.of(person).invitedAnd(invitation.told(), now));
        }
        matters.done(outgoing.matters());
        if (invitation == null) {
            mailboxes.finish(person, worker, sent);
        }
        return true;
    }

    private boolean failed(String person, long asOf, Outgoing outgoing, NotMailed failure, Instant now) {
        switch (failure.fault()) {
            case SERVER -> {
                failures++;
                pausedAt = System.nanoTime();
                pause = shorter(properties.restAfter(failures));
                waits = failure.why();
                log.warn("Mail waits for its server: {}", failure.why());
                return false;
            }
            case RECIPIENT -> {
                log.warn("The mail server refuses the address of {}: {}", person, failure.why());
                mailboxes.refuse(person, new Refused(now, failure.why(), asOf));
            }
            case MAIL -> {
                waits = failure.why();
                int tries = outgoing.failures() + 1;
                if (tries >= MOST_TRIES && othersWereTakenSince(outgoing.at())) {
                    log.warn("A mail to {} is given up: {}", person, failure.why());
                    matters.done(outgoing.matters());
                    mailboxes.drop(person, worker);
                    return true;
                }
                log.warn("A mail to {} waits: {}", person, failure.why());
                mailboxes.begin(
                        person,
                        worker,
                        new Outgoing(
                                outgoing.id(),
                                outgoing.kind(),
                                outgoing.matters(),
                                outgoing.at(),
                                now.plus(properties.restAfter(tries)),
                                tries));
            }
        }
        return true;
    }

    /** A server that takes nothing at all may have a bad day: that is not the mail's fault. */
    private boolean othersWereTakenSince(Instant begun) {
        Instant last = mailboxes.lastSent();
        return last != null && last.isAfter(begun);
    }

    private static Duration shorter(Duration wanted) {
        return wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
