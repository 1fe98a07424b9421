package io.guildhall.feed.mail;

import io.guildhall.feed.mail.Letter.Item;
import io.guildhall.feed.mail.Letter.Section;

/** A letter as text and as HTML: no images, nothing from elsewhere, and colours that the reader's program chooses. */
final class LetterForms {

    private static final String BODY = "margin:0 auto;max-width:36rem;padding:1rem;"
            + "font:1rem/1.5 system-ui,-apple-system,'Segoe UI',sans-serif";
    private static final String ITEM = "margin:0 0 1.25rem;padding:0 0 0 .75rem;border-left:3px solid currentColor";
    private static final String LINK = "color:inherit;font-weight:600";

    private LetterForms() {}

    /** @param settings where one chooses what is mailed */
    static String text(Letter letter, String settings) {
        StringBuilder text = new StringBuilder(letter.lead()).append("\n");
        for (Section section : letter.sections()) {
            text.append("\n");
            if (!section.heading().isEmpty()) {
                text.append(section.heading()).append("\n\n");
            }
            for (Item item : section.items()) {
                text.append(item.title()).append("\n");
                item.lines().forEach(line -> text.append(line).append("\n"));
                text.append(item.url()).append("\n\n");
            }
        }
        text.append("-- \n")
                .append(letter.why())
                .append("\nChoose what is mailed to you: ")
                .append(settings);
        if (letter.unsubscribe() != null) {
            text.append("\nNo more mails like this: ").append(letter.unsubscribe());
        }
        return text.append("\n").toString();
    }

    static String html(Letter letter, String settings) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append("<meta name=\"color-scheme\" content=\"light dark\">")
                .append("<meta name=\"supported-color-schemes\" content=\"light dark\">")
                .append("<title>")
                .append(escaped(letter.subject()))
                .append("</title></head><body style=\"")
                .append(BODY)
                .append("\"><p>")
                .append(escaped(letter.lead()))
                .append("</p>");
        for (Section section : letter.sections()) {
            if (!section.heading().isEmpty()) {
                html.append("<h2 style=\"font-size:1.1rem\">")
                        .append(escaped(section.heading()))
                        .append("</h2>");
            }
            section.items().forEach(item -> append(html, item));
        }
        html.append("<hr><p style=\"font-size:.85rem\">").append(escaped(letter.why()));
        html.append("<br>").append(link(settings, "Choose what is mailed to you"));
        if (letter.unsubscribe() != null) {
            html.append("<br>").append(link(letter.unsubscribe(), "No more mails like this"));
        }
        return html.append("</p></body></html>\n").toString();
    }

    private static void append(StringBuilder html, Item item) {
        html.append("<p style=\"").append(ITEM).append("\">").append(link(item.url(), item.title()));
        item.lines().forEach(line -> html.append("<br>").append(escaped(line)));
        html.append("</p>");
    }

    private static String link(String url, String text) {
        return "<a style=\"" + LINK + "\" href=\"" + escaped(url) + "\">" + escaped(text) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
