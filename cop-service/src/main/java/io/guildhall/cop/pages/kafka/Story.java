package io.guildhall.cop.pages.kafka;

/** What happened, as Markdown under headings. People wrote it as plain text, so nothing of theirs is markup. */
final class Story {

    private final StringBuilder text = new StringBuilder();

    /** Leaves out what nobody has said. */
    Story section(String heading, String words) {
        if (!words.isBlank()) {
            text.append("## ")
                    .append(heading)
                    .append("\n\n")
                    .append(escaped(words))
                    .append("\n\n");
        }
        return this;
    }

    /** @param path in the portal */
    String endingAt(String name, String path) {
        return text.append('[')
                .append(name)
                .append("](")
                .append(path)
                .append(")\n")
                .toString();
    }

    private static String escaped(String words) {
        return words.replaceAll("([\\\\`*_{}\\[\\]<>#+\\-.!|~&])", "\\\\$1");
    }
}
