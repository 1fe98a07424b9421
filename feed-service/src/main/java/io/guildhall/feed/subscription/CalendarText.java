package io.guildhall.feed.subscription;

import net.fortuna.ical4j.model.Calendar;

/** A calendar as programs read it (RFC 5545). */
public final class CalendarText {

    private static final int LONGEST_LINE = 75;

    private CalendarText() {}

    public static String of(Calendar calendar) {
        return folded(calendar.toString());
    }

    /** Lines have 75 octets at most, and no character is cut; ical4j's own folding counts characters, and leaves empty lines. */
    private static String folded(String unfolded) {
        StringBuilder folded = new StringBuilder(unfolded.length());
        int octets = 0;
        for (int i = 0; i < unfolded.length(); i += Character.charCount(unfolded.codePointAt(i))) {
            int character = unfolded.codePointAt(i);
            int size = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (character == '\r' || character == '\n') {
                octets = 0;
            } else if (octets + size > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1 + size;
            } else {
                octets += size;
            }
            folded.appendCodePoint(character);
        }
        return folded.toString();
    }
}
