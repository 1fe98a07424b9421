package io.guildhall.team.organization.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.team.organization.Assignment;
import io.guildhall.team.organization.Finding;
import io.guildhall.team.organization.Findings;
import io.guildhall.team.organization.Role;
import io.guildhall.team.organization.RoleRules;
import io.guildhall.team.organization.Unit;
import io.guildhall.team.organization.UnitKind;
import io.guildhall.team.shown.Ref;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A unit as it is shown.
 *
 * @param members how many people hold a role here today
 * @param can the use cases that the reader may carry out on it now
 */
record UnitView(
        String id,
        long version,
        UnitKind kind,
        String name,
        @Nullable String description,
        @Nullable Ref parent,
        @Nullable Ref scrumOfScrums,
        List<AssignmentView> assignments,
        int members,
        List<Vacancy> vacancies,
        List<Finding> findings,
        Unit.@Nullable Calendar calendar,
        @Nullable String externalId,
        boolean archived,
        List<String> can) {

    record AssignmentView(
            String id,
            Ref person,
            Role role,
            LocalDate from,
            @Nullable LocalDate to,
            boolean active,
            @Nullable Integer share,
            @Nullable String responsibilities,
            @Nullable Ref coach) {}

    /** @param since the day after somebody last held it, null where nobody ever has */
    record Vacancy(Role role, @Nullable LocalDate since) {}

    /** Makes views for one reader. */
    @Component
    static class Views {

        private final Scopes scopes;
        private final Access access;
        private final RoleRules rules;
        private final Clock clock;

        Views(Scopes scopes, Access access, RoleRules rules, Clock clock) {
            this.scopes = scopes;
            this.access = access;
            this.rules = rules;
            this.clock = clock;
        }

        UnitView of(Stored<Unit> stored, Actor reader) {
            Unit unit = stored.state();
            LocalDate today = LocalDate.now(clock);
            return new UnitView(
                    stored.id(),
                    stored.version(),
                    unit.kind(),
                    unit.name(),
                    unit.description(),
                    ref(unit.parent()),
                    ref(unit.scrumOfScrums()),
                    unit.assignments().stream()
                            .map(held -> assignment(held, today))
                            .toList(),
                    unit.membersOn(today).size(),
                    unit.vacanciesOn(today).stream()
                            .map(role -> new Vacancy(
                                    role,
                                    unit.lastHeld(role)
                                            .map(day -> day.plusDays(1))
                                            .orElse(null)))
                            .toList(),
                    Findings.of(stored.id(), unit, rules, today),
                    unit.calendar(),
                    unit.externalId(),
                    unit.archived(),
                    Stream.of(
                                    "ReviseUnit",
                                    "AppointPerson",
                                    "AppointTeamMember",
                                    "FoundUnit",
                                    "WaiveFinding",
                                    "RaiseImpediment")
                            .filter(useCase -> access.may(reader, useCase, List.of(stored.id())))
                            .toList());
        }

        private AssignmentView assignment(Assignment held, LocalDate today) {
            return new AssignmentView(
                    held.id(),
                    Ref.person(held.person(), scopes),
                    held.role(),
                    held.from(),
                    held.to(),
                    held.activeOn(today),
                    held.share(),
                    held.responsibilities(),
                    held.coach() == null ? null : Ref.person(held.coach(), scopes));
        }

        private @Nullable Ref ref(@Nullable String unit) {
            return unit == null ? null : Ref.unit(unit, scopes);
        }
    }
}
