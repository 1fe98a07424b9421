package io.guildhall.team.organization;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of the method that does not apply to a unit for a while, with the reason. */
public record Waiver(
        @About("The rule, for example one-scrum-master") String rule,
        @About("Id of the unit") String unit,
        @About("What the finding said") String text,
        String reason,
        String by,
        Instant at,

        @About("The last day it holds; null for the whole period of the finding") @Nullable
        LocalDate until,

        Visibility visibility,
        List<String> scopes) {

    public Waiver {
        scopes = List.copyOf(scopes);
    }

    public static Change<Waiver> waive(
            Finding finding, String reason, @Nullable LocalDate until, String by, Instant at, LocalDate today) {
        if (reason.isBlank() || reason.length() > 1000) {
            throw Refusal.invalid("reason-missing", "Say in 1 to 1000 characters why the rule does not apply here.");
        }
        if (until != null && until.isBefore(today)) {
            throw Refusal.invalid("until-in-the-past", "A waiver holds until today or later.");
        }
        Waiver waiver = new Waiver(
                finding.rule(),
                finding.unit(),
                finding.text(),
                reason.strip(),
                by,
                at,
                until,
                Visibility.ORGANIZATION,
                List.of(finding.unit()));
        return Change.of(
                waiver, new FindingWaived(finding.rule(), finding.unit(), finding.text(), waiver.reason, until));
    }

    public boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
