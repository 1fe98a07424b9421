package io.guildhall.team.imports;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.imports.Problem;
import io.guildhall.team.organization.AppointPerson;
import io.guildhall.team.organization.Assignment;
import io.guildhall.team.organization.People;
import io.guildhall.team.organization.Role;
import io.guildhall.team.organization.Unit;
import io.guildhall.team.organization.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who gets which role by a catalog. Nobody loses one: whom the catalog no longer names is for people to decide. */
@Component
class Staffing {

    /** Roles that one person holds; a catalog does not push aside whoever does. */
    private static final Set<Role> HELD_ONCE =
            EnumSet.of(Role.CHIEF_PRODUCT_OWNER, Role.AREA_PRODUCT_OWNER, Role.PRODUCT_OWNER, Role.SCRUM_MASTER);

    private final People people;
    private final Access access;

    Staffing(People people, Access access) {
        this.people = people;
        this.access = access;
    }

    /** The roles that the catalog gives and that are not held yet. */
    List<AppointPerson.Staffing> missing(
            CatalogEntity group,
            UnitKind kind,
            CatalogFile file,
            CatalogMapping mapping,
            @Nullable Unit known,
            LocalDate today,
            Actor actor,
            List<Problem> problems) {
        Casting casting = new Casting(kind, file, mapping, known, today, problems);
        for (Map.Entry<String, String> annotation : new TreeMap<>(group.annotations()).entrySet()) {
            Role role = mapping.roles().get(annotation.getKey());
            if (role != null) {
                casting.annotated(annotation.getKey(), role, CatalogEntity.names(annotation.getValue()));
            } else if (mapping.overlooks(annotation.getKey())) {
                problems.add(new Problem(
                        "The mapping knows no role for " + Problem.quoted(annotation.getKey()) + ".",
                        "Add it to the mapping, or take it out of the catalog."));
            }
        }
        if (kind == UnitKind.TEAM) {
            casting.members(file.members(group));
        }
        if (kind == UnitKind.PRODUCT
                && !casting.missing.isEmpty()
                && !access.may(actor, "AppointPerson", List.of(Access.ROOT))) {
            problems.add(new Problem(
                    "The roles of the whole product are not yours to give: " + casting.missing.size()
                            + " are left out.",
                    "Ask the Chief Product Owner or an administrator to import the file once more."));
            return List.of();
        }
        return casting.missing;
    }

    /** Collects the roles of one unit. */
    private final class Casting {

        private final UnitKind kind;
        private final CatalogFile file;
        private final CatalogMapping mapping;
        private final @Nullable Unit known;
        private final LocalDate today;
        private final List<Problem> problems;
        private final List<AppointPerson.Staffing> missing = new ArrayList<>();
        private final Set<String> cast = new HashSet<>();

        Casting(
                UnitKind kind,
                CatalogFile file,
                CatalogMapping mapping,
                @Nullable Unit known,
                LocalDate today,
                List<Problem> problems) {
            this.kind = kind;
            this.file = file;
            this.mapping = mapping;
            this.known = known;
            this.today = today;
            this.problems = problems;
        }

        void annotated(String annotation, Role role, List<String> names) {
            if (role.heldOn() != kind) {
                problems.add(new Problem(
                        Problem.quoted(annotation) + " gives a role that is not held on a " + kind + ".",
                        "It is left out; annotate the right group, or change the mapping."));
                return;
            }
            names.forEach(name -> give(name, role));
        }

        void members(Set<String> names) {
            names.stream().filter(name -> !cast.contains(name)).forEach(name -> give(name, Role.DEVELOPER));
        }

        private void give(String name, Role role) {
            String person = mapping.personId(name);
            cast.add(name);
            if (!file.hasUser(name) && people.find(person).isEmpty()) {
                problems.add(new Problem(
                        Problem.quoted(name) + " is to be " + role + " and is no user of the catalog.",
                        "Add the user to the catalog and import again."));
                return;
            }
            List<Assignment> held = known == null ? List.of() : known.holding(role, today);
            if (held.stream().anyMatch(one -> one.person().equals(person))) {
                return;
            }
            boolean taken = !held.isEmpty() || missing.stream().anyMatch(other -> other.role() == role);
            if (taken && HELD_ONCE.contains(role)) {
                problems.add(new Problem(
                        Problem.quoted(name) + " is to be " + role + ", which somebody else is already.",
                        "The role stays where it is; end it here and import again if the catalog is right."));
                return;
            }
            missing.add(new AppointPerson.Staffing(person, role));
        }
    }
}
