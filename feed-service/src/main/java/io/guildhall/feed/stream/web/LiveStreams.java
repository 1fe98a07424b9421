package io.guildhall.feed.stream.web;

import io.guildhall.feed.live.LiveProperties;
import io.guildhall.feed.live.Notices;
import io.guildhall.feed.log.LogTail;
import io.guildhall.platform.aggregate.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** All open streams of this instance: one thread wakes them, a few read from the store, and none waits for any of them. */
@Component
final class LiveStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    /** Each asks the store, one question after the other. */
    private static final int FAR_READERS = 2;

    /** The web server keeps the buffer for as long as a stream is open; what is longer is sent in parts. */
    private static final int BUFFER_BYTES = 1_024;

    private final LiveProperties properties;
    private final Clock clock;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ExecutorService farReaders = Executors.newFixedThreadPool(FAR_READERS, LiveStreams::named);
    private volatile @Nullable ScheduledExecutorService thread;

    LiveStreams(Notices notices, LogTail tail, LiveProperties properties, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.clock = clock;
        notices.whenAdded(this::wake);
        tail.whenAdded(this::wake);
        Gauge.builder("guildhall.live.readers", open, Set::size).register(meters);
    }

    void open(Reader reader, Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (thread == null || open.size() >= properties.mostReaders()) {
            throw Refusal.unavailable("too-many-readers", "Nobody else can be told live right now; try again soon.");
        }
        if (open.stream().filter(stream -> stream.isOf(reader)).count() >= properties.mostReadersEach()) {
            throw new Refusal(
                    "too-many-streams",
                    429,
                    "You have too many streams open",
                    "One sign-in may have " + properties.mostReadersEach()
                            + " streams open at once on one instance; close some first.");
        }
        response.setBufferSize(BUFFER_BYTES);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Proxies of the nginx kind gather an answer before they pass it on unless told not to.
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getMethod().equals("HEAD")) {
            // Nothing is to follow: whoever asked takes the answer for whole, and the connection for free.
            return;
        }
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        LiveStream stream = new LiveStream(reader, place, properties, clock, async, this::readOn, open::remove);
        open.add(stream);
        stream.begin();
    }

    /** Lets a stream take its turn at what lies far back, where it keeps nobody waiting. */
    private void readOn(LiveStream stream) {
        farReaders.execute(() -> guarded(stream, LiveStream::readOn));
    }

    private void wake() {
        ScheduledExecutorService running = thread;
        if (running != null && woken.compareAndSet(false, true)) {
            running.execute(() -> {
                woken.set(false);
                forEach(LiveStream::pump);
            });
        }
    }

    private void forEach(Consumer<LiveStream> action) {
        open.forEach(stream -> guarded(stream, action));
    }

    private static void guarded(LiveStream stream, Consumer<LiveStream> action) {
        try {
            action.accept(stream);
        } catch (RuntimeException e) {
            log.warn("A stream is dropped", e);
            stream.close();
        }
    }

    private static Thread named(Runnable task) {
        Thread thread = new Thread(task, "live-streams");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(LiveStreams::named);
        var unused = started.scheduleWithFixedDelay(() -> forEach(LiveStream::tick), 500, 500, TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdown();
        }
        forEach(LiveStream::close);
        farReaders.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Ends the streams before the web server begins to wait for the end of all requests. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
