package io.guildhall.feed.subscription;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one team needs of another, as team-service published it last.
 *
 * @param consumer the team that waits
 * @param producer the team it waits for
 */
public record Dependency(
        String title,
        String consumer,
        String producer,
        @Nullable LocalDate neededBy,
        @Nullable LocalDate committedBy,
        Status status) {

    /** Where the negotiation stands. */
    public enum Status {
        PROPOSED,
        COUNTERED,
        COMMITTED,
        DECLINED,
        DELIVERED,
        ACCEPTED,
        WITHDRAWN,
        @JsonEnumDefaultValue
        UNKNOWN;

        /** Whether nothing will come of it. */
        boolean off() {
            return this == DECLINED || this == WITHDRAWN;
        }
    }
}
