package io.guildhall.team.organization;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a person a role on a unit, or ends it. */
@Component
public class AppointPerson {

    private final Units units;
    private final People people;
    private final Access access;
    private final Administrators administrators;
    private final Clock clock;

    AppointPerson(Units units, People people, Access access, Administrators administrators, Clock clock) {
        this.units = units;
        this.people = people;
        this.access = access;
        this.administrators = administrators;
        this.clock = clock;
    }

    /** @param from null for today */
    public record Command(
            String person,
            Role role,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer share,
            @Nullable String responsibilities,
            @Nullable String coach) {}

    /** Who is to hold which role, as an import says it. */
    public record Staffing(String person, Role role) {}

    public Stored<Unit> appoint(String unit, Command command, CommandContext context) {
        units.get(unit);
        access.require(context.actor(), useCase(command.role()), unit);
        requirePerson(command.person());
        if (command.coach() != null) {
            requirePerson(command.coach());
        }
        String id = context.newId("assignment");
        return units.change(
                unit,
                context,
                present -> present.appoint(new Assignment(
                        id,
                        command.person(),
                        command.role(),
                        command.from() == null ? LocalDate.now(clock) : command.from(),
                        command.to(),
                        command.share(),
                        command.responsibilities(),
                        command.coach())));
    }

    public Stored<Unit> end(String unit, String assignment, @Nullable LocalDate on, CommandContext context) {
        Role role = units.get(unit).state().assignment(assignment).role();
        access.require(context.actor(), useCase(role), unit);
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        return units.change(unit, context, present -> {
            if (role == Role.ADMINISTRATOR) {
                administrators.requireOne(present, held -> !held.id().equals(assignment));
            }
            return present.end(assignment, day);
        });
    }

    /**
     * Makes sure that these people hold these roles from today on; those who do already are left alone, and nobody loses
     * one. It asks for no permission: who calls it has asked for the whole.
     */
    public Stored<Unit> staff(String unit, List<Staffing> wanted, CommandContext context) {
        LocalDate today = LocalDate.now(clock);
        return units.change(unit, context, present -> {
            Unit staffed = present;
            List<DomainEvent> events = new ArrayList<>();
            for (Staffing one : wanted) {
                boolean held = staffed.holding(one.role(), today).stream()
                        .anyMatch(assignment -> assignment.person().equals(one.person()));
                if (!held) {
                    Change<Unit> change = staffed.appoint(new Assignment(
                            CommandContext.derivedId(
                                    "assignment", unit, one.person(), one.role().name(), today.toString()),
                            one.person(),
                            one.role(),
                            today,
                            null,
                            null,
                            null,
                            null));
                    staffed = change.state();
                    events.addAll(change.events());
                }
            }
            return new Change<>(staffed, events);
        });
    }

    /** A team names its own developers; who keeps the installation is for those who keep it. */
    private static String useCase(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> "AppointAdministrator";
            case DEVELOPER, TECH_LEAD -> "AppointTeamMember";
            default -> "AppointPerson";
        };
    }

    private void requirePerson(String person) {
        if (!people.find(person).map(found -> found.state().active()).orElse(false)) {
            throw Refusal.invalid("unknown-person", "There is no active person '" + person + "'; register them first.");
        }
    }
}
