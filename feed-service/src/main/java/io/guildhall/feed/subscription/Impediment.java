package io.guildhall.feed.subscription;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.guildhall.platform.access.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is in the way, as team-service published it last.
 *
 * @param holder the unit that is to remove it
 * @param escalations the steps up, the newest last
 * @param updates what was tried, the newest last
 * @param scopes with {@code visibility}: who may see it
 */
public record Impediment(
        String title,
        @Nullable State status,
        @Nullable Level level,
        @Nullable String holder,
        @Nullable List<Escalation> escalations,
        @Nullable List<Update> updates,
        @Nullable Answer answer,
        Visibility visibility,
        List<String> scopes) {

    /** Whether it still has to be removed. */
    public enum State {
        OPEN,
        RESOLVED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** How far up it has gone. */
    public enum Level {
        TEAM,
        SCRUM_OF_SCRUMS,
        EXECUTIVE_ACTION_TEAM,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** One step up. */
    public record Escalation(
            Instant at, String by, @Nullable Evidence evidence) {}

    /** What went along; {@code respondBy} where an answer is needed by a day. */
    public record Evidence(@Nullable LocalDate respondBy) {}

    /** A note of what was tried. */
    public record Update(Instant at, String by) {}

    /** What leadership answered; {@code promisedFor} where it promised a day. */
    public record Answer(@Nullable LocalDate promisedFor) {}

    /** Empty while it has not gone up. */
    public Optional<Escalation> lastEscalation() {
        return escalations == null || escalations.isEmpty()
                ? Optional.empty()
                : Optional.of(escalations.get(escalations.size() - 1));
    }

    /** Whether somebody else than whoever passed it on has taken it up since. */
    public boolean takenUpSince(Escalation escalation) {
        return updates != null
                && updates.stream()
                        .anyMatch(update -> update.at().isAfter(escalation.at())
                                && !update.by().equals(escalation.by()));
    }
}
