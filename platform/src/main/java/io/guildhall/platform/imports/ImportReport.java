package io.guildhall.platform.imports;

import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What can be read about imports. */
public final class ImportReport {

    private static final TypeReference<Map<String, @Nullable Object>> MAPPING = new TypeReference<>() {};

    private final Imports imports;
    private final ImportKinds kinds;
    private final Scopes scopes;

    ImportReport(Imports imports, ImportKinds kinds, Scopes scopes) {
        this.imports = imports;
        this.kinds = kinds;
        this.scopes = scopes;
    }

    /** Newest first. */
    public Page<ImportView> page(Actor actor, @Nullable String cursor, int limit) {
        kinds.requireAny(actor);
        return imports.page(cursor, limit).map(job -> view(job));
    }

    public ImportJob get(String id, Actor actor) {
        return kinds.visible(imports.find(id), id, actor);
    }

    public ImportView view(ImportJob job) {
        boolean open =
                job.complete() && (job.status() == ImportJob.Status.CHECKED || job.status() == ImportJob.Status.FAILED);
        List<String> can = new ArrayList<>();
        if (open) {
            can.add("MapImport");
        }
        if (job.status() == ImportJob.Status.CHECKED) {
            can.add("ApplyImport");
        }
        return new ImportView(
                job.id(),
                job.version(),
                job.kind(),
                job.file() == null ? job.kind() : job.file(),
                scopes.nameOf(job.by().id()),
                job.at(),
                job.status(),
                job.failure(),
                job.columns(),
                StateMapper.json().readValue(job.mapping(), MAPPING),
                job.rows(),
                job.done(),
                job.counts(),
                job.amounts(),
                can);
    }

    /**
     * A page of the report, in the order of the file.
     *
     * @param verdict null for all
     * @param findings only rows that somebody should look at: refused ones, and those that are taken all the same
     */
    public Page<ImportView.RowView> rows(
            ImportJob job, @Nullable Verdict verdict, boolean findings, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > Query.MOST) {
            throw Refusal.invalid("limit-out-of-bounds", "A page has 1 to " + Query.MOST + " items; ask for fewer.");
        }
        int[] at = position(cursor);
        List<ImportView.RowView> found = new ArrayList<>();
        for (int n = at[0]; n < job.blocks(); n++) {
            List<Block.Entry> rows = imports.block(job.id(), n).rows();
            for (int i = n == at[0] ? at[1] : 0; i < rows.size(); i++) {
                Block.Entry row = rows.get(i);
                if ((verdict == null || row.verdict() == verdict)
                        && (!findings || row.isFinding() || row.verdict() == Verdict.REFUSED)) {
                    if (found.size() == limit) {
                        return new Page<>(found, n + "." + i);
                    }
                    found.add(new ImportView.RowView(
                            row.line(), row.key(), row.verdict(), row.problems(), row.understood()));
                }
            }
        }
        return new Page<>(found, null);
    }

    private static int[] position(@Nullable String cursor) {
        if (cursor == null) {
            return new int[] {0, 0};
        }
        if (!cursor.matches("[0-9]{1,6}\\.[0-9]{1,6}")) {
            throw new Refusal(
                    "bad-cursor",
                    400,
                    "This cursor leads nowhere",
                    "Take 'next' of the page before as it is, or start anew.");
        }
        int dot = cursor.indexOf('.');
        return new int[] {Integer.parseInt(cursor.substring(0, dot)), Integer.parseInt(cursor.substring(dot + 1))};
    }
}
