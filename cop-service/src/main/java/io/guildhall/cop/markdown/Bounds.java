package io.guildhall.cop.markdown;

import io.guildhall.platform.aggregate.Refusal;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Keeps the work that one text makes in proportion to its length, where the libraries alone do not: it is refused
 * before it has taken {@link #MOST_TIMES} of what any text may take.
 */
final class Bounds implements Parser.ParserExtension {

    /** What is nested deeper is shown as it was written. */
    static final int MOST_NESTED = 50;

    /** Those that the author left out at the end of a row count. */
    static final int MOST_CELLS = 100_000;

    static final int MOST_LINES = 2_000;

    private static final int MOST_TIMES = 50;
    private static final int ALWAYS_FINE = 100_000;

    private final long most;
    private long inBrackets;

    Bounds(String markdown) {
        this.most = ALWAYS_FINE + (long) MOST_TIMES * markdown.length();
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.maxOpenBlockParsers(MOST_NESTED)
                .maxInlineNesting(MOST_NESTED)
                .customBlockParserFactory(new Paragraphs())
                .linkProcessor(this::count);
    }

    static Refusal tooManyCells() {
        return Refusal.invalid(
                "tables-too-large",
                "A table has more than " + MOST_CELLS + " cells; split it, or attach it as a file.");
    }

    /** The parser copies what is in brackets, also what is in others within them. */
    private LinkResult count(LinkInfo link, Scanner scanner, InlineParserContext context) {
        inBrackets += link.text().length();
        if (inBrackets > most) {
            throw Refusal.invalid(
                    "brackets-too-deep",
                    "There are too many brackets within brackets; take some of them apart, or put a \\ before them.");
        }
        return LinkResult.none();
    }

    /** Starts no block, but sees the lines that could; for each of them the parser copies the paragraph so far. */
    private static final class Paragraphs implements BlockParserFactory {

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
    }

    /** A short text can ask for a long page: each use of a definition repeats the whole address. */
    Appendable page(StringBuilder html) {
        return new Appendable() {
            @Override
            public Appendable append(CharSequence part) {
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
                            "The page is more than " + MOST_TIMES + " times as long as its text; link less often to the"
                                    + " same long address, and call the same footnote less often.");
                }
                return this;
            }
        };
    }
}
