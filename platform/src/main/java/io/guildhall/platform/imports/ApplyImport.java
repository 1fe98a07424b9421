package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;

/** A person who has seen what it would come to has the import carried out. */
public final class ApplyImport {

    private final Imports imports;
    private final ImportKinds kinds;
    private final ImportWorker worker;

    ApplyImport(Imports imports, ImportKinds kinds, ImportWorker worker) {
        this.imports = imports;
        this.kinds = kinds;
        this.worker = worker;
    }

    /**
     * Has it carried out in the background; asking again for what is under way or done changes nothing.
     *
     * @throws Refusal 409 when it was not checked, 412
     */
    public ImportJob apply(String id, CommandContext context) {
        ImportJob job = kinds.visible(imports.find(id), id, context.actor());
        if (job.status() == ImportJob.Status.APPLYING || job.status() == ImportJob.Status.APPLIED) {
            return job;
        }
        kinds.refuseStale(job, context);
        if (job.status() != ImportJob.Status.CHECKED) {
            throw Refusal.conflict("import-unchecked", String.valueOf(job.failure()));
        }
        ImportJob applying = job.applying(context.actor());
        if (!imports.replace(job, applying)) {
            throw kinds.changedMeanwhile(job);
        }
        worker.wake();
        return applying;
    }
}
