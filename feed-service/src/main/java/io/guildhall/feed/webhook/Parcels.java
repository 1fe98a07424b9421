package io.guildhall.feed.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a courier still has to deliver, in the order of the log, and what of it has no document yet. */
final class Parcels {

    private final NavigableMap<Long, Parcel> open = new TreeMap<>();
    private final NavigableSet<Long> unsettled = new TreeSet<>();

    /** Takes a fresh one; false when it is there already. */
    boolean add(Parcel fresh) {
        return open.putIfAbsent(fresh.position(), fresh) == null && unsettled.add(fresh.position());
    }

    /** Takes one that waits in the store; where it is there already, it is due as early as either says. */
    void add(Delivery waiting, Instant now) {
        Parcel found = Parcel.stored(waiting, now);
        Parcel known = open.putIfAbsent(found.position(), found);
        if (known != null && !known.underWay && found.due.isBefore(known.due)) {
            known.due = found.due;
            known.delivery = found.delivery;
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    void allDue(Instant now) {
        open.values().forEach(parcel -> parcel.due = now);
    }

    /** What may be sent next: of each subject the oldest, or everything where the order does not matter. */
    List<Parcel> heads(boolean ordered) {
        Set<String> subjects = new HashSet<>();
        List<Parcel> heads = new ArrayList<>();
        for (Parcel parcel : open.values()) {
            if (!ordered || subjects.add(parcel.subject)) {
                heads.add(parcel);
            }
        }
        return heads;
    }

    /** Whether another of its subject waits in the store. */
    boolean followsOneThatWaits(Parcel parcel) {
        return open.headMap(parcel.position()).values().stream()
                .anyMatch(other -> other.stored && other.subject.equals(parcel.subject));
    }

    /** Those of its subject that have to wait for it and are not in the store. */
    List<Parcel> following(Parcel parcel) {
        return open.tailMap(parcel.position(), false).values().stream()
                .filter(other -> !other.stored && !other.underWay && other.subject.equals(parcel.subject))
                .toList();
    }

    void remove(Parcel parcel) {
        open.remove(parcel.position());
    }

    /** Its document is written; false when that was known. */
    boolean settle(long position) {
        return unsettled.remove(position);
    }

    int unsettled() {
        return unsettled.size();
    }

    /** Everything up to here has its document, or was not wanted. */
    long cursor(long taken) {
        return unsettled.isEmpty() ? taken : unsettled.first() - 1;
    }

    int waiting() {
        return (int) open.values().stream().filter(parcel -> parcel.stored).count();
    }
}
