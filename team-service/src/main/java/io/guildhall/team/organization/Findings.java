package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.CommandContext;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules about roles, as a pure function of a unit, the installation's choices and the day. */
public final class Findings {

    private final String id;
    private final Unit team;
    private final RoleRules rules;
    private final LocalDate today;
    private final List<Finding> found = new ArrayList<>();

    private Findings(String id, Unit team, RoleRules rules, LocalDate today) {
        this.id = id;
        this.team = team;
        this.rules = rules;
        this.today = today;
    }

    public static List<Finding> of(String id, Unit unit, RoleRules rules, LocalDate today) {
        if (unit.kind() != UnitKind.TEAM || unit.archived()) {
            return List.of();
        }
        Findings findings = new Findings(id, unit, rules, today);
        findings.oneScrumMaster();
        findings.partTime();
        findings.coScrumMaster();
        return List.copyOf(findings.found);
    }

    private void oneScrumMaster() {
        int masters = team.holding(Role.SCRUM_MASTER, today).size();
        if (masters != 1) {
            add(
                    RoleRules.ONE_SCRUM_MASTER,
                    null,
                    masters == 0
                            ? team.name() + " has no Scrum Master."
                            : team.name() + " has " + masters + " Scrum Masters.",
                    "Each team has exactly one active Scrum Master.");
        }
    }

    private void partTime() {
        for (Assignment master : team.holding(Role.SCRUM_MASTER, today)) {
            boolean develops = team.holding(Role.DEVELOPER, today).stream()
                    .anyMatch(developer -> developer.person().equals(master.person()));
            if (develops && master.coach() == null) {
                add(
                        RoleRules.PART_TIME_SCRUM_MASTER,
                        master.person(),
                        "The Scrum Master of " + team.name() + " also develops and has no coach.",
                        "A part-time Scrum Master has a senior Scrum Master as coach.");
            }
        }
    }

    private void coScrumMaster() {
        int members = team.membersOn(today).size();
        boolean large = members >= rules.largeTeam();
        for (Assignment second : team.holding(Role.CO_SCRUM_MASTER, today)) {
            boolean written = second.responsibilities() != null
                    && !second.responsibilities().isBlank();
            if (!large || !written) {
                add(
                        RoleRules.CO_SCRUM_MASTER,
                        second.person(),
                        large
                                ? "The co-Scrum Master of " + team.name() + " has no written responsibilities."
                                : team.name() + " has a co-Scrum Master with " + members + " members.",
                        "A second Scrum Master needs " + rules.largeTeam()
                                + " or more members and written responsibilities.");
            }
        }
    }

    private void add(String rule, @Nullable String person, String text, String cites) {
        if (rules.on(rule)) {
            String period = today.getYear() + "-Q" + today.get(IsoFields.QUARTER_OF_YEAR);
            String finding = person == null
                    ? CommandContext.derivedId("finding", rule, id, period)
                    : CommandContext.derivedId("finding", rule, id, person, period);
            found.add(new Finding(finding, rule, id, person, text, cites));
        }
    }
}
