package io.guildhall.feed.live.web;

import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.Notice;
import io.guildhall.feed.live.Notices;
import io.guildhall.feed.live.Position;
import io.guildhall.platform.aggregate.StateMapper;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream: a place in the notices and a connection that is written to only while it takes something at once.
 * Whoever does not keep up is dropped, and told at the next attempt what was missed, or that it was too much.
 */
final class LiveStream implements WriteListener, AsyncListener {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);

    /** As many notices are looked at between two looks at the connection. */
    private static final int STEP = 50;

    private final Reader reader;
    private final Notices notices;
    private final LiveProperties properties;
    private final Clock clock;
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Consumer<LiveStream> whenClosed;

    private Position position;
    private boolean heartbeatDue;
    private boolean unflushed;
    private boolean begun;
    private boolean closed;
    private Instant lastWritten;
    private @Nullable Instant stalledSince;

    LiveStream(
            Reader reader,
            Position position,
            Notices notices,
            LiveProperties properties,
            Clock clock,
            AsyncContext async,
            Consumer<LiveStream> whenClosed)
            throws IOException {
        this.reader = reader;
        this.position = position;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
        this.async = async;
        this.out = async.getResponse().getOutputStream();
        this.whenClosed = whenClosed;
        this.lastWritten = clock.instant();
    }

    void begin() {
        async.addListener(this);
        out.setWriteListener(this);
    }

    @Override
    public synchronized void onWritePossible() {
        if (!begun) {
            begun = true;
            // Says where the reader is before anything has happened, so that it can resume from there.
            heartbeatDue = true;
        }
        pump();
    }

    /** Writes what there is for as long as the connection takes it. */
    synchronized void pump() {
        if (!begun || closed) {
            return;
        }
        try {
            while (heartbeatDue || unflushed || notices.behind(position) != 0) {
                if (!out.isReady()) {
                    stalled();
                    return;
                }
                stalledSince = null;
                step();
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("A reader is gone: {}", e.toString());
            close();
        }
    }

    private void step() throws IOException {
        String text = next();
        if (!text.isEmpty()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            lastWritten = clock.instant();
            unflushed = true;
        } else if (unflushed) {
            unflushed = false;
            out.flush();
        }
    }

    private String next() {
        Optional<Notices.Continuation> continuation = notices.after(position, STEP);
        if (continuation.isEmpty()) {
            position = notices.end();
            heartbeatDue = false;
            return "event: reset\nid: " + position + "\ndata: {}\n\n";
        }
        StringBuilder text = new StringBuilder();
        long number = position.number();
        for (Notice notice : continuation.get().notices()) {
            number++;
            if (reader.sees(notice)) {
                text.append(change(new Position(position.log(), number), notice));
            }
        }
        position = continuation.get().until();
        if (text.isEmpty() && heartbeatDue) {
            // An id alone is no event to the reader, yet it resumes from there.
            text.append(": heartbeat\nid: ").append(position).append("\n\n");
        }
        heartbeatDue &= text.isEmpty();
        return text.toString();
    }

    private static String change(Position at, Notice notice) {
        String data = StateMapper.json()
                .writeValueAsString(
                        new Data(notice.type(), notice.subject(), notice.sequence(), notice.topic(), notice.at()));
        return "event: change\nid: " + at + "\ndata: " + data + "\n\n";
    }

    /** The data of a {@code change}. */
    record Data(String type, String subject, long sequence, String topic, Instant at) {}

    private void stalled() {
        if (stalledSince == null) {
            stalledSince = clock.instant();
        }
        long behind = notices.behind(position);
        boolean tooLong = stalledSince.plus(properties.patience()).isBefore(clock.instant());
        if (behind < 0 || behind > properties.mostBehind() || tooLong) {
            log.info("A reader that does not keep up is dropped, {} notices behind", behind);
            close();
        }
    }

    /** What time brings: the end of a token, a heartbeat, the end of patience. */
    synchronized void tick() {
        Instant now = clock.instant();
        if (!reader.welcome(now)) {
            close();
            return;
        }
        heartbeatDue |= !now.isBefore(lastWritten.plus(properties.heartbeat()));
        if (stalledSince != null || heartbeatDue) {
            pump();
        }
    }

    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        whenClosed.accept(this);
        try {
            async.complete();
        } catch (IllegalStateException e) {
            log.debug("Completed already: {}", e.toString());
        }
    }

    @Override
    public void onError(Throwable failure) {
        log.debug("A reader is gone: {}", failure.toString());
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // it is started once
    }
}
