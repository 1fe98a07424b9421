package io.guildhall.platform.imports;

/**
 * The rows of an import by verdict; the first five sum up to all rows.
 *
 * @param finding rows that are taken although something about them should be looked at
 */
public record Counts(int create, int update, int unchanged, int refused, int skipped, int finding) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts plus(Block.Entry entry) {
        return plus(entry, 1);
    }

    Counts minus(Block.Entry entry) {
        return plus(entry, -1);
    }

    private Counts plus(Block.Entry entry, int n) {
        Verdict verdict = entry.verdict();
        return new Counts(
                create + (verdict == Verdict.CREATE ? n : 0),
                update + (verdict == Verdict.UPDATE ? n : 0),
                unchanged + (verdict == Verdict.UNCHANGED ? n : 0),
                refused + (verdict == Verdict.REFUSED ? n : 0),
                skipped + (verdict == Verdict.SKIPPED ? n : 0),
                finding + (entry.isFinding() ? n : 0));
    }
}
