package io.guildhall.feed.chat;

import java.util.regex.Pattern;

/** Text of people as one line of bounded length, without characters that are not seen but move others. */
final class PlainText {

    private static final Pattern SPACE = Pattern.compile("[\\p{Cc}\\s\\u2028\\u2029]+");
    private static final Pattern MOVING = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private PlainText() {}

    static String of(String text, int most) {
        String line = SPACE.matcher(MOVING.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
