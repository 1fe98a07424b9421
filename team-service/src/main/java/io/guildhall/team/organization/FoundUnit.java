package io.guildhall.team.organization;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Founds a unit, or says anew what it is called and where it belongs. */
@Component
public class FoundUnit {

    private final Units units;
    private final Access access;

    FoundUnit(Units units, Access access) {
        this.units = units;
        this.access = access;
    }

    public Stored<Unit> found(UnitKind kind, Unit.Description said, CommandContext context) {
        requireFounder(said, context);
        String id = kind == UnitKind.PRODUCT ? Access.ROOT : context.newId("unit");
        requirePlace(id, kind, said);
        return units.add(id, context, Unit.found(kind, said, null));
    }

    public Stored<Unit> revise(String id, Unit.Description said, CommandContext context) {
        Unit unit = units.get(id).state();
        access.require(context.actor(), "ReviseUnit", id);
        if (!Objects.equals(unit.parent(), said.parent())) {
            requireFounder(said, context);
        }
        requirePlace(id, unit.kind(), said);
        return units.change(id, context, present -> present.revise(said));
    }

    /**
     * Founds a unit under an id that the caller derives, or revises it; a repetition records nothing. It asks for no
     * permission: who calls it has asked for the whole.
     */
    public Stored<Unit> foundOrRevise(
            String id, UnitKind kind, Unit.Description said, @Nullable String externalId, CommandContext context) {
        requirePlace(id, kind, said);
        Optional<Stored<Unit>> known = units.find(id);
        return known.isPresent()
                ? units.change(id, context, present -> present.revise(said))
                : units.add(id, context, Unit.found(kind, said, externalId));
    }

    /** Who moves a unit somewhere may found one there. */
    private void requireFounder(Unit.Description said, CommandContext context) {
        access.require(context.actor(), "FoundUnit", said.parent() == null ? Access.ROOT : said.parent());
    }

    private void requirePlace(String id, UnitKind kind, Unit.Description said) {
        switch (kind) {
            case PRODUCT -> requireKind("parent", said.parent(), Set.of());
            case AREA -> requireKind("parent", said.parent(), Set.of(UnitKind.PRODUCT, UnitKind.AREA));
            case TEAM -> requireKind("parent", said.parent(), Set.of(UnitKind.PRODUCT, UnitKind.AREA));
            default -> requireKind("parent", said.parent(), Set.of(UnitKind.SCRUM_OF_SCRUMS));
        }
        requireKind("scrumOfScrums", said.scrumOfScrums(), Set.of(UnitKind.SCRUM_OF_SCRUMS));
        refuseCycle(id, said.parent());
    }

    private void requireKind(String field, @Nullable String above, Set<UnitKind> kinds) {
        if (above == null) {
            return;
        }
        UnitKind kind = units.find(above)
                .map(found -> found.state().kind())
                .orElseThrow(() -> Refusal.invalid(
                        "unknown-unit", "'" + field + "' names no unit; choose one from the organization."));
        if (!kinds.contains(kind)) {
            throw Refusal.invalid(
                    "wrong-place", "'" + field + "' cannot be a " + kind + " here; choose one of " + kinds + ".");
        }
    }

    private void refuseCycle(String id, @Nullable String parent) {
        Set<String> seen = new HashSet<>(Set.of(id));
        String above = parent;
        while (above != null) {
            if (!seen.add(above)) {
                throw Refusal.invalid("cycle", "A unit cannot stand below itself; choose another parent.");
            }
            above = units.find(above).map(found -> found.state().parent()).orElse(null);
        }
    }
}
