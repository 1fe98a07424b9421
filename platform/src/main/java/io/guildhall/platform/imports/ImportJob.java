package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that was given, how it is understood, and how far it is.
 *
 * @param version changes with every decision of a person, not with progress
 * @param digest of the file, to tell a repetition from another file under the same key
 * @param complete whether all its rows were read
 * @param failure what to do about it when it has FAILED
 * @param mapping as JSON text: its names have no meaning to the store
 * @param blocks how many blocks its rows are stored in
 * @param done rows that were applied, or have nothing to apply
 * @param amounts what its rows bring beside themselves, summed up
 * @param worker who applies it right now
 * @param epoch how often it was taken over, by an upload or a worker; an earlier one's late writes change nothing
 * @param heard when its worker was heard of last
 */
public record ImportJob(
        String id,
        long version,
        String kind,
        @Nullable String file,
        String digest,
        Actor by,
        Instant at,
        Status status,
        boolean complete,
        @Nullable String failure,
        List<String> columns,
        String mapping,
        int rows,
        int blocks,
        int done,
        Counts counts,
        Map<String, Integer> amounts,
        @Nullable String worker,
        long epoch,
        Instant heard) {

    /** CHECKED is the dry run; nothing of the file was taken before somebody applies it. */
    public enum Status {
        CHECKED,
        APPLYING,
        APPLIED,
        FAILED
    }

    static final String INTERRUPTED = "Reading it was interrupted before anything was taken; give the file again.";
    static final String RECHECK_INTERRUPTED =
            "Checking it was interrupted before anything was taken; save the mapping again.";

    /**
     * One that counts as interrupted until it {@link #checked was read and checked}.
     *
     * @param former an interrupted one under the same key, or one that is being read right now: it comes to nothing
     */
    static ImportJob begun(
            String id, String kind, @Nullable String file, Actor by, Instant at, @Nullable ImportJob former) {
        return new ImportJob(
                id,
                1,
                kind,
                file,
                "",
                by,
                at,
                Status.FAILED,
                false,
                INTERRUPTED,
                List.of(),
                "{}",
                0,
                0,
                0,
                Counts.NONE,
                Map.of(),
                null,
                former == null ? 0 : former.epoch + 1,
                at);
    }

    ImportJob read(String fileDigest, List<String> names, ObjectNode proposed, int allRows, int allBlocks) {
        return new ImportJob(
                id,
                version,
                kind,
                file,
                fileDigest,
                by,
                at,
                status,
                true,
                failure,
                names,
                proposed.toString(),
                allRows,
                allBlocks,
                0,
                Counts.NONE,
                Map.of(),
                null,
                epoch,
                heard);
    }

    /** Understood anew; it counts as interrupted until it was {@link #checked}. */
    ImportJob mapped(ObjectNode changed, Actor changedBy) {
        return new ImportJob(
                id,
                version + 1,
                kind,
                file,
                digest,
                changedBy,
                at,
                Status.FAILED,
                complete,
                RECHECK_INTERRUPTED,
                columns,
                changed.toString(),
                rows,
                blocks,
                0,
                Counts.NONE,
                Map.of(),
                null,
                epoch + 1,
                heard);
    }

    ImportJob checked(Counts counted, Map<String, Integer> summed) {
        return new ImportJob(
                id,
                version,
                kind,
                file,
                digest,
                by,
                at,
                Status.CHECKED,
                complete,
                null,
                columns,
                mapping,
                rows,
                blocks,
                0,
                counted,
                summed,
                null,
                epoch,
                heard);
    }

    /** To be applied in the name of whoever says so, by the next worker who takes it. */
    ImportJob applying(Actor decidedBy) {
        return new ImportJob(
                id,
                version + 1,
                kind,
                file,
                digest,
                decidedBy,
                at,
                Status.APPLYING,
                complete,
                null,
                columns,
                mapping,
                rows,
                blocks,
                done,
                counts,
                amounts,
                null,
                epoch,
                Instant.EPOCH);
    }

    ImportJob takenBy(String name, Instant now) {
        return new ImportJob(
                id, version, kind, file, digest, by, at, status, complete, failure, columns, mapping, rows, blocks,
                done, counts, amounts, name, epoch + 1, now);
    }

    ImportJob progressed(int nowDone, Counts counted, Map<String, Integer> summed, Instant now) {
        return new ImportJob(
                id, version, kind, file, digest, by, at, status, complete, failure, columns, mapping, rows, blocks,
                nowDone, counted, summed, worker, epoch, now);
    }

    /** Left to whoever comes next. */
    ImportJob released() {
        return new ImportJob(
                id,
                version,
                kind,
                file,
                digest,
                by,
                at,
                status,
                complete,
                failure,
                columns,
                mapping,
                rows,
                blocks,
                done,
                counts,
                amounts,
                null,
                epoch,
                Instant.EPOCH);
    }

    ImportJob ended(Status how, @Nullable String why) {
        return new ImportJob(
                id,
                version + 1,
                kind,
                file,
                digest,
                by,
                at,
                how,
                complete,
                why,
                columns,
                mapping,
                rows,
                blocks,
                done,
                counts,
                amounts,
                null,
                epoch,
                heard);
    }

    public ObjectNode mappingTree() {
        return (ObjectNode) StateMapper.json().readTree(mapping);
    }
}
