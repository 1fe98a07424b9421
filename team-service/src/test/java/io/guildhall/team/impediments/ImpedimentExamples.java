package io.guildhall.team.impediments;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Impediments as the tests and the contracts show them. */
public final class ImpedimentExamples {

    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    static final String TEAM = "team-payments";
    static final String SOS = "sos-harbour";
    static final String SM = "person-sam";
    static final String LEADER = "person-lena";

    private ImpedimentExamples() {}

    static Impediment.Details noDetails() {
        return new Impediment.Details(ImpedimentScope.UNKNOWN, null, null, List.of(), List.of(), null);
    }

    static Impediment raised() {
        return Impediment.raise("The test environment is down", TEAM, SM, MONDAY, noDetails(), Visibility.ORGANIZATION)
                .state();
    }

    static Evidence evidence() {
        return new Evidence(
                "Two teams cannot release",
                false,
                6,
                List.of(TEAM),
                "Give the teams their own environments",
                LocalDate.parse("2026-11-30"),
                List.of("run-1"));
    }

    static Impediment withLeadership() {
        return raised().escalate(Level.EXECUTIVE_ACTION_TEAM, "product", evidence(), SM, MONDAY)
                .state();
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        Impediment raised = raised();
        return List.of(
                Impediment.raise(
                        "The test environment is down", TEAM, SM, MONDAY, noDetails(), Visibility.ORGANIZATION),
                raised.describe(
                        null,
                        new Impediment.Details(
                                ImpedimentScope.CROSS_TEAM,
                                "Environments",
                                "Release 12",
                                List.of("team-ledger"),
                                List.of("feature-instant-payouts"),
                                6)),
                raised.support("person-dev", "team-ledger"),
                raised.update("Restarted it twice", "Ask platform", "Platform team", SM, MONDAY),
                raised.escalate(Level.SCRUM_OF_SCRUMS, SOS, evidence(), SM, MONDAY),
                withLeadership()
                        .answer(
                                Impediment.Answer.Kind.PROMISED,
                                null,
                                LocalDate.parse("2026-12-04"),
                                LEADER,
                                MONDAY,
                                LocalDate.parse("2026-11-24")),
                withLeadership().resolve("Each team has its own environment", true, "community-1", SM, MONDAY));
    }
}
