package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.StateMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows that are stored and worked on together; an import is a list of them, found by number and by nothing else. */
record Block(List<Entry> rows) {

    /** As many rows make a block, or fewer long ones. */
    static final int ROWS = 50;

    /** A block with more characters takes no further row. */
    static final int FULL = 256 * 1024;

    Block {
        rows = List.copyOf(rows);
    }

    /**
     * A row with what became of it.
     *
     * @param content as JSON text: a file's names have no meaning to the store
     * @param tried it may have been applied, because somebody began to
     * @param applied it has been applied, or has nothing to apply
     */
    record Entry(
            int line,
            String content,
            String key,
            Verdict verdict,
            List<Problem> problems,
            Map<String, Integer> amounts,
            Map<String, String> understood,
            boolean tried,
            boolean applied) {

        /** What was stored before there was such a thing has nothing that was understood. */
        Entry {
            understood = understood == null ? Map.of() : Map.copyOf(understood);
        }

        static Entry unjudged(Row row) {
            String content = StateMapper.json().writeValueAsString(row.content());
            return new Entry(row.line(), content, "", Verdict.REFUSED, List.of(), Map.of(), Map.of(), false, false);
        }

        Row row() {
            return new Row(line, StateMapper.json().readTree(content));
        }

        Entry with(RowResult result, boolean nowApplied) {
            return new Entry(
                    line,
                    content,
                    result.key(),
                    result.verdict(),
                    result.problems(),
                    result.amounts(),
                    result.understood(),
                    tried,
                    nowApplied);
        }

        Entry begun() {
            return new Entry(line, content, key, verdict, problems, amounts, understood, true, applied);
        }

        boolean isFinding() {
            return verdict.taken() && !problems.isEmpty();
        }
    }

    Block with(int index, Entry entry) {
        List<Entry> changed = new ArrayList<>(rows);
        changed.set(index, entry);
        return new Block(changed);
    }
}
