package io.guildhall.cop.shared;

import io.guildhall.platform.aggregate.Refusal;
import org.jspecify.annotations.Nullable;

/** What people write: trimmed, not empty where it matters, and of a length that fits on a page and into an event. */
public final class Wording {

    /** Characters of a line: a title, a name, a question. */
    public static final int LINE = 200;

    /** Characters of a paragraph: a purpose, a reason. */
    public static final int PARAGRAPH = 4000;

    private Wording() {}

    /**
     * @param what the field as the user knows it, for example {@code title}
     * @throws Refusal 422 when there is nothing in it or more than {@code most} characters
     */
    public static String required(String what, @Nullable String text, int most) {
        String trimmed = optional(what, text, most);
        if (trimmed == null) {
            throw Refusal.invalid(what + "-missing", "Write a " + what + "; it may not be empty.")
                    .with("field", what);
        }
        return trimmed;
    }

    /**
     * What a request has to say.
     *
     * @throws Refusal 422 when it leaves it out
     */
    public static <T> T given(String what, @Nullable T value) {
        if (value == null) {
            throw Refusal.invalid(what + "-missing", "Say '" + what + "' in the request; it is left out.")
                    .with("field", what);
        }
        return value;
    }

    /** Null when there is nothing in it. */
    public static @Nullable String optional(String what, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String trimmed = text.strip();
        if (trimmed.length() > most) {
            throw Refusal.invalid(
                            what + "-too-long",
                            "The " + what + " has " + trimmed.length() + " characters; shorten it to " + most + ".")
                    .with("field", what);
        }
        return trimmed;
    }
}
