package io.guildhall.team.dependencies;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one team needs of another. Both negotiate the date; the first move and the newest 199 stay in the history. */
public record Dependency(
        String title,
        @About("Id of the team that waits") String consumer,
        @About("Id of the team it waits for") String producer,

        @About("Id of the feature that needs it; null where it was asked for by itself") @Nullable
        String feature,

        @About("The day it is needed by; the feature's date where there is a feature") @Nullable
        LocalDate neededBy,

        @About("The day the producer committed to") @Nullable
        LocalDate committedBy,

        @Nullable CounterOffer counterOffer,
        DependencyStatus status,

        @About("The first move and the newest ones, oldest first")
        List<Move> history,

        @About("Id of whoever asked") String requestedBy,
        Visibility visibility,
        @About("Ids of the units it concerns: both teams") List<String> scopes) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int MOST_MOVES = 200;
    private static final Set<String> MOVES_OF_DAYS = Set.of("SLIPPED", "COUNTERED", "NEEDED_BY_MOVED");

    public Dependency {
        history = List.copyOf(history);
        scopes = List.copyOf(scopes);
    }

    /** Another date than the one asked for, offered by one side. */
    public record CounterOffer(
            Side by, LocalDate date, @Nullable String reason) {}

    /** One move. */
    public record Move(
            @About("What was done, for example COMMITTED or SLIPPED")
            String move,

            Instant at,
            String by,
            DependencyStatus from,
            DependencyStatus to,

            @About("The day it was about, null where it was about none") @Nullable
            LocalDate date,

            @Nullable String reason,

            @About("Id of whoever changed the feature, where the move followed from that") @Nullable
            String because) {}

    /**
     * Who moves and when.
     *
     * @param today bounds the dates that can be promised
     * @param because whoever changed the feature, where the move follows from that
     * @param why what they gave as their reason
     */
    public record Mover(
            String by,
            Instant at,
            LocalDate today,
            @Nullable String because,
            @Nullable String why) {

        public Mover(String by, Instant at, LocalDate today) {
            this(by, at, today, null, null);
        }

        private Move move(
                String name,
                DependencyStatus from,
                DependencyStatus to,
                @Nullable LocalDate day,
                @Nullable String reason) {
            return new Move(name, at, by, from, to, day, reason == null ? why : reason, because);
        }
    }

    public static Change<Dependency> propose(
            String title,
            String consumer,
            String producer,
            @Nullable String feature,
            @Nullable LocalDate neededBy,
            Mover mover) {
        return propose(title, consumer, producer, feature, neededBy, Visibility.ORGANIZATION, mover);
    }

    /** @param visibility where a feature asks, the feature's: its title tells as much as the feature does */
    static Change<Dependency> propose(
            String title,
            String consumer,
            String producer,
            @Nullable String feature,
            @Nullable LocalDate neededBy,
            Visibility visibility,
            Mover mover) {
        if (!isTitle(title)) {
            throw Refusal.invalid("bad-title", "Say in 1 to 200 characters what is needed.");
        }
        if (feature == null) {
            refusePast(neededBy, mover.today);
        }
        if (consumer.equals(producer)) {
            throw Refusal.invalid("waits-for-itself", "A team does not wait for itself; choose another team.");
        }
        Move asked = mover.move("PROPOSED", DependencyStatus.PROPOSED, DependencyStatus.PROPOSED, neededBy, null);
        Dependency proposed = new Dependency(
                title.strip(),
                consumer,
                producer,
                feature,
                neededBy,
                null,
                null,
                DependencyStatus.PROPOSED,
                List.of(asked),
                mover.by,
                visibility,
                List.of(consumer, producer));
        return Change.of(proposed, new DependencyProposed(consumer, producer, feature, neededBy));
    }

    /**
     * The producer promises a day. The consumer does so for it by accepting the day that the producer has offered.
     *
     * @param side whoever commits; the one that has to answer, and the producer after it has declined
     * @param day null for the day that was offered last, or needed
     */
    public Change<Dependency> commit(Side side, @Nullable LocalDate day, Mover mover) {
        require("commit to", DependencyStatus.PROPOSED, DependencyStatus.COUNTERED, DependencyStatus.DECLINED);
        if (side != answerDueFrom().orElse(Side.PRODUCER)) {
            throw Refusal.conflict("not-your-turn", "The other team answers next.");
        }
        if (side == Side.CONSUMER && day != null && counterOffer != null && !day.equals(counterOffer.date())) {
            throw Refusal.conflict(
                    "offer-only", "You can accept the day that was offered; counter it for another one.");
        }
        LocalDate offered = counterOffer != null ? counterOffer.date() : neededBy;
        LocalDate promised = day != null ? day : offered;
        if (promised == null) {
            throw Refusal.invalid("date-missing", "Say by which day it will be delivered.");
        }
        refusePast(promised, mover.today);
        return move(
                "COMMITTED",
                DependencyStatus.COMMITTED,
                neededBy,
                promised,
                null,
                promised,
                null,
                mover,
                new DependencyCommitted(promised));
    }

    /** One side offers another day. */
    public Change<Dependency> counter(Side side, LocalDate day, @Nullable String reason, Mover mover) {
        require("counter", DependencyStatus.PROPOSED, DependencyStatus.COUNTERED);
        if (counterOffer == null && side == Side.CONSUMER) {
            throw Refusal.conflict(
                    "nothing-to-counter", "The other team has not answered yet; change needed-by instead.");
        }
        if (counterOffer != null && counterOffer.by() == side) {
            throw Refusal.conflict("not-your-turn", "The other team answers your offer next.");
        }
        refusePast(day, mover.today);
        return move(
                "COUNTERED",
                DependencyStatus.COUNTERED,
                neededBy,
                committedBy,
                new CounterOffer(side, day, checked(reason)),
                day,
                reason,
                mover,
                new DependencyCountered(side, day, reason));
    }

    /** The producer says no, with a reason. */
    public Change<Dependency> decline(@Nullable String reason, Mover mover) {
        require("decline", DependencyStatus.PROPOSED, DependencyStatus.COUNTERED);
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason-missing", "Say why; the other team has to plan with that.");
        }
        return move(
                "DECLINED",
                DependencyStatus.DECLINED,
                neededBy,
                null,
                null,
                null,
                reason,
                mover,
                new DependencyDeclined(reason));
    }

    /** The producer moves the day it committed to. */
    public Change<Dependency> slip(LocalDate day, @Nullable String reason, Mover mover) {
        require("move the commitment of", DependencyStatus.COMMITTED);
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason-missing", "Say why it moves; the other team has to plan with that.");
        }
        refusePast(day, mover.today);
        if (day.equals(committedBy)) {
            return Change.none(this);
        }
        return move(
                "SLIPPED",
                DependencyStatus.COMMITTED,
                neededBy,
                day,
                null,
                day,
                reason,
                mover,
                new DependencySlipped(committedBy, day, reason));
    }

    public Change<Dependency> deliver(Mover mover) {
        require("deliver", DependencyStatus.COMMITTED);
        return move(
                "DELIVERED",
                DependencyStatus.DELIVERED,
                neededBy,
                committedBy,
                null,
                mover.today,
                null,
                mover,
                new DependencyDelivered(mover.today));
    }

    /** The consumer takes what was delivered. */
    public Change<Dependency> accept(Mover mover) {
        require("accept", DependencyStatus.DELIVERED);
        return move(
                "ACCEPTED",
                DependencyStatus.ACCEPTED,
                neededBy,
                committedBy,
                null,
                null,
                null,
                mover,
                new DependencyAccepted());
    }

    /** The consumer needs it no longer. */
    public Change<Dependency> withdraw(@Nullable String reason, Mover mover) {
        require(
                "withdraw",
                DependencyStatus.PROPOSED,
                DependencyStatus.COUNTERED,
                DependencyStatus.COMMITTED,
                DependencyStatus.DECLINED);
        return move(
                "WITHDRAWN",
                DependencyStatus.WITHDRAWN,
                neededBy,
                committedBy,
                null,
                null,
                reason,
                mover,
                new DependencyWithdrawn(reason));
    }

    /** Asks anew for what was withdrawn, when a feature needs it again; whoever does so has requested it now. */
    Change<Dependency> reopen(@Nullable LocalDate day, Mover mover) {
        require("reopen", DependencyStatus.WITHDRAWN);
        return asked(consumer, mover.by)
                .move(
                        "PROPOSED",
                        DependencyStatus.PROPOSED,
                        day,
                        null,
                        null,
                        day,
                        null,
                        mover,
                        new DependencyProposed(consumer, producer, feature, day));
    }

    /** It is called, or shown, otherwise, as the feature is that needs it. */
    Change<Dependency> describe(String newTitle, Visibility newVisibility) {
        Dependency described = new Dependency(
                newTitle,
                consumer,
                producer,
                feature,
                neededBy,
                committedBy,
                counterOffer,
                status,
                history,
                requestedBy,
                newVisibility,
                scopes);
        return described.equals(this) ? Change.none(this) : Change.of(described, new DependencyDescribed(newTitle));
    }

    /** Another team waits for it now. */
    Change<Dependency> handOver(String team, Mover mover) {
        if (team.equals(consumer)) {
            return Change.none(this);
        }
        return asked(team, requestedBy)
                .move(
                        "HANDED_OVER",
                        status,
                        neededBy,
                        committedBy,
                        counterOffer,
                        null,
                        null,
                        mover,
                        new DependencyHandedOver(consumer, team));
    }

    /** Who made the last move. */
    String movedLastBy() {
        return history.isEmpty() ? requestedBy : history.get(history.size() - 1).by();
    }

    /**
     * Moves the day it is needed by.
     *
     * @param byFeature whether the feature's date says so; by hand it is refused where a feature is linked
     */
    public Change<Dependency> needBy(@Nullable LocalDate day, boolean byFeature, Mover mover) {
        if (!byFeature && feature != null) {
            throw Refusal.conflict(
                    "feature-decides",
                    "The feature's date decides when this is needed; reschedule the feature instead.");
        }
        if (!byFeature) {
            refusePast(day, mover.today);
        }
        if (java.util.Objects.equals(day, neededBy)) {
            return Change.none(this);
        }
        require(
                "move needed-by of",
                DependencyStatus.PROPOSED,
                DependencyStatus.COUNTERED,
                DependencyStatus.COMMITTED,
                DependencyStatus.DECLINED);
        return move(
                "NEEDED_BY_MOVED",
                status,
                day,
                committedBy,
                counterOffer,
                day,
                null,
                mover,
                new NeededByMoved(neededBy, day, committedBy != null && day != null && committedBy.isAfter(day)));
    }

    /** Why the commitment is broken, empty where it holds: too late for the need, or past with nothing delivered. */
    public Optional<String> broken(LocalDate today) {
        if (status != DependencyStatus.COMMITTED || committedBy == null) {
            return Optional.empty();
        }
        if (committedBy.isBefore(today)) {
            return Optional.of("Committed by " + DAY.format(committedBy) + " and not delivered.");
        }
        if (neededBy != null && committedBy.isAfter(neededBy)) {
            return Optional.of("Committed by " + DAY.format(committedBy) + ", needed by " + DAY.format(neededBy) + ".");
        }
        return Optional.empty();
    }

    /** Whether a day of it was moved after that, and it still matters: slipped, countered or needed by another day. */
    public boolean changedSince(Instant since) {
        return status.needsDay()
                && history.stream()
                        .anyMatch(move ->
                                MOVES_OF_DAYS.contains(move.move()) && move.at().isAfter(since));
    }

    /** The side that has to answer next, empty where neither has to. */
    public Optional<Side> answerDueFrom() {
        if (status == DependencyStatus.PROPOSED) {
            return Optional.of(Side.PRODUCER);
        }
        if (status == DependencyStatus.COUNTERED && counterOffer != null) {
            return Optional.of(counterOffer.by() == Side.PRODUCER ? Side.CONSUMER : Side.PRODUCER);
        }
        return status == DependencyStatus.DELIVERED ? Optional.of(Side.CONSUMER) : Optional.empty();
    }

    private Dependency asked(String newConsumer, String newRequestedBy) {
        return new Dependency(
                title,
                newConsumer,
                producer,
                feature,
                neededBy,
                committedBy,
                counterOffer,
                status,
                history,
                newRequestedBy,
                visibility,
                List.of(newConsumer, producer));
    }

    private Change<Dependency> move(
            String name,
            DependencyStatus to,
            @Nullable LocalDate newNeededBy,
            @Nullable LocalDate newCommittedBy,
            @Nullable CounterOffer newOffer,
            @Nullable LocalDate day,
            @Nullable String reason,
            Mover mover,
            DomainEvent event) {
        List<Move> moves = new ArrayList<>(history);
        if (moves.size() >= MOST_MOVES) {
            // Never a reason to refuse: the log has all of them, and this one could not even be withdrawn.
            moves.remove(1);
        }
        moves.add(mover.move(name, status, to, day, checked(reason)));
        Dependency moved = new Dependency(
                title,
                consumer,
                producer,
                feature,
                newNeededBy,
                newCommittedBy,
                newOffer,
                to,
                moves,
                requestedBy,
                visibility,
                scopes);
        return Change.of(moved, event);
    }

    private void require(String what, DependencyStatus... allowed) {
        for (DependencyStatus candidate : allowed) {
            if (status == candidate) {
                return;
            }
        }
        throw Refusal.conflict(
                "wrong-state",
                "One cannot " + what + " a dependency that is " + status + "; reload to see what happened.");
    }

    private static void refusePast(@Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isBefore(today)) {
            throw Refusal.invalid("date-in-the-past", "Choose today or a later day.");
        }
    }

    static boolean isTitle(String title) {
        return !title.isBlank() && title.length() <= 200;
    }

    private static @Nullable String checked(@Nullable String reason) {
        if (reason != null && reason.length() > 1000) {
            throw Refusal.invalid("text-too-long", "'reason' takes up to 1000 characters.");
        }
        return reason;
    }
}
