package io.guildhall.cop.findings;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of the method that does not apply in a community for a while, with the reason. */
public record Waiver(
        @About("The rule, for example community-meets") String rule,
        @About("Id of the community") CommunityId community,

        @About("Id of the community, the gathering or the page that the finding is about")
        String subject,

        @About("What the finding said") String text,
        @About("Why the rule does not apply") String reason,
        @About("Id of the person who waived it") PersonId by,
        @About("When") Instant at,

        @About("The last day it holds; null for the whole period of the finding") @Nullable
        LocalDate until,

        Visibility visibility,

        @About("Id of the community, for whoever may see it")
        List<String> scopes) {

    private static final int REASON = 1000;

    public Waiver {
        scopes = List.copyOf(scopes);
    }

    /** @throws Refusal 422 without a reason, or when it would be over already */
    static Change<Waiver> waive(
            Finding finding,
            Visibility visibility,
            @Nullable String reason,
            @Nullable LocalDate until,
            PersonId by,
            Instant at,
            LocalDate today) {
        String said = Wording.required("reason", reason, REASON);
        if (until != null && until.isBefore(today)) {
            throw Refusal.invalid("until-in-the-past", "A waiver holds until today or later.")
                    .with("field", "until");
        }
        Waiver waiver = new Waiver(
                finding.rule(),
                finding.community(),
                finding.subject(),
                finding.text(),
                said,
                by,
                at,
                until,
                visibility,
                List.of(finding.community().value()));
        return Change.of(waiver, new FindingWaived(finding.rule(), finding.community(), finding.text(), said, until));
    }

    boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
