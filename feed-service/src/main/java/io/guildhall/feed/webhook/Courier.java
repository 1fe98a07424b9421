package io.guildhall.feed.webhook;

import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.Placed;
import io.guildhall.feed.log.Stretch;
import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.feed.outgoing.Outcome;
import io.guildhall.feed.webhook.Delivery.State;
import io.guildhall.feed.webhook.Webhook.Progress;
import io.guildhall.feed.webhook.Webhook.Settings;
import io.guildhall.platform.aggregate.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to one endpoint what the log tells, in its order. The log is the queue: what is not taken from it is not lost, and
 * what was taken has a document before the cursor moves over it. Nothing here waits for an endpoint.
 */
final class Courier {

    static final int MOST_IN_FLIGHT = 8;
    static final int MOST_WAITING = 1_000;
    private static final int STEP = 50;
    private static final int MOST_UNWRITTEN = 64;
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int GONE = 410;

    /** Whether it is about to be woken. */
    final AtomicBoolean woken = new AtomicBoolean();

    private final Couriers couriers;
    private final LogTail log;
    private final Entries entries;
    private final Parcels parcels = new Parcels();
    private final Set<Long> settledBefore = new HashSet<>();
    private Webhook webhook;
    private Progress progress;
    private Pace pace;
    private Rest rest;
    private @Nullable Parcel probed;
    private long taken;
    private int inFlight;
    private int unwritten;
    private boolean loaded;
    private boolean closed;
    private @Nullable Progress saved;
    private long savedAt;
    private boolean urgent;
    private volatile long validUntil;

    Courier(Webhook webhook, Couriers couriers, LogTail log) {
        this.webhook = webhook;
        this.couriers = couriers;
        this.log = log;
        this.entries = new Entries(log);
        this.progress = webhook.progress();
        this.pace = new Pace(webhook.settings().rate());
        this.rest = new Rest(couriers.properties().rest());
    }

    String id() {
        return webhook.id();
    }

    synchronized long version() {
        return webhook.version();
    }

    /** Sends nothing after this moment of the system's timer, unless it is moved. */
    void validUntil(long nanos) {
        validUntil = nanos;
    }

    private void load(Instant now) {
        taken = progress.cursor();
        settledBefore.addAll(couriers.deliveries().behind(id(), taken));
        collect(now);
        Instant failing = progress.failingSince();
        if (failing != null && webhook.settings().since().isAfter(failing)) {
            startAfresh(now);
        }
        loaded = true;
    }

    /** Takes what waits in the store and is not known here. */
    private void collect(Instant now) {
        couriers.deliveries().waiting(id()).forEach(delivery -> parcels.add(delivery, now));
    }

    private void startAfresh(Instant now) {
        progress = progress.refreshed();
        rest = new Rest(couriers.properties().rest());
        parcels.allDue(now);
    }

    /** Goes by what was set since, and looks for what was asked for. */
    synchronized void revise(Webhook later) {
        boolean elsewhere = !later.settings().url().equals(webhook.settings().url());
        boolean asked = later.asked() != webhook.asked();
        webhook = later;
        if (pace.perSecond() != later.settings().rate()) {
            pace = new Pace(later.settings().rate());
        }
        if (loaded && elsewhere) {
            startAfresh(couriers.now());
        }
        if (loaded && asked) {
            collect(couriers.now());
        }
    }

    synchronized boolean isOutdatedBy(Webhook later) {
        return later.version() != webhook.version() || later.asked() != webhook.asked();
    }

    /** Takes nothing more and sends nothing more. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean closed() {
        return closed;
    }

    synchronized boolean idle() {
        return inFlight == 0 && unwritten == 0;
    }

    /** Does what can be done at once. */
    synchronized void pump() {
        if (closed || System.nanoTime() - validUntil >= 0) {
            return;
        }
        Instant now = couriers.now();
        Settings settings = webhook.settings();
        Actor owner = couriers.actor(settings);
        if (!owner.known()) {
            disable("The organization does not know its owner's sign-in any more.");
            return;
        }
        if (!loaded) {
            load(now);
        }
        boolean more = take(owner, now);
        if (progress.rests()) {
            probe(owner, now);
        } else {
            sendAll(owner, now);
        }
        if (more) {
            couriers.wake(this);
        }
    }

    /** Whether there may be more to take now. */
    private boolean take(Actor owner, Instant now) {
        if (!mayTake() || taken >= log.end()) {
            return false;
        }
        Webhook.Choice choice = webhook.settings().choice();
        Stretch stretch = log.read(choice.filter().startingAfter(taken), owner, STEP);
        for (Placed entry : stretch.entries()) {
            if (choice.wants(entry) && !settledBefore.remove(entry.position())) {
                add(entry, now);
            }
        }
        boolean further = stretch.until() > taken;
        taken = Math.max(taken, stretch.until());
        return further && taken < log.end() && mayTake();
    }

    /**
     * A resting endpoint takes nothing, so that nothing is piled up; but where it is answered and refused, it may be for
     * what is sent, so there has to be something else to try.
     */
    private boolean mayTake() {
        if (progress.rests()) {
            return parcels.isEmpty() || (rest.answered() && heads().size() == 1 && parcels.unsettled() == 0);
        }
        return parcels.unsettled() < MOST_UNWRITTEN && parcels.waiting() < MOST_WAITING;
    }

    private void add(Placed entry, Instant now) {
        Parcel parcel = Parcel.fresh(id(), entry, now);
        if (parcels.add(parcel) && webhook.settings().ordered() && parcels.followsOneThatWaits(parcel)) {
            keep(parcel, null, now);
        }
    }

    private void sendAll(Actor owner, Instant now) {
        Instant next = null;
        for (Parcel parcel : heads()) {
            if (inFlight == MOST_IN_FLIGHT) {
                return;
            }
            if (parcel.underWay) {
                continue;
            }
            if (parcel.due.isAfter(now)) {
                next = next == null || parcel.due.isBefore(next) ? parcel.due : next;
                continue;
            }
            long wait = pace.nanosToWait(System.nanoTime());
            if (wait > 0) {
                couriers.wakeIn(this, Duration.ofNanos(wait));
                return;
            }
            attempt(parcel, owner, now);
        }
        if (next != null) {
            couriers.wakeIn(this, Duration.between(now, next));
        }
    }

    private List<Parcel> heads() {
        return parcels.heads(webhook.settings().ordered());
    }

    private void probe(Actor owner, Instant now) {
        Duration wait = rest.untilNext(now);
        if (inFlight > 0 || parcels.isEmpty()) {
            return;
        }
        if (wait.isNegative() || wait.isZero()) {
            probed = rest.choose(heads());
            if (!attempt(probed, owner, now)) {
                couriers.wake(this);
            }
        } else {
            couriers.wakeIn(this, wait);
        }
    }

    /** Returns whether it is under way; what may not be seen any more is not. */
    private boolean attempt(Parcel parcel, Actor owner, Instant now) {
        if (parcel.position() > log.end()) {
            // Another instance has placed it; this one will hear of it.
            return true;
        }
        Placed entry = entries.at(parcel.position(), owner);
        if (entry == null) {
            finish(parcel, State.WITHHELD, parcel.delivery.tries(), null, now);
            return false;
        }
        parcel.underWay = true;
        inFlight++;
        pace.went(System.nanoTime());
        couriers.send(webhook, entry, outcome -> finished(parcel, outcome));
        return true;
    }

    private synchronized void finished(Parcel parcel, Outcome outcome) {
        inFlight--;
        parcel.underWay = false;
        Instant now = couriers.now();
        if (outcome.delivered()) {
            boolean rested = progress.rests();
            progress = progress.succeeded(now);
            if (rested) {
                startAfresh(now);
            }
            finish(parcel, State.DELIVERED, parcel.delivery.tries(), outcome.attempt(), now);
        } else {
            failed(parcel, outcome, now);
        }
        urgent = true;
        pump();
    }

    private void failed(Parcel parcel, Outcome outcome, Instant now) {
        // While it rests, what fails may be the endpoint's fault and not the delivery's, unless that is refused.
        boolean rested = progress.rests();
        boolean counts = !rested || (outcome.refused() && !parcel.due.isAfter(now));
        String why = String.valueOf(outcome.attempt().failure());
        progress = progress.failed(why, now);
        int tries = parcel.delivery.tries() + (counts ? 1 : 0);
        List<Duration> retries = couriers.properties().retries();
        if (tries > retries.size()) {
            finish(parcel, State.FAILED, tries, outcome.attempt(), now);
        } else {
            if (counts) {
                parcel.due = now.plus(Rest.backoff(retries.get(tries - 1), outcome.retryAfter()));
            }
            parcel.delivery = parcel.delivery.now(State.WAITING, parcel.due, tries, now);
            keep(parcel, outcome.attempt(), now);
            if (webhook.settings().ordered()) {
                parcels.following(parcel).forEach(other -> keep(other, null, now));
            }
        }
        // Those that were under way when it began to rest say nothing new.
        if (progress.rests() && (!rested || parcel.equals(probed))) {
            rest.failed(parcel.position(), outcome, progress.restingSince(), now);
        }
        Instant failing = progress.failingSince();
        Duration most = couriers.properties().giveUp();
        if (outcome.attempt().status() == GONE) {
            disable(why);
        } else if (failing != null && failing.plus(most).isBefore(now) && !parcels.isEmpty()) {
            disable("It took nothing for " + Rest.words(most) + ". The last time: " + why);
        }
    }

    /** Lets it wait in the store. */
    private void keep(Parcel parcel, @Nullable Attempt attempt, Instant now) {
        parcel.stored = true;
        parcel.delivery = parcel.delivery.now(State.WAITING, parcel.due, parcel.delivery.tries(), now);
        write(parcel, attempt);
    }

    private void finish(Parcel parcel, State state, int tries, @Nullable Attempt attempt, Instant now) {
        parcels.remove(parcel);
        parcel.delivery = parcel.delivery.now(state, null, tries, now);
        write(parcel, attempt);
    }

    private void write(Parcel parcel, @Nullable Attempt attempt) {
        unwritten++;
        urgent = true;
        couriers.write(new Deliveries.Write(parcel.delivery, attempt, () -> written(parcel.position())));
    }

    private synchronized void written(long position) {
        unwritten--;
        if (parcels.settle(position)) {
            urgent = true;
            couriers.wake(this);
        }
    }

    private void disable(String why) {
        couriers.disable(webhook, why);
        closed = true;
    }

    /** How far it is, if that is to be written now; what was only passed over is not urgent. */
    synchronized @Nullable Progress toSave(boolean always) {
        if (!loaded) {
            return null;
        }
        progress = progress.at(parcels.cursor(taken), parcels.waiting());
        boolean due = always || urgent || System.nanoTime() - savedAt > QUIET_NANOS;
        return due && !progress.equals(saved) ? progress : null;
    }

    synchronized void saved(Progress written) {
        saved = written;
        savedAt = System.nanoTime();
        urgent = !written.equals(progress);
    }
}
