package io.guildhall.cop.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemmer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each word how else it is looked for, at the same place: without accents, with ä, ö and ü as ae, oe and ue, and
 * without the s of an English plural or owner. The word itself stays and comes first.
 */
final class Spellings extends TokenFilter {

    private static final char FIRST_BEYOND_ASCII = 128;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final EnglishMinimalStemmer stemmer = new EnglishMinimalStemmer();
    private final Deque<String> others = new ArrayDeque<>();
    private @Nullable State word;

    Spellings(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        String other = others.poll();
        if (other != null) {
            restoreState(word);
            term.setEmpty().append(other);
            step.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (!isPlain()) {
            collect(term.toString());
        }
        if (!others.isEmpty()) {
            word = captureState();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        others.clear();
        word = null;
    }

    /** Most words have no other spelling; that is seen without a copy. */
    private boolean isPlain() {
        char[] letters = term.buffer();
        int length = term.length();
        for (int i = 0; i < length; i++) {
            if (letters[i] >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return length == 0 || letters[length - 1] != 's';
    }

    private void collect(String written) {
        String plain = fold(written);
        add(plain, written);
        add(fold(transliterate(written)), written);
        add(singular(plain), written);
    }

    private void add(String other, String written) {
        if (!other.isEmpty() && !other.equals(written) && !others.contains(other)) {
            others.add(other);
        }
    }

    private String singular(String plain) {
        char[] letters = plain.toCharArray();
        String singular = new String(letters, 0, stemmer.stem(letters, letters.length));
        return singular.endsWith("'") ? singular.substring(0, singular.length() - 1) : singular;
    }

    private static String transliterate(String written) {
        return written.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    }

    private static String fold(String written) {
        // A letter becomes four at most.
        char[] plain = new char[4 * written.length()];
        int length = ASCIIFoldingFilter.foldToASCII(written.toCharArray(), 0, plain, 0, written.length());
        return new String(plain, 0, length);
    }
}
