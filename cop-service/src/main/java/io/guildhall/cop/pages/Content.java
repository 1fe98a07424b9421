package io.guildhall.cop.pages;

import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a page.
 *
 * @param title 1 to 200 characters
 * @param summary one line for lists; null where nobody has written one
 * @param text Markdown, at most 200,000 characters
 */
public record Content(String title, @Nullable String summary, String text) {

    /** Characters of a text. */
    public static final int TEXT = 200_000;

    public Content {
        title = Wording.required("title", title, Wording.LINE);
        summary = Wording.optional("summary", summary, Wording.LINE);
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        refuseTooLong(text);
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("unusable-text", "The text holds the character 0; leave it out.")
                    .with("field", "text");
        }
    }

    /** @throws Refusal 422 when it is no text of a page; asked before anything looks at it */
    public static void refuseTooLong(String text) {
        if (text.length() > TEXT) {
            throw Refusal.invalid(
                            "text-too-long",
                            String.format(
                                    Locale.ROOT,
                                    "The text has %,d characters, and a page takes %,d; make two pages of it, and link"
                                            + " one to the other.",
                                    text.length(),
                                    TEXT))
                    .with("field", "text");
        }
    }
}
