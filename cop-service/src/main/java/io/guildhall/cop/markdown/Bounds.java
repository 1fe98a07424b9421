package io.guildhall.cop.markdown;

import io.guildhall.platform.aggregate.Refusal;
import java.io.IOException;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Keeps the work that a text makes in proportion to its length, where the parser alone does not: it copies all lines of
 * a paragraph for each of them, and a short text can ask for a long page.
 */
final class Bounds implements Parser.ParserExtension, BlockParserFactory {

    /** Deeper nesting is shown as it was written. */
    static final int MOST_NESTED = 50;

    /** Those that the author left out at the end of a row count. */
    static final int MOST_CELLS = 100_000;

    static final int MOST_LINES = 2_000;

    private static final int MOST_TIMES = 50;
    private static final int ALWAYS_FINE = 100_000;

    @Override
    public void extend(Parser.Builder parser) {
        parser.maxOpenBlockParsers(MOST_NESTED).maxInlineNesting(MOST_NESTED).customBlockParserFactory(this);
    }

    /** Starts no block, but sees each line of a paragraph. */
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (matched.getParagraphLines().getLines().size() > MOST_LINES) {
            throw Refusal.invalid(
                    "paragraph-too-long",
                    "A paragraph has more than " + MOST_LINES
                            + " lines; put empty lines into it, or lines of ``` around it if it is code or a log.");
        }
        return BlockStart.none();
    }

    static Refusal tooManyCells() {
        return Refusal.invalid(
                "tables-too-large",
                "A table has more than " + MOST_CELLS + " cells; split it, or attach it as a file.");
    }

    /** Where the HTML of a text is written to. */
    static Appendable page(StringBuilder html, int lengthOfText) {
        return new Page(html, ALWAYS_FINE + (long) MOST_TIMES * lengthOfText);
    }

    private record Page(StringBuilder html, long most) implements Appendable {

        @Override
        public Appendable append(CharSequence part) throws IOException {
            return append(part, 0, part.length());
        }

        @Override
        public Appendable append(CharSequence part, int start, int end) {
            html.append(part, start, end);
            return checked();
        }

        @Override
        public Appendable append(char character) {
            html.append(character);
            return checked();
        }

        private Appendable checked() {
            if (html.length() > most) {
                throw Refusal.invalid(
                        "page-too-long",
                        "The page is more than " + MOST_TIMES
                                + " times as long as its text; link less often to the same long address, and leave out"
                                + " footnotes that are called again and again.");
            }
            return this;
        }
    }
}
