package io.guildhall.feed.subscription;

/** What a subscription is read with: a feed reader or a calendar. */
public enum Kind {
    ATOM,
    CALENDAR
}
