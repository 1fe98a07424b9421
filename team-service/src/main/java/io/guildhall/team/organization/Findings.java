package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.CommandContext;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/** The rules about roles, as a pure function of a unit and the day. The numbers are the method's examples. */
public final class Findings {

    /** A second Scrum Master makes sense from this many members. */
    static final int LARGE_TEAM = 15;

    private Findings() {}

    public static List<Finding> of(String id, Unit unit, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (unit.kind() != UnitKind.TEAM || unit.archived()) {
            return findings;
        }
        oneScrumMaster(id, unit, today, findings);
        partTime(id, unit, today, findings);
        coScrumMaster(id, unit, today, findings);
        return findings;
    }

    private static void oneScrumMaster(String id, Unit team, LocalDate today, List<Finding> findings) {
        int masters = team.holding(Role.SCRUM_MASTER, today).size();
        if (masters != 1) {
            findings.add(finding(
                    "one-scrum-master",
                    id,
                    masters == 0
                            ? team.name() + " has no Scrum Master."
                            : team.name() + " has " + masters + " Scrum Masters.",
                    "Each team has exactly one active Scrum Master.",
                    today));
        }
    }

    private static void partTime(String id, Unit team, LocalDate today, List<Finding> findings) {
        for (Assignment master : team.holding(Role.SCRUM_MASTER, today)) {
            boolean develops = team.holding(Role.DEVELOPER, today).stream()
                    .anyMatch(developer -> developer.person().equals(master.person()));
            if (develops && master.coach() == null) {
                findings.add(finding(
                        "part-time-scrum-master",
                        id,
                        "The Scrum Master of " + team.name() + " also develops and has no coach.",
                        "A part-time Scrum Master has a senior Scrum Master as coach.",
                        today));
            }
        }
    }

    private static void coScrumMaster(String id, Unit team, LocalDate today, List<Finding> findings) {
        for (Assignment second : team.holding(Role.CO_SCRUM_MASTER, today)) {
            boolean large = team.membersOn(today).size() >= LARGE_TEAM;
            boolean written = second.responsibilities() != null
                    && !second.responsibilities().isBlank();
            if (!large || !written) {
                findings.add(finding(
                        "co-scrum-master",
                        id,
                        large
                                ? "The co-Scrum Master of " + team.name() + " has no written responsibilities."
                                : team.name() + " has a co-Scrum Master with "
                                        + team.membersOn(today).size() + " members.",
                        "A second Scrum Master needs " + LARGE_TEAM + " or more members and written responsibilities.",
                        today));
            }
        }
    }

    private static Finding finding(String rule, String unit, String text, String cites, LocalDate today) {
        String period = today.getYear() + "-Q" + today.get(IsoFields.QUARTER_OF_YEAR);
        return new Finding(CommandContext.derivedId("finding", rule, unit, period), rule, unit, text, cites);
    }
}
