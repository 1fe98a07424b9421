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
 * What somebody looks for: words, each in all its spellings, in the title or the text of a page. The last one, which may still
 * be typed, may also be the beginning of a word.
 */
final class Question {

    static final String TITLE = "title";
    static final String TEXT = "text";

    /** Title and text in one, so that a word is looked up once. */
    static final String WORDS = "words";

    private static final Analyzer ASKED_FOR = Words.askedFor();
    private static final int ALL_OF = 3;
    private static final float TITLE_WEIGHT = 4;
    private static final float TITLE_BEGINNING_WEIGHT = 3;
    private static final float BEGINNING_WEIGHT = 0.2f;

    /** Each word with the word as it was asked for first. */
    private final List<List<String>> words;

    private Question(List<List<String>> words) {
        this.words = words;
    }

    static Question of(String text) {
        List<List<String>> words = new ArrayList<>();
        try (TokenStream tokens = ASKED_FOR.tokenStream(WORDS, composed(text))) {
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

    /** Pages that have all of the words. */
    Query all() {
        return pages(words.size());
    }

    /** Whether most of the words are enough where too few pages have all. */
    boolean isLong() {
        return words.size() > ALL_OF;
    }

    /** Pages that have three quarters of the words. */
    Query most() {
        return pages((3 * words.size() + 3) / 4);
    }

    /** The words that a page has to have anywhere, and what counts more where its title has them. */
    private Query pages(int least) {
        BooleanQuery.Builder needed = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        BooleanQuery.Builder pages = new BooleanQuery.Builder();
        for (List<String> word : words) {
            boolean last = word == words.get(words.size() - 1);
            needed.add(last ? wordOrBeginning(word) : spellings(WORDS, word), Occur.SHOULD);
            pages.add(new BoostQuery(spellings(TITLE, word), TITLE_WEIGHT), Occur.SHOULD);
        }
        pages.add(weighed(beginning(TITLE, last()), TITLE_BEGINNING_WEIGHT), Occur.SHOULD);
        return pages.add(needed.build(), Occur.MUST).build();
    }

    private static Query wordOrBeginning(List<String> word) {
        return new BooleanQuery.Builder()
                .add(spellings(WORDS, word), Occur.SHOULD)
                .add(weighed(beginning(WORDS, word.get(0)), BEGINNING_WEIGHT), Occur.SHOULD)
                .build();
    }

    private String last() {
        return words.get(words.size() - 1).get(0);
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
            any.add(new PrefixQuery(new Term(field, last())), Occur.SHOULD);
        }
        return any.build();
    }
}
