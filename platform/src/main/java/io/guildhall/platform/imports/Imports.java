package io.guildhall.platform.imports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Pages;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The store of imports and of their rows. */
public final class Imports {

    private static final String BY_TIME = "by_time";
    private static final String BY_STATUS = "by_status";

    private final MongoCollection<Document> jobs;
    private final MongoCollection<Document> blocks;

    Imports(MongoDatabase database) {
        jobs = database.getCollection("imports");
        blocks = database.getCollection("import_rows");
        jobs.createIndex(Index.on(BY_TIME, "at").keys(), new IndexOptions().name(BY_TIME));
        jobs.createIndex(Index.on(BY_STATUS, "status", "heard").keys(), new IndexOptions().name(BY_STATUS));
    }

    Optional<ImportJob> find(String id) {
        return Optional.ofNullable(jobs.find(eq("_id", id)).first()).map(Imports::job);
    }

    /** Newest first. */
    Page<ImportJob> page(@Nullable String cursor, int limit) {
        return Pages.read(
                jobs,
                new Query(BY_TIME, Filters.empty(), "at", true, cursor, limit),
                "",
                Projections.exclude("none"),
                Imports::job);
    }

    /** False when there is one under this id. */
    boolean add(ImportJob job) {
        return isFirst(() -> jobs.insertOne(StateMapper.toDocument(job).append("_id", job.id())));
    }

    /** Writes what follows from {@code before}; false when somebody has decided, or taken it over, meanwhile. */
    boolean replace(ImportJob before, ImportJob after) {
        return jobs.updateOne(
                                and(
                                        eq("_id", before.id()),
                                        eq("version", before.version()),
                                        eq("epoch", before.epoch())),
                                new Document("$set", StateMapper.toDocument(after)))
                        .getMatchedCount()
                == 1;
    }

    /** One whose worker has not been heard of since; served by {@code by_status}. */
    Optional<ImportJob> abandoned(Instant since) {
        return Optional.ofNullable(jobs.find(and(
                                eq("status", ImportJob.Status.APPLYING.name()), lt("heard", StateMapper.text(since))))
                        .first())
                .map(Imports::job);
    }

    /** Takes out an import of which nothing was taken, and its rows; false when it was taken over. */
    boolean remove(ImportJob job, int rowBlocks) {
        for (int n = 0; n < rowBlocks; n++) {
            blocks.deleteOne(and(eq("_id", blockId(job.id(), n)), eq("epoch", job.epoch())));
        }
        return jobs.deleteOne(and(eq("_id", job.id()), eq("epoch", job.epoch())))
                        .getDeletedCount()
                == 1;
    }

    /** False when a later upload has stored its own. */
    boolean add(ImportJob job, int n, Block block) {
        String id = blockId(job.id(), n);
        return isFirst(() -> blocks.replaceOne(
                and(eq("_id", id), lte("epoch", job.epoch())),
                StateMapper.toDocument(block).append("_id", id).append("epoch", job.epoch()),
                new com.mongodb.client.model.ReplaceOptions().upsert(true)));
    }

    private static boolean isFirst(Runnable insert) {
        try {
            insert.run();
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    Block block(String id, int n) {
        Document found = blocks.find(eq("_id", blockId(id, n))).first();
        if (found == null) {
            throw new IllegalStateException("Import " + id + " has no block " + n);
        }
        return StateMapper.fromDocument(found, Block.class);
    }

    /** Writes a block unless a later worker has. */
    void write(ImportJob job, int n, Block block) {
        blocks.updateOne(
                and(eq("_id", blockId(job.id(), n)), lte("epoch", job.epoch())),
                new Document("$set", StateMapper.toDocument(block).append("epoch", job.epoch())));
    }

    private static String blockId(String id, int n) {
        return id + ":" + n;
    }

    private static ImportJob job(Document document) {
        return StateMapper.fromDocument(document, ImportJob.class);
    }
}
