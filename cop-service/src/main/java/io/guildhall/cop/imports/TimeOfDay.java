package io.guildhall.cop.imports;

import io.guildhall.platform.imports.Problem;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as people write it: "9:00", "4PM", "18.30", "noon", "14:00 - 15:30".
 *
 * @param minutes how long it lasts, an hour unless it says when it ends
 * @param rest what stands behind it: some write the time zone there
 */
record TimeOfDay(LocalTime at, int minutes, String rest) {

    private static final int USUAL_MINUTES = 60;

    private static final String ONE =
            "(?:(noon|midnight)|([0-9]{1,2})(?:[:.h]([0-9]{2}))?\\s*(?:(a|p)\\.?m\\b\\.?|(h|hrs|uhr|o'clock)\\b)?)";

    private static final Pattern TIMES =
            Pattern.compile("(?:at\\s+)?" + ONE + "(?:\\s*(?:-|–|to|until)\\s*" + ONE + ")?(?![0-9:])(.*)");

    /** @throws Unclear when it is no time, or may be one in the morning and one in the evening */
    static TimeOfDay read(String written) {
        Matcher times = TIMES.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!times.matches()) {
            throw noTime(written);
        }
        LocalTime at = time(times, 1, written);
        String rest = written.strip().substring(times.start(11)).strip();
        if (times.group(6) == null && times.group(7) == null) {
            return new TimeOfDay(at, USUAL_MINUTES, rest);
        }
        long minutes = Math.floorMod(ChronoUnit.MINUTES.between(at, time(times, 6, written)), 24 * 60);
        return new TimeOfDay(at, Math.toIntExact(minutes), rest);
    }

    private static LocalTime time(Matcher times, int group, String written) {
        if (times.group(group) != null) {
            return times.group(group).equals("noon") ? LocalTime.NOON : LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(times.group(group + 1));
        String minute = times.group(group + 2);
        String half = times.group(group + 3);
        if (half == null && minute == null && times.group(group + 4) == null) {
            throw new Unclear(
                    "The time " + Problem.quoted(written) + " may be in the morning or in the evening.",
                    "Write it as 09:00 or 21:00.");
        }
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        boolean possible = half == null ? hour <= 23 : hour >= 1 && hour <= 12;
        if (!possible || minutes > 59) {
            throw noTime(written);
        }
        int hours = half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0);
        return LocalTime.of(hours, minutes);
    }

    private static Unclear noTime(String written) {
        return new Unclear(
                written.isBlank() ? "It has no time." : Problem.quoted(written) + " is no time of day.",
                "Write the time as 09:30 or 9:30 AM.");
    }
}
