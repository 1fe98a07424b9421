package io.guildhall.feed.stream.web;

import io.guildhall.feed.live.LiveProperties;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream: a place in what is told and a connection that is written to only while it takes something at once.
 * Whoever does not keep up is dropped, and told at the next attempt what was missed, or that it was too much.
 */
final class LiveStream implements WriteListener, AsyncListener {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);

    private static final int FAR_STEPS = 10;

    private final Reader reader;
    private final Place place;
    private final LiveProperties properties;
    private final Clock clock;
    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Consumer<LiveStream> whenFar;
    private final AtomicBoolean queued = new AtomicBoolean();
    private final Consumer<LiveStream> whenClosed;

    private boolean heartbeatDue;
    private int farSteps;
    private volatile boolean unwelcome;
    private boolean unflushed;
    private boolean begun;
    private boolean closed;
    private Instant lastWritten;
    private volatile @Nullable Instant stalledSince;

    LiveStream(
            Reader reader,
            Place place,
            LiveProperties properties,
            Clock clock,
            AsyncContext async,
            Consumer<LiveStream> whenFar,
            Consumer<LiveStream> whenClosed)
            throws IOException {
        this.reader = reader;
        this.place = place;
        this.properties = properties;
        this.clock = clock;
        this.async = async;
        this.out = async.getResponse().getOutputStream();
        this.whenFar = whenFar;
        this.whenClosed = whenClosed;
        this.lastWritten = clock.instant();
    }

    void begin() {
        async.addListener(this);
        out.setWriteListener(this);
    }

    boolean isOf(Reader other) {
        return reader.issuer().equals(other.issuer()) && reader.subject().equals(other.subject());
    }

    @Override
    public synchronized void onWritePossible() {
        if (!begun) {
            begun = true;
            // Says where the reader is before anything has happened, so that it can resume from there.
            heartbeatDue = true;
        }
        write();
    }

    /** Tells the reader what is new; one to whom that lies far back already has a turn where it may take its time. */
    void pump() {
        if (place.isFar()) {
            queue();
        } else {
            write();
        }
    }

    /** Reads a few steps of what lies far back, and lets others have their turn. */
    synchronized void readOn() {
        queued.set(false);
        farSteps = FAR_STEPS;
        write();
        farSteps = 0;
    }

    /** Writes what there is for as long as the connection takes it. */
    private synchronized void write() {
        if (!begun || closed) {
            return;
        }
        try {
            while (unwelcome || heartbeatDue || unflushed || place.behind() != 0) {
                if (unwelcome) {
                    close();
                    return;
                }
                if (!out.isReady()) {
                    stalled();
                    return;
                }
                stalledSince = null;
                if (place.isFar() && farSteps-- <= 0) {
                    queue();
                    return;
                }
                step();
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("A reader is gone: {}", e.toString());
            close();
        } catch (RuntimeException e) {
            log.warn("A stream is dropped", e);
            close();
        }
    }

    private void queue() {
        if (queued.compareAndSet(false, true)) {
            whenFar.accept(this);
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
        String text = place.behind() == 0 ? "" : place.next();
        if (text.isEmpty() && heartbeatDue) {
            // An id alone is no event to the reader, yet it resumes from there.
            text = ": heartbeat\nid: " + place.id() + "\n\n";
        }
        heartbeatDue &= text.isEmpty();
        return text;
    }

    /** What it has not seen waits where it is: in memory that all share, or in the store. */
    private void stalled() {
        Instant now = clock.instant();
        Instant since = stalledSince == null ? now : stalledSince;
        stalledSince = since;
        if (place.behind() < 0 || since.plus(properties.patience()).isBefore(now)) {
            log.info("A reader that takes nothing is dropped");
            close();
        }
    }

    /** What time brings: the end of a token, a heartbeat, the end of patience. */
    void tick() {
        Instant now = clock.instant();
        if (!reader.welcome(now)) {
            unwelcome = true;
            pump();
        } else if (stalledSince != null || !place.isFar()) {
            tick(now);
        }
    }

    private synchronized void tick(Instant now) {
        heartbeatDue |= !now.isBefore(lastWritten.plus(properties.heartbeat()));
        if (stalledSince != null || heartbeatDue) {
            write();
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
