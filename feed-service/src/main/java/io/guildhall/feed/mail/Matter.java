package io.guildhall.feed.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to write to a person about, found once.
 *
 * @param id derived from what it was found in and from the person, so that it is found once
 * @param ask what is to be answered; null in what asks for nothing
 * @param topic of the subject, null for a webhook, a week and a gathering
 * @param at when it was found
 */
record Matter(
        String id,
        String person,
        MailKind kind,
        Ask.@Nullable Kind ask,
        @Nullable String topic,
        String subject,
        Instant at) {

    static Matter ofAsk(String entry, String person, Ask ask, Instant at) {
        return new Matter(entry + "/" + person, person, MailKind.NOTICES, ask.kind(), ask.topic(), ask.subject(), at);
    }

    /** What the time asks for, found once for the day that is over. */
    static Matter ofDay(String person, Ask ask, Instant at) {
        return new Matter(
                "day/" + ask.topic() + "/" + ask.subject() + "/" + ask.day() + "/" + person,
                person,
                MailKind.NOTICES,
                ask.kind(),
                ask.topic(),
                ask.subject(),
                at);
    }

    /** @param since when it was disabled */
    static Matter ofWebhook(String webhook, Instant since, String person, Instant at) {
        return new Matter(
                "webhook/" + webhook + "/" + since.toEpochMilli() + "/" + person,
                person,
                MailKind.WEBHOOKS,
                null,
                null,
                webhook,
                at);
    }

    /** @param told what their calendar knows; null for nothing */
    static Matter ofInvitation(String person, @Nullable Invited told, Invited next, Instant at) {
        return new Matter(
                "invitation/" + person + "/" + next.occasion() + "/" + (told == null ? 0 : told.sequence()) + "/"
                        + next.sequence() + "/" + next.mark(),
                person,
                MailKind.INVITATIONS,
                null,
                null,
                next.occasion(),
                at);
    }

    static Matter ofWeek(String week, String person, Instant at) {
        return new Matter("digest/" + person + "/" + week, person, MailKind.DIGEST, null, null, week, at);
    }
}
