package io.guildhall.cop.findings;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waivers as the contracts show them. */
public final class FindingExamples {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private FindingExamples() {}

    static Change<Waiver> waived(@Nullable String reason, @Nullable LocalDate until) {
        return Waiver.waive(
                new Finding(
                        "finding-1",
                        CommunityRules.COMMUNITY_MEETS,
                        new CommunityId("community-1"),
                        "community-1",
                        "/communities/community-1",
                        "Facilitators does not meet regularly.",
                        "A community meets at least every 14 days."),
                Visibility.ORGANIZATION,
                reason,
                until,
                new PersonId("person-priya"),
                Instant.parse("2026-11-24T12:00:00Z"),
                TODAY);
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        return List.of(waived("Everybody is at the release until January", LocalDate.of(2027, 1, 10)));
    }
}
