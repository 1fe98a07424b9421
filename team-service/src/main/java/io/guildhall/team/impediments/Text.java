package io.guildhall.team.impediments;

import io.guildhall.platform.aggregate.Refusal;
import org.jspecify.annotations.Nullable;

/** The bounds of what people type. */
final class Text {

    private Text() {}

    /** @return the text without surrounding blanks */
    static String required(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("text-missing", "Say something in '" + field + "'.");
        }
        String stripped = text.strip();
        atMost(field, stripped, most);
        return stripped;
    }

    static void atMost(String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw Refusal.invalid("text-too-long", "'" + field + "' takes up to " + most + " characters.");
        }
    }
}
