package io.guildhall.platform.imports;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The kinds of files this service takes in, and who may see and give them. */
final class ImportKinds {

    private final Map<String, ImportKind> kinds = new TreeMap<>();
    private final Access access;

    ImportKinds(List<ImportKind> kinds, Access access) {
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
        this.access = access;
    }

    ImportKind get(String name) {
        ImportKind kind = kinds.get(name);
        if (kind == null) {
            throw Refusal.invalid(
                    "unknown-import",
                    "There is no import " + Problem.quoted(name) + " here, only " + kinds.keySet() + ".");
        }
        return kind;
    }

    /** A role held anywhere is enough: a file concerns the whole organization, of which everybody sees a part. */
    boolean may(Actor actor, ImportKind kind) {
        return access.may(actor, kind.useCase(), access.everywhere(actor));
    }

    void require(Actor actor, ImportKind kind) {
        access.require(actor, kind.useCase(), access.everywhere(actor));
    }

    void requireAny(Actor actor) {
        if (kinds.values().stream().noneMatch(kind -> may(actor, kind))) {
            kinds.values().forEach(kind -> require(actor, kind));
        }
    }

    /** The import, answered like one that does not exist to those who may not import. */
    ImportJob visible(Optional<ImportJob> job, String id, Actor actor) {
        return job.filter(found -> kinds.containsKey(found.kind()) && may(actor, get(found.kind())))
                .orElseThrow(() -> Refusal.notFound("import", id));
    }

    void refuseStale(ImportJob job, CommandContext context) {
        Long expected = context.expectedVersion();
        if (expected != null && expected != job.version()) {
            throw changedMeanwhile(job);
        }
    }

    Refusal changedMeanwhile(ImportJob job) {
        return new Refusal(
                        "changed-meanwhile",
                        412,
                        "Somebody else has changed this import meanwhile",
                        "Look at it again, then decide.")
                .with("version", job.version());
    }
}
