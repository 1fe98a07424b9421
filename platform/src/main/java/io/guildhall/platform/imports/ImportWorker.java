package io.guildhall.platform.imports;

import com.mongodb.MongoException;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies imports, one at a time. Every instance looks for imports that nobody works on; two that work on the same one for
 * a moment do no harm, since applying a row again changes nothing.
 */
public final class ImportWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
    private static final long LOOK_EVERY_MILLIS = 2_000;

    private final String name = UUID.randomUUID().toString();
    private final Imports imports;
    private final ImportKinds kinds;
    private final CheckImport check;
    private final ImportProperties properties;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "imports");
        worker.setDaemon(true);
        return worker;
    });
    private volatile boolean closing;

    ImportWorker(Imports imports, ImportKinds kinds, CheckImport check, ImportProperties properties, Clock clock) {
        this.imports = imports;
        this.kinds = kinds;
        this.check = check;
        this.properties = properties;
        this.clock = clock;
        var unused =
                thread.scheduleWithFixedDelay(this::work, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Looks for work at once. */
    void wake() {
        thread.execute(this::work);
    }

    private void work() {
        try {
            while (!closing) {
                Optional<ImportJob> found = imports.abandoned(now().minus(properties.takeover()));
                if (found.isEmpty()) {
                    return;
                }
                ImportJob mine = found.get().takenBy(name, now());
                if (imports.replace(found.get(), mine)) {
                    new Application(mine).run();
                }
            }
        } catch (MongoException | Refusal e) {
            log.warn("Imports wait for what is away: {}", e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            log.error("An import stopped", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread.shutdownNow();
        }
    }

    /** One import while this worker applies it. */
    private final class Application {

        private final Tally tally = new Tally();
        private ImportJob job;

        Application(ImportJob job) {
            this.job = job;
        }

        void run() {
            try {
                for (int n = 0; n < job.blocks(); n++) {
                    imports.block(job.id(), n).rows().forEach(tally::add);
                }
                ImportKind kind = kinds.get(job.kind());
                if (applyAll(check.session(kind, job, job.by()))) {
                    end(ImportJob.Status.APPLIED, null);
                }
            } catch (MongoException | Refusal e) {
                // Tried again after a while, here or elsewhere.
                throw e;
            } catch (RuntimeException e) {
                log.error("Import {} cannot be applied", job.id(), e);
                end(
                        ImportJob.Status.FAILED,
                        "Applying it stopped at a row that Guildhall cannot digest; tell an administrator. "
                                + "What was applied stays; importing the file again is harmless.");
            }
        }

        private void end(ImportJob.Status status, @Nullable String why) {
            imports.replace(job, job.ended(status, why));
        }

        /** Whether all was applied; false when it was left to another. */
        private boolean applyAll(ImportSession session) {
            for (int phase = 0; phase < session.phases(); phase++) {
                for (int n = 0; n < job.blocks(); n++) {
                    applyBlock(session, phase, n);
                    if (closing) {
                        imports.replace(job, job.released());
                        return false;
                    }
                    if (!progress()) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean progress() {
            ImportJob after = job.progressed(tally.done(), tally.counts(), tally.amounts(), now());
            boolean stillMine = imports.replace(job, after);
            job = after;
            return stillMine;
        }

        private void applyBlock(ImportSession session, int phase, int n) {
            Block before = imports.block(job.id(), n);
            Block begun = before;
            boolean any = false;
            for (int i = 0; i < before.rows().size(); i++) {
                Block.Entry entry = before.rows().get(i);
                if (due(session, entry, phase)) {
                    begun = begun.with(i, entry.begun());
                    any = true;
                }
            }
            if (!any) {
                return;
            }
            imports.write(job, n, begun);
            Block after = begun;
            for (int i = 0; i < before.rows().size(); i++) {
                Block.Entry entry = before.rows().get(i);
                if (due(session, entry, phase)) {
                    Block.Entry applied = applied(session, entry);
                    tally.remove(entry);
                    tally.add(applied);
                    after = after.with(i, applied);
                }
            }
            imports.write(job, n, after);
        }

        private boolean due(ImportSession session, Block.Entry entry, int phase) {
            if (entry.applied()) {
                return false;
            }
            Row row = entry.row();
            return phase == (row.unreadable() == null ? session.phase(row) : 0);
        }

        private Block.Entry applied(ImportSession session, Block.Entry entry) {
            Row row = entry.row();
            if (row.unreadable() != null) {
                return entry.with(
                        new RowResult(
                                entry.key(), entry.verdict(), entry.problems(), entry.amounts(), entry.understood()),
                        true);
            }
            // Rows that were refused are judged again: what they refer to may have arrived meanwhile.
            RowResult result = Judging.apply(session, row, CommandContext.of(job.by(), now()));
            if (entry.tried() && entry.verdict().taken() && result.verdict() == Verdict.UNCHANGED) {
                // A worker before this one has applied it and was stopped before it could say so.
                result = new RowResult(
                        result.key(), entry.verdict(), result.problems(), result.amounts(), result.understood());
            }
            return entry.with(result, true);
        }
    }
}
