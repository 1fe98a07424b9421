package io.guildhall.team.dependencies;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The moves of the two teams: each side has its own, and needs a role on its own team or above it. */
@Component
public class MoveDependency {

    private final Dependencies dependencies;
    private final Access access;
    private final Clock clock;

    MoveDependency(Dependencies dependencies, Access access, Clock clock) {
        this.dependencies = dependencies;
        this.access = access;
        this.clock = clock;
    }

    /** The producer commits; the consumer may commit to a day that the producer has offered, which accepts the offer. */
    public Stored<Dependency> commit(String id, @Nullable LocalDate by, CommandContext context) {
        Dependency seen = dependencies.get(id, context.actor()).state();
        Side side = mayCommit(seen, context.actor());
        if (side == Side.CONSUMER && by != null && !by.equals(offered(seen))) {
            throw Refusal.conflict(
                    "offer-only", "You can accept the day that was offered; counter it for another one.");
        }
        return move(id, context, (dependency, mover) -> dependency.commit(by, mover));
    }

    public Stored<Dependency> counter(String id, LocalDate day, @Nullable String reason, CommandContext context) {
        Dependency seen = dependencies.get(id, context.actor()).state();
        Side side = seen.answerDueFrom().orElse(Side.PRODUCER);
        access.require(context.actor(), "CounterDependency", team(seen, side));
        return move(id, context, (dependency, mover) -> dependency.counter(side, day, reason, mover));
    }

    public Stored<Dependency> decline(String id, @Nullable String reason, CommandContext context) {
        require(id, "DeclineDependency", Side.PRODUCER, context);
        return move(id, context, (dependency, mover) -> dependency.decline(reason, mover));
    }

    public Stored<Dependency> slip(String id, LocalDate day, @Nullable String reason, CommandContext context) {
        require(id, "SlipDependency", Side.PRODUCER, context);
        return move(id, context, (dependency, mover) -> dependency.slip(day, reason, mover));
    }

    public Stored<Dependency> deliver(String id, CommandContext context) {
        require(id, "DeliverDependency", Side.PRODUCER, context);
        return move(id, context, Dependency::deliver);
    }

    public Stored<Dependency> accept(String id, CommandContext context) {
        require(id, "AcceptDependency", Side.CONSUMER, context);
        return move(id, context, Dependency::accept);
    }

    public Stored<Dependency> withdraw(String id, @Nullable String reason, CommandContext context) {
        require(id, "WithdrawDependency", Side.CONSUMER, context);
        return move(id, context, (dependency, mover) -> dependency.withdraw(reason, mover));
    }

    public Stored<Dependency> needBy(String id, LocalDate day, CommandContext context) {
        require(id, "ChangeNeededBy", Side.CONSUMER, context);
        return move(id, context, (dependency, mover) -> dependency.needBy(day, false, mover));
    }

    /** The moves that this actor may make now. */
    public List<String> can(Dependency dependency, Actor actor) {
        List<String> can = new ArrayList<>();
        switch (dependency.status()) {
            case PROPOSED, COUNTERED -> {
                Side due = dependency.answerDueFrom().orElse(Side.PRODUCER);
                offer(can, dependency, actor, "CommitDependency", due);
                offer(can, dependency, actor, "CounterDependency", due);
                offer(can, dependency, actor, "DeclineDependency", Side.PRODUCER);
                offer(can, dependency, actor, "WithdrawDependency", Side.CONSUMER);
            }
            case COMMITTED -> {
                offer(can, dependency, actor, "SlipDependency", Side.PRODUCER);
                offer(can, dependency, actor, "DeliverDependency", Side.PRODUCER);
                offer(can, dependency, actor, "WithdrawDependency", Side.CONSUMER);
            }
            case DECLINED -> {
                offer(can, dependency, actor, "CommitDependency", Side.PRODUCER);
                offer(can, dependency, actor, "WithdrawDependency", Side.CONSUMER);
            }
            case DELIVERED -> offer(can, dependency, actor, "AcceptDependency", Side.CONSUMER);
            default -> {
                // accepted, withdrawn or of a newer version: nothing is left to do here
            }
        }
        if (dependency.feature() == null
                && dependency.status().open()
                && dependency.status() != DependencyStatus.DELIVERED) {
            offer(can, dependency, actor, "ChangeNeededBy", Side.CONSUMER);
        }
        return can;
    }

    private Side mayCommit(Dependency seen, Actor actor) {
        Side due = seen.answerDueFrom().orElse(Side.PRODUCER);
        access.require(actor, "CommitDependency", team(seen, due));
        return due;
    }

    private static @Nullable LocalDate offered(Dependency dependency) {
        return dependency.counterOffer() == null
                ? null
                : dependency.counterOffer().date();
    }

    private void require(String id, String useCase, Side side, CommandContext context) {
        Dependency seen = dependencies.get(id, context.actor()).state();
        access.require(context.actor(), useCase, team(seen, side));
    }

    private void offer(List<String> can, Dependency dependency, Actor actor, String useCase, Side side) {
        if (access.may(actor, useCase, List.of(team(dependency, side)))) {
            can.add(useCase);
        }
    }

    private Stored<Dependency> move(
            String id,
            CommandContext context,
            BiFunction<Dependency, Dependency.Mover, Change<Dependency>> transition) {
        Dependency.Mover mover = new Dependency.Mover(context.by(), context.at(), LocalDate.now(clock));
        return dependencies.change(id, context, dependency -> transition.apply(dependency, mover));
    }

    private static String team(Dependency dependency, Side side) {
        return side == Side.CONSUMER ? dependency.consumer() : dependency.producer();
    }
}
