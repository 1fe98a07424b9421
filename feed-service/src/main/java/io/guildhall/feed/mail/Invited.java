package io.guildhall.feed.mail;

import io.guildhall.feed.subscription.Occasion;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's calendar was told of a gathering last.
 *
 * @param occasion its id
 * @param sequence counts what was told of it, for calendars: a higher one replaces a lower one
 * @param off whether it is cancelled for them
 */
public record Invited(String occasion, int sequence, Instant from, Instant until, String summary, boolean off) {

    /**
     * What is to be told now; null where the calendar knows it.
     *
     * @param told last; null where nothing was
     * @param planned the gathering as it is; null where there is none any more, or none for them
     * @param horizon what begins later is told later
     */
    static @Nullable Invited next(@Nullable Invited told, @Nullable Occasion planned, Instant now, Instant horizon) {
        Occasion.Hours hours = planned == null ? null : planned.hours();
        if (planned == null || hours == null || planned.off()) {
            return told == null || told.off || !told.until.isAfter(now) ? null : told.cancelled(planned);
        }
        boolean awaited = told != null && !told.off && told.until.isAfter(now);
        boolean tooLate = !hours.until().isAfter(now) && !awaited;
        boolean tooEarly = told == null && hours.from().isAfter(horizon);
        if (tooLate || tooEarly || (told != null && told.says(hours))) {
            return null;
        }
        return new Invited(
                planned.id(),
                Math.max(told == null ? 0 : told.sequence + 1, planned.revision()),
                hours.from(),
                hours.until(),
                planned.summary(),
                false);
    }

    private Invited cancelled(@Nullable Occasion planned) {
        int next = Math.max(sequence + 1, planned == null ? 0 : planned.revision());
        return new Invited(occasion, next, from, until, summary, true);
    }

    /** A new name alone is not worth a mail for each gathering; it comes with the next one. */
    private boolean says(Occasion.Hours hours) {
        return !off && from.equals(hours.from()) && until.equals(hours.until());
    }

    /** Tells what is to be told now from what would be at another time. */
    String mark() {
        return Integer.toHexString(Objects.hash(from, until, summary, off));
    }
}
