package io.guildhall.team.imports;

import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.imports.ImportSession;
import io.guildhall.platform.imports.Problem;
import io.guildhall.platform.imports.Row;
import io.guildhall.platform.imports.RowResult;
import org.jspecify.annotations.Nullable;

/** One pass over a catalog: people first, then the product, the areas from above, the teams. */
final class CatalogSession implements ImportSession {

    private static final int AREAS = 2;
    private static final int TEAMS = AREAS + CatalogFile.DEEPEST_AREA;

    private final CatalogMapping mapping;
    private final ImportPerson person;
    private final ImportUnit unit;
    private final CatalogFile file = new CatalogFile();

    CatalogSession(CatalogMapping mapping, ImportPerson person, ImportUnit unit) {
        this.mapping = mapping;
        this.person = person;
        this.unit = unit;
    }

    @Override
    public void survey(Row row) {
        file.add(CatalogEntity.read(row));
    }

    @Override
    public String key(Row row) {
        return CatalogEntity.read(row).name();
    }

    @Override
    public int phases() {
        return TEAMS + 1;
    }

    @Override
    public int phase(Row row) {
        CatalogEntity entity = CatalogEntity.read(row);
        return switch (entity.isGroup() ? entity.type() : "") {
            case "product" -> 1;
            case "area" -> AREAS + Math.min(file.areasAbove(entity.parent()), CatalogFile.DEEPEST_AREA - 1);
            case "team" -> TEAMS;
            default -> 0;
        };
    }

    @Override
    public RowResult check(Row row, CommandContext context) {
        return take(CatalogEntity.read(row), false, context);
    }

    @Override
    public RowResult apply(Row row, CommandContext context) {
        return take(CatalogEntity.read(row), true, context);
    }

    private RowResult take(CatalogEntity entity, boolean apply, CommandContext context) {
        if (entity.kind().isEmpty()) {
            return RowResult.refused(
                    entity.name(), "The document has no 'kind'.", "Give it the kind Group or User, or take it out.");
        }
        if (!entity.isUser() && !entity.isGroup()) {
            return RowResult.skipped(
                    entity.name(),
                    "Guildhall has no place for the kind " + Problem.quoted(entity.kind()) + ".",
                    "Nothing to do: only groups and users are taken.");
        }
        if (!entity.isNamed()) {
            return RowResult.refused(
                    entity.name(),
                    "The entity has no 'metadata.name' that can be one.",
                    "Name it in up to 63 letters, digits, '-', '_' and '.', and import again.");
        }
        int first = file.firstLine(entity);
        if (first != entity.line()) {
            return RowResult.refused(
                    entity.name(),
                    "There is such a " + entity.kind() + " on line " + first + " already.",
                    "Name each only once, and import again.");
        }
        return entity.isUser() ? person.take(entity, file, mapping, apply, context) : takeGroup(entity, apply, context);
    }

    private RowResult takeGroup(CatalogEntity group, boolean apply, CommandContext context) {
        RowResult leftOut = leftOut(group);
        return leftOut != null ? leftOut : unit.take(group, file, mapping, apply, context);
    }

    private @Nullable RowResult leftOut(CatalogEntity group) {
        return switch (group.type()) {
            case "community" ->
                RowResult.skipped(
                        group.name(),
                        "Communities are no part of the organization.",
                        "Nothing to do here: import the same file as communities.");
            case "product" ->
                Integer.valueOf(group.line()).equals(file.productLine())
                        ? null
                        : RowResult.refused(
                                group.name(),
                                "The product stands on line " + file.productLine() + "; there is one.",
                                "Make this group an 'area' or a 'team', and import again.");
            case "area" ->
                file.areasAbove(group.parent()) < CatalogFile.DEEPEST_AREA
                        ? null
                        : RowResult.refused(
                                group.name(),
                                "Areas stand in a circle above it, or more than " + CatalogFile.DEEPEST_AREA + " deep.",
                                "Mend 'parent', and import again.");
            case "team" -> null;
            default ->
                RowResult.refused(
                        group.name(),
                        "The type " + Problem.quoted(group.type()) + " means nothing here.",
                        "Give the group the type product, area, team or community, and import again.");
        };
    }
}
