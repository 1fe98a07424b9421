package io.guildhall.roadmap.features;

import io.guildhall.platform.access.Visibility;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one team needs of another, as team-service published it last. Only team-service changes it.
 *
 * @param consumer the team that waits
 * @param producer the team it waits for
 * @param feature the feature that cannot be finished without it
 * @param counterOffer the last date that one of the two offered instead
 * @param history every move, oldest first
 * @param scopes the units involved
 */
public record Dependency(
        String title,
        UnitId consumer,
        UnitId producer,
        @Nullable FeatureId feature,
        @Nullable LocalDate neededBy,
        @Nullable LocalDate committedBy,
        @Nullable CounterOffer counterOffer,
        DependencyStatus status,
        List<Move> history,
        @Nullable Visibility visibility,
        List<String> scopes) {

    public Dependency {
        history = history == null ? List.of() : List.copyOf(history);
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }

    /** Another date, offered instead of the one asked for. */
    public record CounterOffer(
            @Nullable String by,
            @Nullable LocalDate date,
            @Nullable String reason) {}

    /** One move; {@code date} where it set one. */
    public record Move(
            @Nullable String move,
            @Nullable Instant at,
            @Nullable LocalDate date) {

        boolean slip() {
            return move != null && move.startsWith("SLIP");
        }
    }

    /** Whether the feature still waits for it: neither fulfilled nor taken back. */
    public boolean pending() {
        return status == DependencyStatus.PROPOSED
                || status == DependencyStatus.COUNTERED
                || status == DependencyStatus.COMMITTED
                || status == DependencyStatus.DECLINED;
    }

    public boolean answered() {
        return status != DependencyStatus.PROPOSED && status != DependencyStatus.COUNTERED;
    }

    /** A commitment that comes too late, or whose day has passed with nothing delivered. */
    public boolean broken(LocalDate today) {
        return status == DependencyStatus.COMMITTED
                && committedBy != null
                && ((neededBy != null && committedBy.isAfter(neededBy)) || committedBy.isBefore(today));
    }

    /** Whether its commitment was moved after it had been made. */
    public boolean slipped() {
        return lastDated() != null && lastDated().slip();
    }

    /** When it was asked for. */
    public @Nullable Instant askedAt() {
        return history.isEmpty() ? null : history.get(0).at();
    }

    /** When it came to stand as it stands: the last move. */
    public @Nullable Instant movedAt() {
        return history.isEmpty() ? null : history.get(history.size() - 1).at();
    }

    /** When its dates came to be as they are. */
    public @Nullable Instant datedAt() {
        Move dated = lastDated();
        return dated == null ? movedAt() : dated.at();
    }

    private @Nullable Move lastDated() {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).date() != null) {
                return history.get(i);
            }
        }
        return null;
    }
}
