package io.guildhall.feed.subscription;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.guildhall.platform.access.Visibility;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one team needs of another, as team-service published it last.
 *
 * @param consumer the team that waits
 * @param producer the team it waits for
 * @param counterOffer the day that was offered last
 * @param history what was done, the newest last
 * @param scopes with {@code visibility}: who may see it
 */
public record Dependency(
        String title,
        String consumer,
        String producer,
        @Nullable LocalDate neededBy,
        @Nullable LocalDate committedBy,
        Status status,
        @Nullable CounterOffer counterOffer,
        @Nullable List<Move> history,
        Visibility visibility,
        List<String> scopes) {

    /** Another day than the one asked for. */
    public record CounterOffer(Side by, LocalDate date) {}

    /** The two teams. */
    public enum Side {
        CONSUMER,
        PRODUCER,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * One move.
     *
     * @param by whoever made it
     * @param because whoever changed the feature, where the move followed from that
     */
    public record Move(String move, String by, @Nullable String because) {}

    /** Empty where nothing was published of it. */
    public Optional<Move> lastMove() {
        return history == null || history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
    }

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
