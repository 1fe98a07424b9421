package io.guildhall.cop.imports;

import io.guildhall.cop.communities.ImportCommunity;
import io.guildhall.platform.imports.Problem;
import io.guildhall.platform.imports.RowResult;
import io.guildhall.platform.imports.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Says what became of a row, and what stayed as it was. */
final class Outcomes {

    private Outcomes() {}

    static RowResult of(String key, ImportCommunity.Imported imported, List<Problem> noted) {
        List<Problem> problems = new ArrayList<>(noted);
        for (ImportCommunity.Kept kept : imported.kept()) {
            problems.add(why(kept));
        }
        Verdict verdict = switch (imported.effect()) {
            case CREATED -> Verdict.CREATE;
            case REVISED -> Verdict.UPDATE;
            case UNCHANGED -> Verdict.UNCHANGED;
        };
        return RowResult.of(key, verdict, problems);
    }

    private static Problem why(ImportCommunity.Kept kept) {
        return switch (kept) {
            case LEAD ->
                new Problem("Somebody else leads it here.", "They stay; hand the community over if the file is right.");
            case CADENCE ->
                new Problem(
                        "It meets at other times here.",
                        "They stay; set its cadence here if the file is right, or 'replaceCadences' in the mapping.");
            case ARCHIVED ->
                new Problem("It is archived here.", "Take it out of the file, or reopen it here and import again.");
        };
    }
}
