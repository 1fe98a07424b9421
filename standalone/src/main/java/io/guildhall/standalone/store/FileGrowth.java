package io.guildhall.standalone.store;

import org.h2.mvstore.MVStore;

/**
 * Keeps the file within a few times of what lives in it.
 *
 * <p>Each commit appends a chunk and leaves most of an older one dead. Chunks that are dead as a whole are reused, the
 * others wait until somebody rewrites what still lives in them. That is done here in small steps between two writes.
 */
final class FileGrowth {

    private static final long STEP_BYTES = 4L << 20;
    private static final int TARGET_FILL_PERCENT = 50;
    private static final int REWRITE_BYTES = 4 << 20;

    private final MVStore store;
    private long nextLook;

    FileGrowth(MVStore store) {
        this.store = store;
        this.nextLook = store.getFileStore().size() + STEP_BYTES;
    }

    /** Called by the one writer after a commit. */
    void limit() {
        if (store.getFileStore().size() < nextLook) {
            return;
        }
        store.compact(TARGET_FILL_PERCENT, REWRITE_BYTES);
        store.commit();
        store.sync();
        nextLook = store.getFileStore().size() + STEP_BYTES;
    }
}
