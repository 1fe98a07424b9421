package io.guildhall.cop.imports;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line of a list of meetings. */
record Meeting(int line, String group, String description, Reading reading) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that any meeting may be called by. */
    private static final Set<String> OF_ALL = Set.of("the", "a", "meeting", "meetings", "call", "sync", "session");

    /** What people know the line by. */
    String key() {
        return description.isEmpty() ? group : group + ": " + description;
    }

    /** Whether somebody who says this means it: its description has all these words that tell meetings apart. */
    boolean isCalled(String name) {
        Set<String> telling = words(name);
        telling.removeAll(OF_ALL);
        return !telling.isEmpty() && words(description).containsAll(telling);
    }

    private static Set<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
