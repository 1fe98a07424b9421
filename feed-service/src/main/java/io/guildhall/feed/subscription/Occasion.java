package io.guildhall.feed.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a calendar: a day, or some days in a row, in the business time zone; or some hours of a day.
 *
 * @param id the same for ever, whatever becomes of it
 * @param last the same as the first where it is one day
 * @param changed when it came to be as it is; later changes are later
 * @param off whether nothing came of it
 * @param path of its page in the portal
 * @param hours null for whole days
 */
public record Occasion(
        String id,
        String summary,
        LocalDate first,
        LocalDate last,
        Instant changed,
        boolean off,
        String path,
        @Nullable Hours hours) {

    /**
     * From when until when.
     *
     * @param zone of those who planned it
     * @param reason why it is at another time, or not at all, where somebody said so
     */
    public record Hours(
            Instant from,
            Instant until,
            ZoneId zone,
            @Nullable String reason) {}

    private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");

    /** Whole days. */
    Occasion(String id, String summary, LocalDate first, LocalDate last, Instant changed, boolean off, String path) {
        this(id, summary, first, last, changed, off, path, null);
    }

    /** The sequence of an aggregate is the millisecond of its change, or the next number where that was taken. */
    static Instant momentOf(long sequence) {
        return Instant.ofEpochMilli(sequence);
    }

    /** By which calendars know it, whichever way it comes to them. */
    public static String uidOf(String id) {
        return id + "@guildhall";
    }

    /**
     * The moment of the change as a number that grows and fits into the 31 bits that calendars have for it until 2088:
     * seconds since 2020. Two changes within one second share a number, and the later state is what is read.
     */
    public int revision() {
        long seconds = changed.getEpochSecond() - EPOCH.getEpochSecond();
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, seconds));
    }
}
