package io.guildhall.platform.web;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.replica.Replica;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a reader who has just written elsewhere wait, for a moment, until this service has seen it. */
public final class Seen {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(20);

    private Seen() {}

    /**
     * Waits up to 2 s until a replica has seen {@code aggregate@sequence} and what follows from it is done.
     *
     * @return whether the view is stale all the same; false when nothing was asked for
     */
    public static boolean staleAfterWaiting(@Nullable String seen, Replica<?> replica) {
        return staleAfterWaiting(seen, List.of(replica));
    }

    /** The same for a view of several replicas; the aggregate may be in any of them. */
    public static boolean staleAfterWaiting(@Nullable String seen, Collection<? extends Replica<?>> replicas) {
        if (seen == null) {
            return false;
        }
        int at = seen.lastIndexOf('@');
        if (at < 1 || at > 200 || !seen.substring(at + 1).matches("[0-9]{1,18}")) {
            throw new Refusal("bad-seen", 400, "Unusable 'seen'", "Hand on the Guildhall-Seen header as it was given.");
        }
        String id = seen.substring(0, at);
        long sequence = Long.parseLong(seen.substring(at + 1));
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (replicas.stream().noneMatch(replica -> replica.seen(id) >= sequence)) {
                if (System.nanoTime() > until) {
                    return true;
                }
                Thread.sleep(STEP.toMillis());
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
