package io.guildhall.cop.search;

import static io.guildhall.cop.search.Question.TEXT;
import static io.guildhall.cop.search.Question.TITLE;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Marks in pages what was looked for. It takes their texts apart again, so that the index need not know places. */
final class Marker extends UnifiedHighlighter {

    private static final int MOST_FRAGMENTS = 2;
    private static final int USUAL_LENGTH = 160;
    private static final int MOST_LENGTH = 320;
    private static final int BEFORE = 80;

    /** More than a page has with its summary. */
    private static final int WHOLE_TEXT = 400_000;

    Marker(IndexSearcher searcher, Analyzer words) {
        super(UnifiedHighlighter.builder(searcher, words)
                .withMaxLength(WHOLE_TEXT)
                .withFormatter(new Parts()));
    }

    /** By field, and there in the order of the documents: a list of fragments, or null where there is no text. */
    Map<String, Object[]> mark(Query marks, int[] documents) throws IOException {
        return highlightFieldsAsObjects(new String[] {TITLE, TEXT}, marks, documents, new int[] {1, MOST_FRAGMENTS});
    }

    @Override
    protected Set<HighlightFlag> getFlags(String field) {
        return EnumSet.of(HighlightFlag.MULTI_TERM_QUERY);
    }

    @Override
    protected OffsetSource getOffsetSource(String field) {
        return OffsetSource.ANALYSIS;
    }

    @Override
    protected BreakIterator getBreakIterator(String field) {
        return field.equals(TITLE)
                ? new WholeBreakIterator()
                : LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.ROOT), USUAL_LENGTH, 0.5f);
    }

    @Override
    protected int getMaxNoHighlightPassages(String field) {
        return 1;
    }

    private static final class Parts extends PassageFormatter {

        @Override
        public List<Fragment> format(Passage[] passages, String content) {
            List<Fragment> fragments = new ArrayList<>();
            for (Passage passage : passages) {
                fragments.add(fragment(passage, content));
            }
            return fragments;
        }

        private static Fragment fragment(Passage passage, String content) {
            int from = begin(passage, content);
            int to = end(passage, content, from);
            List<Fragment.Part> parts = new ArrayList<>();
            int at = from;
            for (int i = 0; i < passage.getNumMatches(); ) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = passage.getMatchEnds()[i];
                // Each two characters of Chinese are a word, and these overlap.
                while (++i < passage.getNumMatches() && passage.getMatchStarts()[i] <= end) {
                    end = Math.max(end, passage.getMatchEnds()[i]);
                }
                end = Math.min(end, to);
                if (start < end) {
                    add(parts, content.substring(at, start), false);
                    add(parts, content.substring(start, end), true);
                    at = end;
                }
            }
            add(parts, content.substring(at, to), false);
            return new Fragment(parts);
        }

        /** What has no sentences is cut before the first hit. */
        private static int begin(Passage passage, String content) {
            int from = passage.getStartOffset();
            if (passage.getEndOffset() - from > MOST_LENGTH && passage.getNumMatches() > 0) {
                from = whole(content, Math.max(from, passage.getMatchStarts()[0] - BEFORE));
            }
            while (from < passage.getEndOffset() && Character.isWhitespace(content.charAt(from))) {
                from++;
            }
            return from;
        }

        private static int end(Passage passage, String content, int from) {
            int to = whole(content, Math.min(passage.getEndOffset(), from + MOST_LENGTH));
            while (to > from && Character.isWhitespace(content.charAt(to - 1))) {
                to--;
            }
            return to;
        }

        /** Nothing is cut within a character. */
        private static int whole(String content, int at) {
            return at > 0 && at < content.length() && Character.isLowSurrogate(content.charAt(at)) ? at - 1 : at;
        }

        private static void add(List<Fragment.Part> parts, String text, boolean hit) {
            if (!text.isEmpty()) {
                parts.add(new Fragment.Part(text, hit));
            }
        }
    }
}
