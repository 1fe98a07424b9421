package io.guildhall.cop.folders;

import io.guildhall.cop.pages.PageId;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a file of a folder, or has become of it.
 *
 * @param path within the folder
 * @param page that it is or would be; null where it is none
 * @param why what stands against it, or is to be known of it; null for nothing
 * @param together both texts in one, where the same lines were changed
 */
public record Judged(
        String path,
        String title,
        Verdict verdict,
        @Nullable PageId page,
        @Nullable String why,
        @Nullable String together) {

    /** What an import does with a page. */
    public enum Verdict {
        /** There is no such page yet. */
        NEW,
        /** The page has not been written since it was exported, and the file has. */
        CHANGED,
        /** Both were written since, at different places. */
        MERGED,
        UNCHANGED,
        /** Both were written since, at the same place; it is left to people. */
        CONFLICT,
        /** It cannot be taken as it is. */
        REFUSED
    }

    /** @param more what is to be known of it as well */
    Judged with(String more) {
        return new Judged(path, title, verdict, page, why == null ? more : why + " " + more, together);
    }

    static Judged refused(String path, String title, @Nullable PageId page, String why) {
        return new Judged(path, title, Verdict.REFUSED, page, why, null);
    }
}
