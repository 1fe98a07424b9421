package io.guildhall.team.organization;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of the organization that roles are held on: the product, a requirement area, a team or a Scrum of Scrums. One type
 * and not four, because they differ only in what stands above them and in the roles they take.
 */
public record Unit(
        UnitKind kind,
        String name,
        @Nullable String description,

        @About(
                "Id of the unit above in the line of product ownership, or, for a Scrum of Scrums, of the one it nests in")
        @Nullable
        String parent,

        @About("Id of the Scrum of Scrums a team takes part in") @Nullable
        String scrumOfScrums,

        List<Assignment> assignments,

        @About("The sprint calendar, on the product only") @Nullable
        Calendar calendar,

        @About("What the unit is called where it was imported from") @Nullable
        String externalId,

        boolean archived,
        Visibility visibility,
        @About("Ids of the units it concerns") List<String> scopes) {

    private static final int MOST_ASSIGNMENTS = 500;

    public Unit {
        assignments = List.copyOf(assignments);
        scopes = List.copyOf(scopes);
    }

    /** One calendar for all teams: the first day of sprint 1 and the length of every sprint, 7 to 42 days. */
    public record Calendar(LocalDate firstStart, int lengthDays) {

        public Calendar {
            if (lengthDays < 7 || lengthDays > 42) {
                throw Refusal.invalid("sprint-length", "A sprint takes 7 to 42 days.");
            }
        }
    }

    /** What is said of a unit when it is founded or revised. */
    public record Description(
            String name,
            @Nullable String description,
            @Nullable String parent,
            @Nullable String scrumOfScrums) {

        public Description {
            if (name.isBlank() || name.length() > 100) {
                throw Refusal.invalid("bad-name", "A name has 1 to 100 characters.");
            }
            if (description != null && description.length() > 2000) {
                throw Refusal.invalid("text-too-long", "'description' takes up to 2000 characters.");
            }
        }
    }

    public static Change<Unit> found(UnitKind kind, Description said, @Nullable String externalId) {
        if (kind == UnitKind.UNKNOWN) {
            throw Refusal.invalid("bad-kind", "A unit is a PRODUCT, an AREA, a TEAM or a SCRUM_OF_SCRUMS.");
        }
        Unit unit = new Unit(
                kind,
                said.name().strip(),
                said.description(),
                said.parent(),
                kind == UnitKind.TEAM ? said.scrumOfScrums() : null,
                List.of(),
                null,
                externalId,
                false,
                Visibility.ORGANIZATION,
                List.of());
        return Change.of(unit, new UnitFounded(kind, unit.name));
    }

    public Change<Unit> revise(Description said) {
        Unit revised = with(
                said.name().strip(),
                said.description(),
                said.parent(),
                kind == UnitKind.TEAM ? said.scrumOfScrums() : null,
                assignments,
                calendar,
                archived);
        return revised.equals(this) ? Change.none(this) : Change.of(revised, new UnitRevised(revised.name));
    }

    /** @throws Refusal 422 where the role is not held on such a unit, 409 where the person holds it in that time already */
    public Change<Unit> appoint(Assignment assignment) {
        if (assignment.role().heldOn() != kind) {
            throw Refusal.invalid(
                    "role-elsewhere",
                    assignment.role() + " is held on a " + assignment.role().heldOn()
                            + "; choose another role or unit.");
        }
        refuseTwice(assignment, assignments);
        List<Assignment> more = new ArrayList<>(assignments);
        if (more.size() >= MOST_ASSIGNMENTS) {
            more.remove(firstOver(assignment.from()));
        }
        more.add(assignment);
        return Change.of(
                with(name, description, parent, scrumOfScrums, more, calendar, archived),
                new PersonAppointed(assignment.person(), assignment.role(), assignment.from(), assignment.to()));
    }

    /** @param on the last day */
    public Change<Unit> end(String assignment, LocalDate on) {
        Assignment held = assignment(assignment);
        if (on.equals(held.to())) {
            return Change.none(this);
        }
        Assignment ended = held.endingOn(on);
        refuseTwice(
                ended, assignments.stream().filter(other -> !other.equals(held)).toList());
        List<Assignment> all = assignments.stream()
                .map(candidate -> candidate.id().equals(assignment) ? ended : candidate)
                .toList();
        return Change.of(
                with(name, description, parent, scrumOfScrums, all, calendar, archived),
                new AssignmentEnded(ended.person(), ended.role(), on));
    }

    public Change<Unit> schedule(Calendar newCalendar) {
        if (kind != UnitKind.PRODUCT) {
            throw Refusal.invalid("calendar-elsewhere", "The sprint calendar is set on the product, for all teams.");
        }
        return Objects.equals(calendar, newCalendar)
                ? Change.none(this)
                : Change.of(
                        with(name, description, parent, scrumOfScrums, assignments, newCalendar, archived),
                        new SprintCalendarSet(newCalendar.firstStart(), newCalendar.lengthDays()));
    }

    /** @throws Refusal 404 when there is none of this id */
    public Assignment assignment(String id) {
        return assignments.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("assignment", id));
    }

    public List<Assignment> activeOn(LocalDate day) {
        return assignments.stream()
                .filter(assignment -> assignment.activeOn(day))
                .toList();
    }

    public List<Assignment> holding(Role role, LocalDate day) {
        return activeOn(day).stream().filter(held -> held.role() == role).toList();
    }

    /** The people who hold any role here on that day. */
    public Set<String> membersOn(LocalDate day) {
        return activeOn(day).stream().map(Assignment::person).collect(Collectors.toSet());
    }

    /** Roles that should be held here and are not. */
    public List<Role> vacanciesOn(LocalDate day) {
        return Role.expectedOn(kind).stream()
                .filter(role -> holding(role, day).isEmpty())
                .toList();
    }

    /** The last day on which somebody held a role, empty where nobody ever has. */
    public Optional<LocalDate> lastHeld(Role role) {
        return assignments.stream()
                .filter(held -> held.role() == role)
                .map(Assignment::to)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
    }

    /** The log has it still: whom a unit remembers is no reason to refuse whom it needs. */
    private Assignment firstOver(LocalDate day) {
        return assignments.stream()
                .filter(held -> held.to() != null && held.to().isBefore(day))
                .min(Comparator.comparing(Assignment::to, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElseThrow(() -> Refusal.conflict(
                        "full", "A unit has at most " + MOST_ASSIGNMENTS + " assignments; end one, or found a unit."));
    }

    private static void refuseTwice(Assignment assignment, List<Assignment> others) {
        boolean holdsItAlready = others.stream()
                .anyMatch(held -> held.person().equals(assignment.person())
                        && held.role() == assignment.role()
                        && held.overlaps(assignment));
        if (holdsItAlready) {
            throw Refusal.conflict("holds-it-already", "This person holds this role here in that time already.");
        }
    }

    private Unit with(
            String newName,
            @Nullable String newDescription,
            @Nullable String newParent,
            @Nullable String newGroup,
            List<Assignment> newAssignments,
            @Nullable Calendar newCalendar,
            boolean newArchived) {
        return new Unit(
                kind,
                newName,
                newDescription,
                newParent,
                newGroup,
                newAssignments,
                newCalendar,
                externalId,
                newArchived,
                visibility,
                scopes);
    }
}
