package io.guildhall.team.organization.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import io.guildhall.team.organization.AppointPerson;
import io.guildhall.team.organization.FoundUnit;
import io.guildhall.team.organization.Role;
import io.guildhall.team.organization.ScheduleSprints;
import io.guildhall.team.organization.Unit;
import io.guildhall.team.organization.UnitKind;
import io.guildhall.team.organization.Units;
import io.guildhall.team.shown.Ref;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who I am, and the organization: units, roles and the sprint calendar. */
@RestController
@RequestMapping("/api/team")
class OrganizationController implements ShowsCurrent {

    private static final int SPRINTS_AROUND = 6;

    private final Units units;
    private final FoundUnit found;
    private final AppointPerson appoint;
    private final ScheduleSprints schedule;
    private final UnitView.Views views;
    private final Scopes scopes;
    private final Access access;
    private final Clock clock;

    OrganizationController(
            Units units,
            FoundUnit found,
            AppointPerson appoint,
            ScheduleSprints schedule,
            UnitView.Views views,
            Scopes scopes,
            Access access,
            Clock clock) {
        this.units = units;
        this.found = found;
        this.appoint = appoint;
        this.schedule = schedule;
        this.views = views;
        this.scopes = scopes;
        this.access = access;
        this.clock = clock;
    }

    record UnitRef(String id, String name, String kind) {}

    record RoleHeld(String role, UnitRef unit) {}

    /** @param can the use cases that the reader may carry out on the product as a whole */
    record Me(@Nullable Ref person, List<RoleHeld> roles, boolean administrator, List<String> can) {}

    record Sprint(int number, LocalDate start, LocalDate end) {}

    /** @param product null before anybody has founded one */
    record Organization(
            @Nullable UnitView product,
            List<UnitView> units,
            Unit.@Nullable Calendar calendar,
            @Nullable Integer currentSprint,
            List<Sprint> sprints) {}

    record FoundRequest(
            UnitKind kind,
            String name,
            @Nullable String description,
            @Nullable String parent,
            @Nullable String scrumOfScrums) {}

    record ReviseRequest(
            String name,
            @Nullable String description,
            @Nullable String parent,
            @Nullable String scrumOfScrums) {}

    record AppointRequest(
            String person,
            Role role,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer share,
            @Nullable String responsibilities,
            @Nullable String coach) {}

    record EndRequest(@Nullable LocalDate on) {}

    record CalendarRequest(LocalDate firstStart, int lengthDays) {}

    @GetMapping("/me")
    Me me(Caller caller) {
        String person = caller.actor().person();
        List<RoleHeld> roles = person == null
                ? List.of()
                : access.rolesOf(person).stream()
                        .map(held -> new RoleHeld(
                                held.getValue(),
                                new UnitRef(
                                        held.getKey().id(),
                                        held.getKey().name(),
                                        held.getKey().kind())))
                        .toList();
        List<String> can = access.table().keySet().stream()
                .filter(useCase -> access.may(caller.actor(), useCase, List.of(Access.ROOT)))
                .toList();
        return new Me(
                person == null ? null : Ref.person(person, scopes),
                roles,
                caller.actor().administrator(),
                can);
    }

    @GetMapping("/organization")
    Organization organization(Caller caller) {
        List<UnitView> all =
                units.all().stream().map(unit -> views.of(unit, caller.actor())).toList();
        UnitView product = all.stream()
                .filter(unit -> unit.kind() == UnitKind.PRODUCT)
                .findFirst()
                .orElse(null);
        Unit.Calendar calendar = product == null ? null : product.calendar();
        Integer current = calendar == null ? null : sprintOn(calendar, LocalDate.now(clock));
        List<Sprint> sprints = calendar == null || current == null
                ? List.of()
                : IntStream.rangeClosed(Math.max(1, current - SPRINTS_AROUND), Math.max(1, current) + SPRINTS_AROUND)
                        .mapToObj(number -> sprint(calendar, number))
                        .toList();
        // Before the first sprint none is the current one; the coming ones are shown.
        return new Organization(product, all, calendar, current != null && current > 0 ? current : null, sprints);
    }

    @GetMapping("/units/{id}")
    ResponseEntity<UnitView> unit(@PathVariable String id, Caller caller) {
        return reply(units.get(id), caller);
    }

    @PostMapping("/units")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UnitView> found(@RequestBody FoundRequest body, Caller caller) {
        Stored<Unit> founded = found.found(
                required("kind", body.kind()),
                new Unit.Description(
                        required("name", body.name()), body.description(), body.parent(), body.scrumOfScrums()),
                caller.command());
        return Replies.created("/api/team/units/" + founded.id(), founded, views.of(founded, caller.actor()));
    }

    @IfMatch
    @PutMapping("/units/{id}")
    ResponseEntity<UnitView> reviseUnit(@PathVariable String id, @RequestBody ReviseRequest body, Caller caller) {
        return reply(
                found.revise(
                        id,
                        new Unit.Description(
                                required("name", body.name()), body.description(), body.parent(), body.scrumOfScrums()),
                        caller.command()),
                caller);
    }

    @PostMapping("/units/{id}/assignments")
    ResponseEntity<UnitView> appoint(@PathVariable String id, @RequestBody AppointRequest body, Caller caller) {
        return reply(
                appoint.appoint(
                        id,
                        new AppointPerson.Command(
                                required("person", body.person()),
                                required("role", body.role()),
                                body.from(),
                                body.to(),
                                body.share(),
                                body.responsibilities(),
                                body.coach()),
                        caller.command()),
                caller);
    }

    @PostMapping("/units/{id}/assignments/{assignment}/end")
    ResponseEntity<UnitView> end(
            @PathVariable String id, @PathVariable String assignment, @RequestBody EndRequest body, Caller caller) {
        return reply(appoint.end(id, assignment, body.on(), caller.command()), caller);
    }

    @PostMapping("/units/product/calendar")
    ResponseEntity<UnitView> schedule(@RequestBody CalendarRequest body, Caller caller) {
        return reply(
                schedule.schedule(
                        new Unit.Calendar(required("firstStart", body.firstStart()), body.lengthDays()),
                        caller.command()),
                caller);
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(units.get(id), caller.actor());
    }

    private ResponseEntity<UnitView> reply(Stored<Unit> stored, Caller caller) {
        return Replies.found(stored, views.of(stored, caller.actor()));
    }

    private static int sprintOn(Unit.Calendar calendar, LocalDate day) {
        long days = ChronoUnit.DAYS.between(calendar.firstStart(), day);
        return (int) Math.floorDiv(days, calendar.lengthDays()) + 1;
    }

    private static Sprint sprint(Unit.Calendar calendar, int number) {
        LocalDate start = calendar.firstStart().plusDays((long) (number - 1) * calendar.lengthDays());
        return new Sprint(number, start, start.plusDays(calendar.lengthDays() - 1L));
    }

    private static <T> T required(String field, @Nullable T value) {
        return Stream.ofNullable(value)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("field-missing", "'" + field + "' has to be there."));
    }
}
