package io.guildhall.standalone.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/**
 * MongoDB's wire protocol on the loopback interface over one file.
 *
 * <p>For one machine and tens of thousands of documents: what names no id is found by looking at all.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final int PAGE_BYTES = 4096;
    private static final int CACHE_MEGABYTES = 32;
    private static final int WORKERS = 8;
    private static final long COMPACT_FROM_BYTES = 16L << 20;
    private static final int COMPACT_BELOW_FILL_PERCENT = 60;

    private final DurableBackend backend;
    private final MongoServer server;
    private final int port;

    private EmbeddedStore(DurableBackend backend, MongoServer server, int port) {
        this.backend = backend;
        this.server = server;
        this.port = port;
    }

    /**
     * Opens or creates the file and listens.
     *
     * @param port 0 picks a free one
     * @param whenBroken told once a write cannot reach the disk; nothing is acknowledged after that
     * @throws org.h2.mvstore.MVStoreException when the file is in use or unreadable
     */
    public static EmbeddedStore start(Path file, int port, Consumer<RuntimeException> whenBroken) {
        MVStore store = openCompacted(file.toString());
        try {
            DurableBackend backend = new DurableBackend(store, whenBroken);
            MongoServer server = new MongoServer(backend);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, WORKERS);
            return new EmbeddedStore(backend, server, server.getLocalAddress().getPort());
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    private static MVStore openCompacted(String file) {
        // Ends a compaction that a crash had interrupted.
        MVStoreTool.compactCleanUp(file);
        MVStore store = open(file);
        boolean worthIt =
                store.getFileStore().size() > COMPACT_FROM_BYTES && livePercent(store) < COMPACT_BELOW_FILL_PERCENT;
        if (!worthIt) {
            return store;
        }
        store.close();
        MVStoreTool.compact(file, false);
        return open(file);
    }

    private static int livePercent(MVStore store) {
        return store.getFileStore().getFillRate() * store.getFileStore().getChunksFillRate() / 100;
    }

    private static MVStore open(String file) {
        MVStore store = new MVStore.Builder()
                .fileName(file)
                .autoCommitDisabled()
                .pageSplitSize(PAGE_BYTES)
                .cacheSize(CACHE_MEGABYTES)
                .open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return store;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** A connection string for one database of this store. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
        if (!backend.getMvStore().isClosed()) {
            backend.close();
        }
    }
}
