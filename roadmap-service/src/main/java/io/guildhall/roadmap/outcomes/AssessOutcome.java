package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Cause;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.OutcomeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at how an outcome stands, and writes it down where that differs from what was written. The version is read first,
 * then all that is known, and the write only counts on that version; whoever lost looks again. Whoever has written looks
 * again, too: another look that began before this write may have found nothing to write, and seen what this one had not.
 * So it ends only when what is written is what is known.
 */
@Component
public class AssessOutcome {

    private static final int ATTEMPTS = 20;
    private static final Duration AT_LEAST_EVERY = Duration.ofDays(1);
    private static final Actor SERVICE = Actor.service("roadmap-service");

    private final Assessments assessments;
    private final GatherEvidence gather;
    private final AssessmentDues dues;
    private final Organization organization;
    private final Clock clock;

    AssessOutcome(
            Assessments assessments,
            GatherEvidence gather,
            AssessmentDues dues,
            Organization organization,
            Clock clock) {
        this.assessments = assessments;
        this.gather = gather;
        this.dues = dues;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * @param cause the event that led here; null when the passing of time did
     * @return when to look again although nothing happens, within a day; empty when there is no such outcome
     * @throws Refusal 503 when it keeps changing
     */
    public Optional<Instant> assess(OutcomeId id, @Nullable Cause cause) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Stored<OutcomeAssessment>> written = assessments.find(id);
            Optional<Evidence> known = gather.of(id);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Assessment found = Assessment.assess(known.get(), organization, now.atZone(clock.getZone()));
            if (!write(id, written.orElse(null), found, known.get().outcome(), now, cause)) {
                Instant again = again(now, found.nextDueAt());
                dues.bringForward(id, again);
                return Optional.of(again);
            }
        }
        throw Refusal.unavailable("busy", "This outcome changes too fast to be assessed; try again.");
    }

    /** Whether another look is needed: something was written, or somebody else was faster. */
    private boolean write(
            OutcomeId id,
            @Nullable Stored<OutcomeAssessment> written,
            Assessment found,
            Outcome outcome,
            Instant now,
            @Nullable Cause cause) {
        CommandContext context = new CommandContext(SERVICE, now, null, null, null, cause);
        if (written != null) {
            Change<OutcomeAssessment> change = written.state().become(found, outcome, now);
            if (change.events().isEmpty()) {
                return false;
            }
            assessments.store.replace(written, context, change);
            return true;
        }
        try {
            assessments.store.create(id.value(), context, OutcomeAssessment.first(found, outcome, now));
        } catch (Refusal refusal) {
            if (refusal.status() != 409) {
                throw refusal;
            }
        }
        return true;
    }

    private static Instant again(Instant now, @Nullable Instant next) {
        Instant tomorrow = now.plus(AT_LEAST_EVERY);
        return next == null || next.isAfter(tomorrow) ? tomorrow : next;
    }
}
