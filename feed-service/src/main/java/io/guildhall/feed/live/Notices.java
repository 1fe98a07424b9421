package io.guildhall.feed.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The last notices of this instance, oldest overwritten first. Readers hold a place in it and no copy, so what it takes is
 * bounded whatever their number and pace.
 */
@Component
public final class Notices {

    private final @Nullable Notice[] ring;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private String log = newLog();
    private long last;

    public Notices(LiveProperties properties) {
        ring = new Notice[properties.kept()];
    }

    /** What follows a place. */
    public record Continuation(List<Notice> notices, Position until) {

        public Continuation {
            notices = List.copyOf(notices);
        }
    }

    /** Adds what has just happened, in its order, and wakes the listeners once. */
    public void add(List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        synchronized (this) {
            for (Notice notice : notices) {
                last++;
                ring[slot(last)] = notice;
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** Something may have been missed: no reader can go on where it was. */
    public void startAnew() {
        synchronized (this) {
            log = newLog();
            last = 0;
        }
        listeners.forEach(Runnable::run);
    }

    /** @param listener is told that there is something new; it must not wait */
    public void whenAdded(Runnable listener) {
        listeners.add(listener);
    }

    /** The place after the newest notice. */
    public synchronized Position end() {
        return new Position(log, last);
    }

    /** How many notices follow a place; -1 when it is none of this log, or lies too far back. */
    public synchronized long behind(Position position) {
        boolean known = position.log().equals(log) && position.number() <= last;
        long behind = last - position.number();
        return known && behind <= ring.length ? behind : -1;
    }

    /**
     * What follows a place, at most {@code most} notices.
     *
     * @return empty when that is not known any more, or never was
     */
    public synchronized Optional<Continuation> after(Position position, int most) {
        long behind = behind(position);
        if (behind < 0) {
            return Optional.empty();
        }
        List<Notice> found = new ArrayList<>();
        for (int i = 1; i <= Math.min(behind, most); i++) {
            Notice notice = ring[slot(position.number() + i)];
            if (notice != null) {
                found.add(notice);
            }
        }
        return Optional.of(new Continuation(found, position.plus(found.size())));
    }

    private int slot(long number) {
        return (int) ((number - 1) % ring.length);
    }

    private static String newLog() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
