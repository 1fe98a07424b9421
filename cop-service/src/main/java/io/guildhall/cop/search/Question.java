package io.guildhall.cop.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody looks for: words, each in all its spellings. A page has all of up to three words and three quarters of more
 * in its title or its text; the last word, which may still be typed, may also be the beginning of one.
 */
final class Question {

    static final String TITLE = "title";
    static final String TEXT = "text";

    private static final Analyzer WORDS = Words.askedFor();
    private static final int ALL_OF = 3;
    private static final float TITLE_WEIGHT = 4;
    private static final float TITLE_BEGINNING_WEIGHT = 3;
    private static final float TEXT_BEGINNING_WEIGHT = 0.2f;

    /** Each word with the word as it was asked for first. */
    private final List<List<String>> words;

    private Question(List<List<String>> words) {
        this.words = words;
    }

    static Question of(String text) {
        List<List<String>> words = new ArrayList<>();
        try (TokenStream tokens = WORDS.tokenStream(TEXT, composed(text))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (step.getPositionIncrement() > 0 || words.isEmpty()) {
                    words.add(new ArrayList<>());
                }
                words.get(words.size() - 1).add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Question(words);
    }

    /** An accent is a part of its letter, however it was typed. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether nothing is left to look for: no words, or only those that are in every text. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    Query pages() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            all.add(page(words.get(i), i == words.size() - 1), Occur.SHOULD);
        }
        int needed = words.size() <= ALL_OF ? words.size() : (3 * words.size() + 3) / 4;
        return all.setMinimumNumberShouldMatch(needed).build();
    }

    private static Query page(List<String> word, boolean last) {
        BooleanQuery.Builder any = new BooleanQuery.Builder()
                .add(new BoostQuery(spellings(TITLE, word), TITLE_WEIGHT), Occur.SHOULD)
                .add(spellings(TEXT, word), Occur.SHOULD);
        if (last) {
            any.add(weighed(beginning(TITLE, word.get(0)), TITLE_BEGINNING_WEIGHT), Occur.SHOULD)
                    .add(weighed(beginning(TEXT, word.get(0)), TEXT_BEGINNING_WEIGHT), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query weighed(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    /** Short beginnings begin many words, so they are words themselves in fields of their own. */
    private static Query beginning(String field, String word) {
        return word.codePointCount(0, word.length()) <= Words.LONGEST_BEGINNING
                ? new TermQuery(new Term(Words.beginningsOf(field), word))
                : new PrefixQuery(new Term(field, word));
    }

    private static Query spellings(String field, List<String> word) {
        if (word.size() == 1) {
            return new TermQuery(new Term(field, word.get(0)));
        }
        SynonymQuery.Builder any = new SynonymQuery.Builder(field);
        word.forEach(spelling -> any.addTerm(new Term(field, spelling)));
        return any.build();
    }

    /** What is to be marked in the pages. */
    Query marks() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String field : List.of(TITLE, TEXT)) {
            words.forEach(word -> any.add(spellings(field, word), Occur.SHOULD));
            any.add(new PrefixQuery(new Term(field, words.get(words.size() - 1).get(0))), Occur.SHOULD);
        }
        return any.build();
    }
}
