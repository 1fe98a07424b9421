package io.guildhall.cop.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;
import org.jspecify.annotations.Nullable;

/** Compares texts line by line, and brings together what two people made of the same one, as Git does. */
final class Merge {

    /**
     * What two people made of one text.
     *
     * @param text with both changes; where they met, both stand one after the other between Git's marks
     * @param clean whether they met nowhere
     */
    record Merged(String text, boolean clean) {}

    /**
     * The same for all that stands on a page.
     *
     * @param content with both changes; where they met in the title or the summary, mine stands there
     */
    record Together(Content content, boolean clean) {}

    private Merge() {}

    static Together together(Content before, Content theirs, Content mine) {
        Merged text = of(before.text(), theirs.text(), mine.text());
        boolean clean = text.clean()
                && !met(before.title(), theirs.title(), mine.title())
                && !met(before.summary(), theirs.summary(), mine.summary());
        return new Together(
                new Content(
                        mine.title().equals(before.title()) ? theirs.title() : mine.title(),
                        Objects.equals(mine.summary(), before.summary()) ? theirs.summary() : mine.summary(),
                        text.text()),
                clean);
    }

    /** Whether both changed it, and not in the same way. */
    private static boolean met(@Nullable String before, @Nullable String theirs, @Nullable String mine) {
        return !Objects.equals(theirs, before) && !Objects.equals(mine, before) && !Objects.equals(theirs, mine);
    }

    static Merged of(String base, String theirs, String mine) {
        // Git takes an empty text for a deleted file.
        if (theirs.equals(base) || theirs.equals(mine)) {
            return new Merged(mine, true);
        }
        if (mine.equals(base)) {
            return new Merged(theirs, true);
        }
        MergeResult<RawText> result =
                new MergeAlgorithm(diff()).merge(RawTextComparator.DEFAULT, raw(base), raw(theirs), raw(mine));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new MergeFormatter().formatMerge(out, result, "before", "theirs", "yours", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String merged = out.toString(StandardCharsets.UTF_8);
        boolean endsOpen = !theirs.endsWith("\n") || !mine.endsWith("\n");
        return new Merged(
                endsOpen && merged.endsWith("\n") ? merged.substring(0, merged.length() - 1) : merged,
                !result.containsConflicts());
    }

    /** All lines of both, in the order in which one reads them. */
    static List<ReadPage.Line> compare(String before, String after) {
        RawText a = raw(before);
        RawText b = raw(after);
        EditList edits = diff().diff(RawTextComparator.DEFAULT, a, b);
        List<ReadPage.Line> lines = new ArrayList<>();
        int at = 0;
        for (Edit edit : edits) {
            add(lines, ReadPage.Kind.SAME, a, at, edit.getBeginA());
            add(lines, ReadPage.Kind.REMOVED, a, edit.getBeginA(), edit.getEndA());
            add(lines, ReadPage.Kind.ADDED, b, edit.getBeginB(), edit.getEndB());
            at = edit.getEndA();
        }
        add(lines, ReadPage.Kind.SAME, a, at, a.size());
        return lines;
    }

    private static void add(List<ReadPage.Line> lines, ReadPage.Kind kind, RawText text, int from, int to) {
        for (int i = from; i < to; i++) {
            lines.add(new ReadPage.Line(kind, text.getString(i)));
        }
    }

    /** Without the slow way that it takes where lines repeat a hundred times: there, all of it is one change. */
    private static HistogramDiff diff() {
        HistogramDiff diff = new HistogramDiff();
        diff.setFallbackAlgorithm(null);
        return diff;
    }

    /** With an end to the last line, so that a line added behind it is no change of it. */
    private static RawText raw(String text) {
        String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        return new RawText(ended.getBytes(StandardCharsets.UTF_8));
    }
}
