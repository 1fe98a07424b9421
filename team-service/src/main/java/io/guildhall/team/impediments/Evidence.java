package io.guildhall.team.impediments;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data an escalation carries. Leadership is asked with an impact, or with the plain statement that it is not known,
 * and with a structural change that would remove the cause.
 */
public record Evidence(
        @About("What it costs, in the words of the team; null where the impact is unknown") @Nullable
        String impact,

        @About("Whether the team says that it does not know the impact")
        boolean impactUnknown,

        @About("Working days lost so far by all affected teams, null where unknown") @Nullable
        Integer daysLost,

        @About("Ids of the affected teams, the raising team first")
        List<String> affectedTeams,

        @About("The structural change that is proposed") @Nullable
        String proposal,

        @About("The day an answer is needed by, yyyy-MM-dd") @Nullable
        LocalDate respondBy,

        @About("Ids of the runs of decision trees that led to it")
        List<String> records) {

    private static final int MOST_RECORDS = 5;

    public Evidence {
        affectedTeams = List.copyOf(affectedTeams);
        // Escalations that were stored before runs could be shown have none.
        records = records == null ? List.of() : List.copyOf(records);
        if (records.size() > MOST_RECORDS) {
            throw Refusal.invalid(
                            "records-too-many",
                            "An escalation carries at most " + MOST_RECORDS + " records; choose those that say most.")
                    .with("field", "records");
        }
        records.forEach(record -> Text.atMost("records", record, 100));
        Text.atMost("impact", impact, 1000);
        Text.atMost("proposal", proposal, 1000);
    }

    void requireForLeadership() {
        boolean impactSaid = impactUnknown || (impact != null && !impact.isBlank());
        boolean proposed = proposal != null && !proposal.isBlank();
        if (!impactSaid || !proposed) {
            throw Refusal.invalid(
                    "evidence-missing",
                    "Leadership is asked with an impact and a proposal: say what it costs, or that this is not known, and which"
                            + " structural change would remove the cause.");
        }
    }
}
