package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads a file and judges every row of it: the dry run, repeated whenever the mapping is changed. */
public final class CheckImport {

    private final Imports imports;
    private final ImportKinds kinds;
    private final ImportProperties bounds;

    CheckImport(Imports imports, ImportKinds kinds, ImportProperties bounds) {
        this.imports = imports;
        this.kinds = kinds;
        this.bounds = bounds;
    }

    /**
     * Takes in a file as it arrives, without ever holding more of it than a block of rows.
     *
     * @param file its name, if its sender says it
     * @throws Refusal 403, 413 when it is too long, 422 when it cannot be read; nothing stays of a refused file
     */
    public ImportJob give(String kindName, @Nullable String file, InputStream body, CommandContext context) {
        ImportKind kind = kinds.get(kindName);
        kinds.require(context.actor(), kind);
        BoundedBody bounded = new BoundedBody(body, bounds.maxFile().toBytes());
        try {
            return give(kind, file, bounded, context);
        } catch (Refusal refusal) {
            drain(bounded);
            throw refusal;
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal(
                    "upload-interrupted", 400, "The file did not arrive completely", "Give the file once more.");
        }
    }

    private ImportJob give(ImportKind kind, @Nullable String file, BoundedBody body, CommandContext context)
            throws IOException {
        String id = context.newId("import");
        ImportJob known = imports.find(id).orElse(null);
        if (known != null && known.complete()) {
            return repeated(known, body);
        }
        ImportJob begun = ImportJob.begun(id, kind.name(), file, context.actor(), context.at(), known);
        if (known == null ? !imports.add(begun) : !imports.replace(known, begun)) {
            throw overtaken();
        }
        Blocks blocks = new Blocks(begun);
        try {
            RowSource source = kind.open(body, bounds);
            for (Row row = source.next(); row != null; row = source.next()) {
                blocks.add(row);
            }
            blocks.flush();
            refuseEmpty(blocks.rows);
            ImportJob read = begun.read(
                    body.digestOfRest(), source.columns(), kind.propose(source.columns()), blocks.rows, blocks.written);
            return check(kind, begun, read, context);
        } catch (Refusal | UncheckedIOException e) {
            if (imports.remove(begun, blocks.written)) {
                throw e;
            }
            throw overtaken();
        }
    }

    private static Refusal overtaken() {
        return Refusal.conflict(
                "upload-overtaken",
                "Another upload with this Idempotency-Key began meanwhile; wait for its answer, or take a new key.");
    }

    private static ImportJob repeated(ImportJob known, BoundedBody body) throws IOException {
        if (!known.digest().equals(body.digestOfRest())) {
            throw new Refusal(
                    "idempotency-key-reused",
                    422,
                    "This Idempotency-Key was used for another file",
                    "Send the file again with a new Idempotency-Key.");
        }
        return known;
    }

    /**
     * Understands the file otherwise and judges every row anew.
     *
     * @throws Refusal 409 when it was applied already, 412, 422 for a mapping that is no use
     */
    public ImportJob map(String id, ObjectNode mapping, CommandContext context) {
        ImportJob job = kinds.visible(imports.find(id), id, context.actor());
        ImportKind kind = kinds.get(job.kind());
        kinds.refuseStale(job, context);
        if (!job.complete() || job.status() == ImportJob.Status.APPLYING || job.status() == ImportJob.Status.APPLIED) {
            throw Refusal.conflict(
                    "import-applied", "This import is " + job.status() + "; give the file again to map it otherwise.");
        }
        kind.session(mapping, job.columns(), context.actor());
        ImportJob mapped = job.mapped(mapping, context.actor());
        if (!imports.replace(job, mapped)) {
            throw kinds.changedMeanwhile(job);
        }
        return check(kind, mapped, mapped, context);
    }

    private ImportJob check(ImportKind kind, ImportJob stored, ImportJob job, CommandContext context) {
        ImportSession session = session(kind, job, context.actor());
        Tally tally = new Tally();
        for (int n = 0; n < job.blocks(); n++) {
            List<Block.Entry> judged = new ArrayList<>();
            for (Block.Entry entry : imports.block(job.id(), n).rows()) {
                Block.Entry after = entry.with(Judging.check(session, entry.row(), context), false);
                tally.add(after);
                judged.add(after);
            }
            imports.write(job, n, new Block(judged));
        }
        ImportJob checked = job.checked(tally.counts(), tally.amounts());
        if (!imports.replace(stored, checked)) {
            throw kinds.changedMeanwhile(job);
        }
        return checked;
    }

    /** A session that knows the whole file. */
    ImportSession session(ImportKind kind, ImportJob job, Actor actor) {
        ImportSession session = kind.session(job.mappingTree(), job.columns(), actor);
        for (int n = 0; n < job.blocks(); n++) {
            for (Block.Entry entry : imports.block(job.id(), n).rows()) {
                Row row = entry.row();
                if (row.unreadable() == null) {
                    session.survey(row);
                }
            }
        }
        return session;
    }

    private static void refuseEmpty(int rows) {
        if (rows == 0) {
            throw Refusal.invalid("file-empty", "The file holds no rows; export it again.");
        }
    }

    private static void drain(BoundedBody body) {
        try {
            body.drain();
        } catch (IOException | RuntimeException e) {
            // The sender has gone: nobody is left to answer.
        }
    }

    /** Collects rows and stores them in blocks. */
    private final class Blocks {

        private final ImportJob job;
        private final List<Block.Entry> waiting = new ArrayList<>();
        private int characters;
        private int written;
        private int rows;

        Blocks(ImportJob job) {
            this.job = job;
        }

        void add(Row row) {
            if (++rows > bounds.maxRows()) {
                throw new Refusal(
                        "file-too-long",
                        413,
                        "The file has too many rows",
                        "A file has at most " + bounds.maxRows()
                                + " rows; split it and import the parts one after the other.");
            }
            Block.Entry entry = Block.Entry.unjudged(row);
            waiting.add(entry);
            characters += entry.content().length();
            if (waiting.size() >= Block.ROWS || characters > Block.FULL) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                if (!imports.add(job, written++, new Block(waiting))) {
                    throw overtaken();
                }
                waiting.clear();
                characters = 0;
            }
        }
    }
}
