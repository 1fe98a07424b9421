package io.guildhall.feed.mail;

import io.guildhall.feed.mail.Mailbox.Refused;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.Scopes.Member;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Commands;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people say about being mailed. It belongs to the person, whichever sign-in they use. */
@Component
public class ManageNotifications {

    public static final String MANAGE = "ManageNotifications";

    private static final Duration BETWEEN_TESTS = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 20;

    private final Mailboxes mailboxes;
    private final Letters letters;
    private final Smtp smtp;
    private final Scopes scopes;
    private final Access access;
    private final MailProperties properties;
    private final Clock clock;

    ManageNotifications(
            Mailboxes mailboxes,
            Letters letters,
            Smtp smtp,
            Scopes scopes,
            Access access,
            MailProperties properties,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.letters = letters;
        this.smtp = smtp;
        this.scopes = scopes;
        this.access = access;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * When mail comes.
     *
     * @param mostADay mails; further ones wait for the {@code morning} of the next business day
     * @param monday when the digest comes on Mondays
     * @param zone of these hours
     */
    public record Hours(int mostADay, LocalTime morning, LocalTime monday, ZoneId zone) {}

    /** Whether there is a mail server. */
    public boolean hasServer() {
        return smtp.isSetUp();
    }

    public Hours hours() {
        return new Hours(properties.mostADay(), properties.morning(), properties.digest(), clock.getZone());
    }

    /** What is known of mailing the person behind a sign-in. */
    public Mailbox get(Actor actor) {
        return mailboxes.of(person(actor).id());
    }

    /** Where mail reaches them; null for nowhere. */
    public @Nullable String address(Actor actor) {
        return person(actor).email();
    }

    /** That the server refused the address that they have now; null where it has not. */
    public @Nullable Refused refused(Actor actor) {
        Mailbox box = get(actor);
        return box.refusesAsOf(scopes.sequenceOf(box.person())) ? box.refused() : null;
    }

    /** Says what is not wanted from now on; whoever repeats what is so already is told that it is. */
    public Mailbox turnOff(Set<MailKind> off, CommandContext context) {
        String person = person(context.actor()).id();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Mailbox before = mailboxes.of(person);
            if (before.off().equals(off)) {
                return before;
            }
            Commands.refuseStale(before.version(), context);
            if (mailboxes.turnOff(before, off)) {
                return mailboxes.of(person);
            }
        }
        throw Refusal.unavailable("busy", "This changes at this moment; try again.");
    }

    /** Ends one kind of mail for whoever a link was sent to; repeated, it changes nothing. */
    public void unsubscribe(UnsubscribeTokens.Target target) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Mailbox before = mailboxes.of(target.person());
            Set<MailKind> off = EnumSet.of(target.kind());
            off.addAll(before.off());
            if (before.off().equals(off) || mailboxes.turnOff(before, off)) {
                return;
            }
        }
        throw Refusal.unavailable("busy", "This changes at this moment; try again.");
    }

    /** Sends a mail now, and says what the server said; one that is taken shows that the address is good again. */
    public void test(CommandContext context) {
        // Before the address: what changes meanwhile is tried.
        long asOf = scopes.sequenceOf(String.valueOf(context.actor().person()));
        Member person = person(context.actor());
        String address = person.email();
        if (!smtp.isSetUp()) {
            throw Refusal.conflict(
                    "no-mail-server", "This installation has no mail server; its operator sets one up with SMTP_HOST.");
        }
        if (address == null) {
            throw Refusal.conflict(
                    "no-address", "No address of yours is known; ask an administrator to enter it under People.");
        }
        Instant now = context.at();
        if (!mailboxes.test(person.id(), now, now.minus(BETWEEN_TESTS))) {
            throw Refusal.conflict(
                    "tested-just-now",
                    "You tried it less than " + BETWEEN_TESTS.toSeconds() + " seconds ago; look whether it has come.");
        }
        try {
            smtp.send(letters.trial(person, address, UUID.randomUUID().toString(), now));
            mailboxes.reached(person.id());
        } catch (NotMailed e) {
            throw explained(person, asOf, e, now);
        }
    }

    private Refusal explained(Member person, long asOf, NotMailed failure, Instant now) {
        return switch (failure.fault()) {
            case RECIPIENT -> {
                mailboxes.refuse(person.id(), new Refused(now, failure.why(), asOf));
                yield Refusal.conflict(
                        "address-refused",
                        "The mail server refuses your address: " + failure.why()
                                + " Ask an administrator to correct it under People.");
            }
            case MAIL -> Refusal.conflict("mail-refused", "The mail server did not take it now: " + failure.why());
            case SERVER -> Refusal.conflict("mail-server-away", "The mail server does not answer; try again later.");
        };
    }

    private Member person(Actor actor) {
        access.require(actor, MANAGE, List.of());
        if (actor.person() == null) {
            throw Refusal.conflict(
                    "no-person", "Your sign-in is nobody's here, so nothing is mailed to you; link it under People.");
        }
        return scopes.member(Objects.requireNonNull(actor.person()))
                .orElseThrow(() -> Refusal.notFound("person", actor.id()));
    }
}
