package io.guildhall.feed.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail before it has a form.
 *
 * @param id the same whenever it is sent again
 * @param name with {@code address}: whom it is for
 * @param why they get it
 * @param invitation what it tells a calendar, null for nothing
 * @param unsubscribe where this kind of mail is ended, null where it comes only when it is asked for
 */
record Letter(
        String id,
        String name,
        String address,
        Instant at,
        String subject,
        String lead,
        List<Section> sections,
        String why,
        @Nullable Invitation invitation,
        @Nullable String unsubscribe) {

    private static final int LONGEST_SUBJECT = 150;

    Letter {
        subject = oneLine(subject);
        subject = subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT - 1) + "…" : subject;
        sections = List.copyOf(sections);
    }

    Letter(
            String id,
            String name,
            String address,
            Instant at,
            String subject,
            String lead,
            List<Section> sections,
            String why,
            @Nullable String unsubscribe) {
        this(id, name, address, at, subject, lead, sections, why, null, unsubscribe);
    }

    /** Some items under a heading, which is empty where there is but one section. */
    record Section(String heading, List<Item> items) {

        Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One thing.
     *
     * @param lines what is said of it
     */
    record Item(String title, String url, List<String> lines) {

        Item {
            title = oneLine(title);
            lines = lines.stream()
                    .map(Letter::oneLine)
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    /** A text that somebody wrote, without what would end a line or turn its direction. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
    }
}
