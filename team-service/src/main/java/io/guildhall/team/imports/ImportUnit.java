package io.guildhall.team.imports;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.imports.Problem;
import io.guildhall.platform.imports.RowResult;
import io.guildhall.platform.imports.Verdict;
import io.guildhall.team.organization.AppointPerson;
import io.guildhall.team.organization.FoundUnit;
import io.guildhall.team.organization.Unit;
import io.guildhall.team.organization.UnitKind;
import io.guildhall.team.organization.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a unit of a catalog's group, or revises it, and gives its people their roles. */
@Component
class ImportUnit {

    private static final int LONGEST_DESCRIPTION = 2000;

    private final Units units;
    private final FoundUnit found;
    private final AppointPerson appoint;
    private final Staffing staffing;
    private final Clock clock;

    ImportUnit(Units units, FoundUnit found, AppointPerson appoint, Staffing staffing, Clock clock) {
        this.units = units;
        this.found = found;
        this.appoint = appoint;
        this.staffing = staffing;
        this.clock = clock;
    }

    RowResult take(
            CatalogEntity group, CatalogFile file, CatalogMapping mapping, boolean apply, CommandContext context) {
        UnitKind kind = kind(group);
        String id = kind == UnitKind.PRODUCT ? Access.ROOT : mapping.unitId(group.name());
        Unit known = units.find(id).map(Stored::state).orElse(null);
        List<Problem> problems = new ArrayList<>();
        if (kind != UnitKind.PRODUCT
                && file.productLine() == null
                && units.find(Access.ROOT).isEmpty()) {
            return RowResult.refused(
                    group.name(),
                    "There is no product that it could belong to.",
                    "Add a group of the type 'product' to the file, or found the product first.");
        }
        Unit.Description said = kind == UnitKind.PRODUCT
                ? product(group, known, problems)
                : described(group, kind, file, mapping, known, problems);
        List<AppointPerson.Staffing> missing =
                staffing.missing(group, kind, file, mapping, known, LocalDate.now(clock), context.actor(), problems);
        boolean revised = known != null && !known.revise(said).events().isEmpty();
        if (known == null) {
            Unit.found(kind, said, group.name());
        } else if (known.archived()) {
            problems.add(new Problem(
                    known.name() + " is archived here.", "Take it out of the catalog, or bring it back here."));
        }
        Verdict verdict =
                known == null ? Verdict.CREATE : revised || !missing.isEmpty() ? Verdict.UPDATE : Verdict.UNCHANGED;
        if (apply && verdict != Verdict.UNCHANGED) {
            if (known == null || revised) {
                found.foundOrRevise(id, kind, said, group.name(), context);
            }
            if (!missing.isEmpty()) {
                appoint.staff(id, missing, context);
            }
        }
        return RowResult.of(group.name(), verdict, problems);
    }

    private static UnitKind kind(CatalogEntity group) {
        return switch (group.type()) {
            case "product" -> UnitKind.PRODUCT;
            case "area" -> UnitKind.AREA;
            default -> UnitKind.TEAM;
        };
    }

    private static Unit.Description product(CatalogEntity group, @Nullable Unit known, List<Problem> problems) {
        if (known == null) {
            return new Unit.Description(group.title(), description(group, problems), null, null);
        }
        if (!known.name().equals(group.title())) {
            problems.add(new Problem(
                    "The product is called " + Problem.quoted(known.name()) + " here and "
                            + Problem.quoted(group.title()) + " in the file.",
                    "Its name stays; rename the product here if the file is right."));
        }
        return new Unit.Description(known.name(), known.description(), known.parent(), known.scrumOfScrums());
    }

    private Unit.Description described(
            CatalogEntity group,
            UnitKind kind,
            CatalogFile file,
            CatalogMapping mapping,
            @Nullable Unit known,
            List<Problem> problems) {
        String parent = parent(group, file, mapping, problems);
        if (known != null && known.parent() != null && parent.equals(Access.ROOT)) {
            // The file knows no areas above it: where people have put it here, it stays.
            parent = known.parent();
        }
        String scrumOfScrums = known != null && known.scrumOfScrums() != null
                ? known.scrumOfScrums()
                : kind == UnitKind.TEAM ? mapping.scrumOfScrums() : null;
        String description = description(group, problems);
        if (description == null && known != null) {
            description = known.description();
        }
        return new Unit.Description(group.title(), description, parent, scrumOfScrums);
    }

    private String parent(CatalogEntity group, CatalogFile file, CatalogMapping mapping, List<Problem> problems) {
        String parent = group.parent();
        if (parent == null) {
            return Access.ROOT;
        }
        CatalogFile.Group above = file.group(parent);
        String type = above == null ? "" : above.type();
        String id = mapping.unitId(parent);
        boolean areaHere = units.find(id)
                .filter(found -> found.state().kind() == UnitKind.AREA)
                .isPresent();
        if (type.equals("area") || (above == null && areaHere)) {
            return id;
        }
        if (!type.equals("product")) {
            problems.add(new Problem(
                    above == null
                            ? "Its parent " + Problem.quoted(parent) + " is not in the file."
                            : "Its parent " + Problem.quoted(parent) + " is neither the product nor an area.",
                    "It is put right below the product; move it here, or mend 'parent' and import again."));
        }
        return Access.ROOT;
    }

    private static @Nullable String description(CatalogEntity group, List<Problem> problems) {
        String description = group.description();
        if (description == null || description.length() <= LONGEST_DESCRIPTION) {
            return description;
        }
        problems.add(new Problem(
                "The description has " + description.length() + " characters.",
                "Its first " + LONGEST_DESCRIPTION + " are taken; shorten it."));
        return description.substring(0, LONGEST_DESCRIPTION);
    }
}
