package io.guildhall.feed.log;

import io.guildhall.feed.live.Notices;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.ScopesFeed;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The log as this instance follows it: the newest entries from memory, older ones from the store. What this instance
 * places is there at once. What another one does is looked for: soon after an event was heard, else once a second.
 *
 * <p>Who may see an entry is asked of the organization, of which this instance hears by other ways: so a change of a unit
 * is not told, nor what stands behind it, before it counts here. Or what somebody has just been given to see would be
 * passed over for good.
 */
@Component("logHealthIndicator")
public final class LogTail implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(LogTail.class);

    private static final int MOST_KEPT = 2_000;
    private static final long MOST_CHARACTERS_KEPT = 4_000_000;
    private static final String UNITS = "team.units";
    private static final int STEP = 500;
    private static final long SOONEST_MILLIS = 5;
    private static final long LATEST_MILLIS = 1_000;
    private static final long HELD_MILLIS = 40;
    private static final long LONGEST_HELD_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final EventLog events;
    private final Scopes scopes;
    private final ScopesFeed organization;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final NavigableMap<Long, Placed> newest = new TreeMap<>();
    private final Semaphore woken = new Semaphore(0);
    private long characters;
    private long start;
    private long end;
    private final Set<String> givenUp = new HashSet<>();
    private long heldSince;
    private @Nullable Stretch held;
    private volatile boolean open;
    private volatile boolean running;
    private @Nullable Thread thread;

    LogTail(EventLog events, Notices notices, Scopes scopes, ScopesFeed organization) {
        this.events = events;
        this.scopes = scopes;
        this.organization = organization;
        events.whenPlaced(this::placed);
        notices.whenAdded(woken::release);
    }

    /** The position of the newest entry. */
    public synchronized long end() {
        return end;
    }

    /** Whether the log has reached a position, though perhaps this instance does not know it yet. */
    public boolean hasGiven(long position) {
        return position >= 0 && (position <= end() || position <= events.last());
    }

    /** The last position that was given, by whichever instance. */
    public long last() {
        return events.last();
    }

    /** @param listener is told that there is something new; it must not wait */
    public void whenAdded(Runnable listener) {
        listeners.add(listener);
    }

    /** Whether what stands behind a position is in memory: then no question waits for the store. */
    public synchronized boolean holds(long position) {
        return position >= start;
    }

    /**
     * What stands behind the filter's {@code after}, the oldest first, as far as an actor may see it.
     *
     * @param most as many entries are looked at in memory, or found in the store
     */
    public Stretch read(EventLog.Filter filter, Actor actor, int most) {
        Stretch kept = kept(filter.behind(), most);
        if (kept == null) {
            return events.read(filter, actor, most, end());
        }
        List<Placed> wanted = kept.entries().stream()
                .filter(entry -> events.wants(filter, entry) && events.sees(actor, entry))
                .toList();
        return new Stretch(kept.after(), wanted, kept.until());
    }

    /**
     * What stands behind a position, the oldest first, each for whom it may be told now by the store, whatever this instance
     * knows: for those who ask nobody who they are.
     *
     * @param most as many entries are looked at
     */
    public Stretch read(long after, int most) {
        Stretch kept = kept(after, most);
        return kept == null ? events.since(after, end(), most) : events.asTheyAre(kept);
    }

    /** Whether everybody may know of an event; not of one that is not in memory any more. */
    public synchronized boolean isForEverybody(String event) {
        return newest.values().stream()
                .anyMatch(entry ->
                        entry.event().equals(event) && entry.audience().visibility() == Visibility.ORGANIZATION);
    }

    private synchronized @Nullable Stretch kept(long after, int most) {
        if (after < start) {
            return null;
        }
        List<Placed> found =
                newest.tailMap(after, false).values().stream().limit(most).toList();
        return new Stretch(
                after,
                found,
                found.size() < most ? Math.max(after, end) : found.get(most - 1).position());
    }

    /** Whether it has once come as far as the log, knowing all that the organization was then. */
    public boolean isOpen() {
        return open;
    }

    private void placed(Stretch stretch) {
        // What another instance has placed in between, or is held back, is looked for.
        if (!add(stretch)) {
            woken.release();
        }
    }

    /** Whether all of it is there now. */
    private boolean add(Stretch stretch) {
        synchronized (this) {
            if (stretch.until() <= end) {
                return true;
            }
            if (stretch.after() > end) {
                return false;
            }
            if (isHeld(stretch)) {
                // What has been narrowed counts before it is told.
                stretch.entries().forEach(this::narrow);
                return false;
            }
            stretch.entries().stream().filter(entry -> entry.position() > end).forEach(this::keep);
            end = stretch.until();
            while (newest.size() > MOST_KEPT || characters > MOST_CHARACTERS_KEPT) {
                Placed oldest = newest.pollFirstEntry().getValue();
                characters -= size(oldest);
                start = oldest.position();
            }
        }
        listeners.forEach(Runnable::run);
        return true;
    }

    private synchronized boolean isHeld(Stretch stretch) {
        if (!organization.caughtUp()) {
            return true;
        }
        List<String> unknown = stretch.entries().stream()
                .filter(entry -> entry.topic().equals(UNITS))
                .filter(entry ->
                        scopes.sequenceOf(entry.subject()) < entry.audience().asOf())
                .map(Placed::subject)
                .filter(unit -> !givenUp.contains(unit))
                .toList();
        if (unknown.isEmpty()) {
            heldSince = 0;
            return false;
        }
        long now = System.nanoTime();
        heldSince = heldSince == 0 ? now : heldSince;
        if (now - heldSince < LONGEST_HELD_NANOS) {
            return true;
        }
        log.warn("Changes of {} that the log tells of are not known here; those concerned may be told less", unknown);
        givenUp.addAll(unknown);
        heldSince = 0;
        return false;
    }

    /** Whoever may be told of a subject now may be told what came before, and nobody else. */
    private void keep(Placed added) {
        newest.put(added.position(), added);
        characters += size(added);
        narrow(added);
    }

    private void narrow(Placed added) {
        newest.replaceAll((position, entry) -> entry.subject().equals(added.subject())
                        && entry.topic().equals(added.topic())
                        && entry.audience().asOf() < added.audience().asOf()
                ? entry.with(added.audience())
                : entry);
    }

    private static long size(Placed entry) {
        return entry.change().toString().length();
    }

    private void follow() {
        long pause = SOONEST_MILLIS;
        while (running) {
            try {
                pause = woken.tryAcquire(pause, TimeUnit.MILLISECONDS)
                        ? SOONEST_MILLIS
                        : Math.min(2 * pause, open && held == null ? LATEST_MILLIS : HELD_MILLIS);
                woken.drainPermits();
                catchUp();
                open |= held == null && organization.caughtUp();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("The newest entries of the log cannot be read for now: {}", e.toString());
                pause = LATEST_MILLIS;
            }
        }
    }

    private void catchUp() {
        Stretch next = held;
        while (running && (next != null || events.last() > end())) {
            if (next == null) {
                next = events.since(end(), STEP);
            } else if (isHeld(next)) {
                return;
            } else {
                next = events.asTheyAre(next);
            }
            if (!add(next)) {
                held = next;
                return;
            }
            held = null;
            next = null;
        }
    }

    @Override
    public Health health() {
        return (open ? Health.up() : Health.outOfService()).build();
    }

    @Override
    public void start() {
        synchronized (this) {
            // Whoever was connected before a restart goes on from about here.
            start = Math.max(0, events.last() - MOST_KEPT);
            end = start;
        }
        running = true;
        catchUp();
        Thread started = new Thread(this::follow, "log-tail");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the consumers that place entries. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4000;
    }
}
