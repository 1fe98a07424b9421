package io.guildhall.feed.stream.web;

import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.Placed;
import io.guildhall.feed.log.Stretch;
import io.guildhall.platform.access.Scopes;

/** A place in the event log: the same on every instance, and after a restart. */
final class LogPlace implements Place {

    private static final int STEP = 50;

    private final LogTail tail;
    private final Scopes scopes;
    private final EventLog.Filter filter;
    private final Reader reader;
    private volatile boolean lost;
    private volatile long position;

    /** @param position the last that the reader has seen; one that the log has never given leads nowhere */
    LogPlace(LogTail tail, Scopes scopes, EventLog.Filter filter, Reader reader, long position) {
        this.tail = tail;
        this.scopes = scopes;
        this.filter = filter;
        this.reader = reader;
        this.lost = !tail.hasGiven(position);
        this.position = position;
    }

    @Override
    public String next() {
        if (lost) {
            lost = false;
            position = tail.end();
            return "event: reset\nid: " + position + "\ndata: {}\n\n";
        }
        Stretch stretch = tail.read(filter.startingAfter(position), reader.actor(), STEP);
        StringBuilder text = new StringBuilder();
        for (Placed entry : stretch.entries()) {
            text.append("id: ")
                    .append(entry.position())
                    .append("\ndata: ")
                    .append(entry.cloudEvent(scopes.nameOf(entry.by())))
                    .append("\n\n");
        }
        position = stretch.until();
        return text.toString();
    }

    @Override
    public long behind() {
        return lost ? -1 : Math.max(0, tail.end() - position);
    }

    @Override
    public boolean isFar() {
        return !tail.holds(position);
    }

    @Override
    public String id() {
        return Long.toString(position);
    }
}
