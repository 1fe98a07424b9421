package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units and people as the tests and the contracts show them. */
public final class OrganizationExamples {

    static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private static final Person.Link LINK = new Person.Link("https://id.harbour.example", "sam");

    private OrganizationExamples() {}

    static Unit.Description called(String name) {
        return new Unit.Description(name, null, "product", null);
    }

    static Unit team() {
        return Unit.found(UnitKind.TEAM, called("Payments"), null).state();
    }

    static Assignment holds(String person, Role role) {
        return holds(person, role, null, null);
    }

    static Assignment holds(String person, Role role, @Nullable String responsibilities, @Nullable String coach) {
        return new Assignment(
                person + "-" + role, person, role, LocalDate.parse("2026-01-01"), null, null, responsibilities, coach);
    }

    static Unit with(Unit unit, Assignment... assignments) {
        Unit staffed = unit;
        for (Assignment assignment : assignments) {
            staffed = staffed.appoint(assignment).state();
        }
        return staffed;
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        Unit product = Unit.found(UnitKind.PRODUCT, new Unit.Description("Harbour", null, null, null), null)
                .state();
        Unit staffed = with(team(), holds("sam", Role.SCRUM_MASTER));
        Person person = Person.register("Sam Winter", null, List.of(), null).state();
        return List.of(
                Unit.found(UnitKind.TEAM, called("Payments"), "sig-payments"),
                team().revise(called("Payouts")),
                team().appoint(holds("sam", Role.SCRUM_MASTER)),
                staffed.end("sam-SCRUM_MASTER", TODAY),
                product.schedule(new Unit.Calendar(LocalDate.parse("2026-09-07"), 14)),
                Person.register("Sam Winter", "sam@harbour.example", List.of(), null),
                person.revise("Sam Summer", null, true),
                person.link(LINK),
                person.link(LINK).state().unlink(LINK),
                Waiver.waive(
                        Findings.of("team-payments", team(), RoleRules.DEFAULT, TODAY)
                                .get(0),
                        "Sam returns in January",
                        LocalDate.parse("2027-01-10"),
                        "ada",
                        Instant.parse("2026-11-24T09:00:00Z"),
                        TODAY));
    }
}
