package io.guildhall.team.dependencies;

import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.team.shown.Ref;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A dependency as it is shown.
 *
 * @param broken whether its commitment is too late, or past with nothing delivered; {@code brokenReason} says which
 * @param can the moves that the reader may make now
 */
public record DependencyView(
        String id,
        long version,
        String title,
        Ref consumer,
        Ref producer,
        @Nullable String feature,
        @Nullable LocalDate neededBy,
        @Nullable LocalDate committedBy,
        Dependency.@Nullable CounterOffer counterOffer,
        DependencyStatus status,
        boolean broken,
        @Nullable String brokenReason,
        List<MoveView> history,
        Visibility visibility,
        List<String> can) {

    /** One move, with the name of whoever made it, and of whoever changed the feature where it followed from that. */
    public record MoveView(
            String move,
            Instant at,
            Ref by,
            DependencyStatus from,
            DependencyStatus to,
            @Nullable LocalDate date,
            @Nullable String reason,
            @Nullable Ref because) {}

    /** Makes views for one reader. */
    @Component
    public static class Views {

        private final Scopes scopes;
        private final MoveDependency move;
        private final Clock clock;

        Views(Scopes scopes, MoveDependency move, Clock clock) {
            this.scopes = scopes;
            this.move = move;
            this.clock = clock;
        }

        public DependencyView of(Stored<Dependency> stored, Actor reader) {
            Dependency state = stored.state();
            String brokenReason = state.broken(LocalDate.now(clock)).orElse(null);
            return new DependencyView(
                    stored.id(),
                    stored.version(),
                    state.title(),
                    Ref.unit(state.consumer(), scopes),
                    Ref.unit(state.producer(), scopes),
                    state.feature(),
                    state.neededBy(),
                    state.committedBy(),
                    state.counterOffer(),
                    state.status(),
                    brokenReason != null,
                    brokenReason,
                    state.history().stream()
                            .map(one -> new MoveView(
                                    one.move(),
                                    one.at(),
                                    Ref.person(one.by(), scopes),
                                    one.from(),
                                    one.to(),
                                    one.date(),
                                    one.reason(),
                                    one.because() == null ? null : Ref.person(one.because(), scopes)))
                            .toList(),
                    state.visibility(),
                    move.can(state, reader));
        }
    }
}
