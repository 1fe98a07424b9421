package io.guildhall.roadmap.outcomes;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.guildhall.platform.access.Visibility;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that stops or slows work, as team-service published it last. Only team-service changes it.
 *
 * @param team the team that raised it
 * @param affectedTeams all teams it affects
 * @param features the features it stops, as far as somebody said so
 * @param holder the unit that is to remove it
 * @param answer what leadership answered last
 */
public record Impediment(
        String title,
        UnitId team,
        Instant raisedAt,
        List<UnitId> affectedTeams,
        List<FeatureId> features,
        Status status,
        Level level,
        @Nullable UnitId holder,
        @Nullable Answer answer,
        @Nullable Visibility visibility) {

    public Impediment {
        affectedTeams = affectedTeams == null ? List.of() : List.copyOf(affectedTeams);
        features = features == null ? List.of() : List.copyOf(features);
    }

    /** Whether it still has to be removed. */
    public enum Status {
        OPEN,
        RESOLVED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** Where it waits to be removed. */
    public enum Level {
        TEAM,
        SCRUM_OF_SCRUMS,
        EXECUTIVE_ACTION_TEAM,
        @JsonEnumDefaultValue
        UNKNOWN;

        boolean aboveTeam() {
            return this == SCRUM_OF_SCRUMS || this == EXECUTIVE_ACTION_TEAM;
        }
    }

    /** What leadership answered. */
    public record Answer(
            Kind kind,
            Instant at,
            @Nullable String reason,
            @Nullable LocalDate promisedFor) {

        /** The three answers there are. */
        public enum Kind {
            ACCEPTED,
            DECLINED,
            PROMISED,
            @JsonEnumDefaultValue
            UNKNOWN
        }
    }

    boolean open() {
        return status == Status.OPEN;
    }

    boolean affects(UnitId unit) {
        return team.equals(unit) || affectedTeams.contains(unit);
    }

    /** The day leadership has promised; null without a promise. */
    @Nullable
    LocalDate promised() {
        return answer != null && answer.kind() == Answer.Kind.PROMISED ? answer.promisedFor() : null;
    }
}
