package io.guildhall.cop.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a text, read one after the other, and read again where they were something else. */
final class Words {

    enum Kind {
        WORD,
        DATE,
        LINK,
        /** Joins words, as in "Mon-Fri" or "Tue/Thu". */
        JOIN,
        /** Ends a clause. */
        BREAK,
        OTHER
    }

    record Word(Kind kind, String text, int from, int to) {}

    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\[([^\\[\\]]*)]\\([^()]*\\)");

    private static final Pattern TOKEN = Pattern.compile("(?<LINK>https?://\\S+)"
            + "|(?<DATE>\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d)|\\d{1,2}[./]\\d{1,2}[./]\\d{4}(?!\\d))"
            + "|(?<WORD>[\\p{L}\\p{N}]+(?:['’]\\p{L}+)*)"
            + "|(?<BREAK>[,;.:()\\[\\]—\\n]|(?<=\\s)[-–](?=\\s))"
            + "|(?<JOIN>[-–/&+])"
            + "|(?<OTHER>\\S)");

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int next;

    Words(String written) {
        text = MARKDOWN_LINK.matcher(written.strip()).replaceAll("$1");
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            words.add(new Word(
                    kind(token), token.group().toLowerCase(Locale.ROOT).replace('–', '-'), token.start(), token.end()));
        }
    }

    private static Kind kind(Matcher token) {
        for (Kind kind : Kind.values()) {
            if (token.group(kind.name()) != null) {
                return kind;
            }
        }
        throw new IllegalStateException(token.group());
    }

    boolean ended() {
        return next >= words.size();
    }

    boolean atLink() {
        return peek().kind() == Kind.LINK;
    }

    /** Whether a clause ends here; a link is one of its own. */
    boolean atBreak() {
        return peek().kind() == Kind.BREAK || peek().kind() == Kind.LINK;
    }

    /** The next word; at the end a break without text. */
    Word peek() {
        return ended() ? new Word(Kind.BREAK, "", text.length(), text.length()) : words.get(next);
    }

    void skip() {
        next++;
    }

    boolean take(String... any) {
        for (String one : any) {
            if (peek().text().equals(one)) {
                next++;
                return true;
            }
        }
        return false;
    }

    /** Takes the words of a phrase in their order, hyphenated or not. */
    boolean takeAll(String phrase) {
        int begin = next;
        for (String word : phrase.split(" ", -1)) {
            if (next > begin) {
                take("-", "/");
            }
            if (!take(word)) {
                next = begin;
                return false;
            }
        }
        return true;
    }

    /** What the next word means, and takes it; null when it means nothing of that sort. */
    <T> @Nullable T take(Map<String, T> meanings) {
        T meaning = meanings.get(peek().text());
        if (meaning != null) {
            next++;
        }
        return meaning;
    }

    void toBreak() {
        while (!atBreak()) {
            next++;
        }
    }

    int mark() {
        return next;
    }

    void back(int mark) {
        next = mark;
    }

    /** The text of the words taken since then, as it was written. */
    String since(int mark) {
        return next == mark
                ? ""
                : text.substring(words.get(mark).from(), words.get(next - 1).to());
    }

    List<Word> wordsSince(int mark) {
        return words.subList(mark, next);
    }
}
