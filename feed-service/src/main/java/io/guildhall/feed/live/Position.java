package io.guildhall.feed.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the notices of one instance; a reader hands it back as {@code Last-Event-ID}.
 *
 * @param log tells the notices of one instance, since one start, from all others
 * @param number of the last notice before this place, from 0
 */
public record Position(String log, long number) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8})-([0-9]{1,18})");

    /** @return empty for anything that was not written by {@link #toString} */
    public static Optional<Position> parse(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches()
                ? Optional.of(new Position(form.group(1), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    Position plus(int notices) {
        return new Position(log, number + notices);
    }

    @Override
    public String toString() {
        return log + "-" + number;
    }
}
