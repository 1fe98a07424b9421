package io.guildhall.team.dependencies;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Dependencies as the tests and the contracts show them. */
public final class DependencyExamples {

    static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    static final LocalDate NEEDED = LocalDate.parse("2026-12-04");
    static final Dependency.Mover SAM =
            new Dependency.Mover("person-sam", Instant.parse("2026-11-24T09:00:00Z"), TODAY);

    private DependencyExamples() {}

    static Dependency proposed() {
        return Dependency.propose("Ledger API v2", "team-payments", "team-ledger", null, NEEDED, SAM)
                .state();
    }

    static Dependency ofFeature() {
        return Dependency.propose("Ledger API v2", "team-payments", "team-ledger", "feature-payouts", NEEDED, SAM)
                .state();
    }

    static Dependency committed() {
        return proposed().commit(Side.PRODUCER, null, SAM).state();
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        return List.of(
                Dependency.propose("Ledger API v2", "team-payments", "team-ledger", "feature-payouts", NEEDED, SAM),
                proposed().commit(Side.PRODUCER, NEEDED, SAM),
                proposed().counter(Side.PRODUCER, NEEDED.plusDays(7), "After the audit", SAM),
                proposed().decline("No capacity this quarter", SAM),
                committed().slip(NEEDED.plusDays(8), "The audit takes longer", SAM),
                committed().deliver(SAM),
                committed().deliver(SAM).state().accept(SAM),
                proposed().withdraw("Solved without it", SAM),
                ofFeature().needBy(NEEDED.plusDays(3), true, SAM),
                ofFeature().handOver("team-payouts", SAM),
                ofFeature().describe("Ledger API v2, read only", Visibility.TEAM));
    }
}
