package io.guildhall.feed.mail;

import java.util.Set;

/** What a mail is for; each may be turned off by itself. */
public enum MailKind {
    /** Something that its reader must answer. */
    NOTICES,
    /** What waits for them, what has changed and what is due, once a week. */
    DIGEST,
    /** That a webhook of theirs was disabled. */
    WEBHOOKS,
    /** A gathering of a community of theirs, for their calendar. */
    INVITATIONS;

    /** What comes only to those who have asked for it. */
    static final Set<MailKind> ASKED_FOR = Set.of(INVITATIONS);
}
