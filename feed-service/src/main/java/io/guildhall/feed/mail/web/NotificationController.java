package io.guildhall.feed.mail.web;

import io.guildhall.feed.mail.MailKind;
import io.guildhall.feed.mail.Mailbox;
import io.guildhall.feed.mail.ManageNotifications;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is mailed to oneself. */
@RestController
@RequestMapping("/api/feed/notifications")
class NotificationController {

    private final ManageNotifications manage;

    NotificationController(ManageNotifications manage) {
        this.manage = manage;
    }

    /**
     * What is wanted.
     *
     * @param notices a mail when something must be answered
     * @param digest a mail on Mondays
     * @param webhooks a mail when a webhook of one's own is disabled
     * @param invitations a mail for one's calendar for each gathering of one's communities; left out, none
     */
    record NotificationsRequest(
            boolean notices,
            boolean digest,
            boolean webhooks,
            @Nullable Boolean invitations) {

        private Set<MailKind> off() {
            Set<MailKind> off = EnumSet.noneOf(MailKind.class);
            addIf(off, !notices, MailKind.NOTICES);
            addIf(off, !digest, MailKind.DIGEST);
            addIf(off, !webhooks, MailKind.WEBHOOKS);
            addIf(off, !Boolean.TRUE.equals(invitations), MailKind.INVITATIONS);
            return off;
        }

        private static void addIf(Set<MailKind> off, boolean unwanted, MailKind kind) {
            if (unwanted) {
                off.add(kind);
            }
        }
    }

    /**
     * What is wanted, and whether mail gets there.
     *
     * @param mailServer whether this installation has one; without it nothing is mailed
     * @param address where mail goes, null where none is known
     * @param refused that the server takes nothing for this address
     * @param last the newest mail that the server took
     * @param hours when mail comes
     */
    record NotificationsView(
            long version,
            boolean notices,
            boolean digest,
            boolean webhooks,
            boolean invitations,
            boolean mailServer,
            @Nullable String address,
            @Nullable RefusedView refused,
            @Nullable SentView last,
            HoursView hours) {}

    /**
     * When mail comes.
     *
     * @param mostADay mails; further ones wait for the {@code morning} of the next business day
     * @param morning like {@code 09:00}
     * @param monday when the digest comes on Mondays
     * @param zone of these hours
     */
    record HoursView(int mostADay, String morning, String monday, String zone) {}

    /** @param why in the words of the mail server */
    record RefusedView(Instant at, String why) {}

    /** A mail that the server took. */
    record SentView(MailKind kind, Instant at) {}

    /** What is mailed to oneself, and where. */
    @GetMapping
    ResponseEntity<NotificationsView> ownNotifications(Caller caller) {
        return reply(manage.get(caller.actor()), caller.actor());
    }

    /** From now on only what is wanted is mailed. */
    @IfMatch
    @PutMapping
    ResponseEntity<NotificationsView> setNotifications(@RequestBody NotificationsRequest wanted, Caller caller) {
        return reply(manage.turnOff(wanted.off(), caller.command()), caller.actor());
    }

    /** Sends a mail to oneself now; a refusal says what the mail server said. */
    @PostMapping("/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendTestMail(Caller caller) {
        manage.test(caller.command());
    }

    private ResponseEntity<NotificationsView> reply(Mailbox box, Actor actor) {
        Mailbox.Refused refused = manage.refused(actor);
        Mailbox.Sent last = box.last();
        return ResponseEntity.ok()
                .eTag("\"" + box.version() + "\"")
                .body(new NotificationsView(
                        box.version(),
                        box.wants(MailKind.NOTICES),
                        box.wants(MailKind.DIGEST),
                        box.wants(MailKind.WEBHOOKS),
                        box.wants(MailKind.INVITATIONS),
                        manage.hasServer(),
                        manage.address(actor),
                        refused == null ? null : new RefusedView(refused.at(), refused.why()),
                        last == null ? null : new SentView(last.kind(), last.at()),
                        hours(manage.hours())));
    }

    private static HoursView hours(ManageNotifications.Hours hours) {
        return new HoursView(
                hours.mostADay(),
                hours.morning().toString(),
                hours.monday().toString(),
                hours.zone().getId());
    }
}
