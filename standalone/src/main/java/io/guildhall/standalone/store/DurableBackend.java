package io.guildhall.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;

/**
 * Puts every write command on the disk before it is answered.
 *
 * <p>The backend as it comes commits once a second. Here a write command holds the lock alone until its effects are
 * committed and synced. Reads share the lock for two reasons: nobody may see (and publish) what a crash could still
 * take back, and the backend changes stored documents in place, so that a reply must be copied before the next write.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> LOCK_FREE = Set.of(
            "hello", "ismaster", "isMaster", "ping", "buildInfo", "buildinfo", "endSessions", "whatsmyuri", "getLog");

    private static final Set<String> READS = Set.of(
            "find",
            "aggregate",
            "count",
            "distinct",
            "getMore",
            "killCursors",
            "listCollections",
            "listIndexes",
            "listDatabases",
            "collStats",
            "dbStats",
            "serverStatus",
            "validate");

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final MVStore store;
    private final FileGrowth growth;
    private final Consumer<RuntimeException> whenBroken;

    DurableBackend(MVStore store, Consumer<RuntimeException> whenBroken) {
        super(store);
        this.store = store;
        this.growth = new FileGrowth(store);
        this.whenBroken = whenBroken;
        version(ServerVersion.MONGO_5_0);
        commit();
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new H2Database(name, getMvStore(), getCursorRegistry()) {

            @Override
            protected Index<Object> openOrCreateSecondaryIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return FieldIndex.serves(keys)
                        ? new FieldIndex(index, keys)
                        : super.openOrCreateSecondaryIndex(collection, index, keys, sparse);
            }

            /** The maps have the names under which the database drops and moves them. */
            @Override
            protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
                String fullName = getFullCollectionNamespace(collection);
                return new EmbeddedCollection(
                        this,
                        collection,
                        options,
                        getMvStore().openMap("databases." + fullName),
                        getMvStore().openMap("meta." + fullName),
                        cursorRegistry);
            }
        };
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        String command = message.getDocument().keySet().iterator().next();
        if (LOCK_FREE.contains(command)) {
            return super.handleMessage(message);
        }
        return isRead(command, message.getDocument()) ? read(message) : write(message);
    }

    private static boolean isRead(String command, Document document) {
        if (!READS.contains(command)) {
            return false;
        }
        return !(document.get("pipeline") instanceof List<?> stages)
                || stages.stream()
                        .noneMatch(stage -> stage instanceof Document step
                                && (step.containsKey("$out") || step.containsKey("$merge")));
    }

    private Document read(MongoMessage message) {
        lock.readLock().lock();
        try {
            return super.handleMessage(message).cloneDeeply();
        } finally {
            lock.readLock().unlock();
        }
    }

    private Document write(MongoMessage message) {
        lock.writeLock().lock();
        try {
            Document reply;
            try {
                reply = super.handleMessage(message).cloneDeeply();
            } finally {
                // A refused bulk may have written its first documents.
                makeDurable();
            }
            return reply;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void makeDurable() {
        try {
            store.commit();
            store.sync();
            growth.limit();
        } catch (RuntimeException failure) {
            whenBroken.accept(failure);
            throw failure;
        }
        // A store that has closed itself after a failed write ignores commits silently.
        if (store.isClosed() || store.hasUnsavedChanges()) {
            var failure = new IllegalStateException("The store did not accept a commit", store.getPanicException());
            whenBroken.accept(failure);
            throw failure;
        }
    }
}
