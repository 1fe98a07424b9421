package io.guildhall.feed.mail;

/** What a mail is for; each may be turned off by itself. */
public enum MailKind {
    /** Something that its reader must answer. */
    NOTICES,
    /** What waits for them, what has changed and what is due, once a week. */
    DIGEST,
    /** That a webhook of theirs was disabled. */
    WEBHOOKS
}
