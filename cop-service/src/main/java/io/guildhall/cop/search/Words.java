package io.guildhall.cop.search;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Takes texts of any language apart into words, as Unicode sees them. Chinese, Japanese and Korean, which leave no space
 * between words, are found by each two characters that stand together.
 */
final class Words extends Analyzer {

    /** Characters of the longest beginning of a word that is a word of its own in the fields of beginnings. */
    static final int LONGEST_BEGINNING = 3;

    /** The field of the beginnings of another field's words. */
    static String beginningsOf(String field) {
        return field + BEGINNINGS;
    }

    private static final String BEGINNINGS = ".beginnings";

    private static final int CJK =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private static final String ENGLISH =
            "a an and are as at be but by for if in into is it no not of on or such that the"
                    + " their then there these they this to was with";
    private static final String GERMAN =
            "aber als am auch auf aus bei das dem den der des die ein eine einem einen einer"
                    + " eines es für im ist mit nicht oder sich sie sind und vom von wie wir zu zum zur";

    /** Words that are in every English or German text, and tell nothing in the other language either. */
    private static final CharArraySet IN_EVERY_TEXT =
            new CharArraySet(List.of((ENGLISH + " " + GERMAN).split(" ")), false);

    private final boolean single;

    private Words(boolean single) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.single = single;
    }

    /** For texts: Chinese characters also one by one. */
    static Words written() {
        return new Words(true);
    }

    /** For what people ask for: a Chinese character alone only where it stands alone. */
    static Words askedFor() {
        return new Words(false);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer tokens = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(new CJKWidthFilter(tokens));
        words = new StopFilter(new CJKBigramFilter(words, CJK, single), IN_EVERY_TEXT);
        words = new Spellings(words);
        return new TokenStreamComponents(
                tokens,
                field.endsWith(BEGINNINGS) ? new EdgeNGramTokenFilter(words, 1, LONGEST_BEGINNING, false) : words);
    }
}
