package io.guildhall.platform.web;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.replica.Replica;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets a reader who has just written elsewhere wait, for a moment, until this service has seen it. */
public final class Seen {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Pattern FORM = Pattern.compile("([^/@]{1,100})/(.{1,200})@([0-9]{1,18})");

    private Seen() {}

    /**
     * Waits up to 2 s until the view has seen {@code topic/aggregate@sequence} and what follows from it is done.
     *
     * @param replicas what the view is made of; nobody waits for what comes from another topic
     * @return whether the view is stale all the same; false when nothing was asked for
     */
    public static boolean staleAfterWaiting(@Nullable String seen, Replica<?>... replicas) {
        if (seen == null) {
            return false;
        }
        Matcher parts = FORM.matcher(seen);
        if (!parts.matches()) {
            throw new Refusal("bad-seen", 400, "Unusable 'seen'", "Hand on the Guildhall-Seen header as it was given.");
        }
        for (Replica<?> replica : replicas) {
            if (replica.topic().equals(parts.group(1))) {
                return !awaited(replica, parts.group(2), Long.parseLong(parts.group(3)));
            }
        }
        return false;
    }

    private static boolean awaited(Replica<?> replica, String id, long sequence) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (replica.seen(id) < sequence) {
                if (System.nanoTime() > until) {
                    return false;
                }
                Thread.sleep(STEP.toMillis());
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
