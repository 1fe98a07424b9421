package io.guildhall.team.dependencies;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
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
        return move(
                id,
                "CommitDependency",
                MoveDependency::due,
                context,
                (dependency, mover) -> dependency.commit(due(dependency), by, mover));
    }

    public Stored<Dependency> counter(String id, LocalDate day, @Nullable String reason, CommandContext context) {
        return move(
                id,
                "CounterDependency",
                MoveDependency::due,
                context,
                (dependency, mover) -> dependency.counter(due(dependency), day, reason, mover));
    }

    public Stored<Dependency> decline(String id, @Nullable String reason, CommandContext context) {
        return move(
                id,
                "DeclineDependency",
                any -> Side.PRODUCER,
                context,
                (dependency, mover) -> dependency.decline(reason, mover));
    }

    public Stored<Dependency> slip(String id, LocalDate day, @Nullable String reason, CommandContext context) {
        return move(
                id,
                "SlipDependency",
                any -> Side.PRODUCER,
                context,
                (dependency, mover) -> dependency.slip(day, reason, mover));
    }

    public Stored<Dependency> deliver(String id, CommandContext context) {
        return move(id, "DeliverDependency", any -> Side.PRODUCER, context, Dependency::deliver);
    }

    public Stored<Dependency> accept(String id, CommandContext context) {
        return move(id, "AcceptDependency", any -> Side.CONSUMER, context, Dependency::accept);
    }

    public Stored<Dependency> withdraw(String id, @Nullable String reason, CommandContext context) {
        return move(
                id,
                "WithdrawDependency",
                any -> Side.CONSUMER,
                context,
                (dependency, mover) -> dependency.withdraw(reason, mover));
    }

    public Stored<Dependency> needBy(String id, LocalDate day, CommandContext context) {
        return move(
                id,
                "ChangeNeededBy",
                any -> Side.CONSUMER,
                context,
                (dependency, mover) -> dependency.needBy(day, false, mover));
    }

    /** The moves that this actor may make now. */
    public List<String> can(Dependency dependency, Actor actor) {
        List<String> can = new ArrayList<>();
        switch (dependency.status()) {
            case PROPOSED, COUNTERED -> {
                Side due = due(dependency);
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

    private void offer(List<String> can, Dependency dependency, Actor actor, String useCase, Side side) {
        if (access.may(actor, useCase, List.of(team(dependency, side)))) {
            can.add(useCase);
        }
    }

    /**
     * Whose turn it is, and for which team somebody speaks, is decided on the state that is changed: an earlier one may have
     * been countered or handed over since.
     */
    private Stored<Dependency> move(
            String id,
            String useCase,
            Function<Dependency, Side> side,
            CommandContext context,
            BiFunction<Dependency, Dependency.Mover, Change<Dependency>> transition) {
        var unused = dependencies.get(id, context.actor());
        Dependency.Mover mover = new Dependency.Mover(context.by(), context.at(), LocalDate.now(clock));
        return dependencies.change(id, context, present -> {
            access.require(context.actor(), useCase, team(present, side.apply(present)));
            return transition.apply(present, mover);
        });
    }

    private static Side due(Dependency dependency) {
        return dependency.answerDueFrom().orElse(Side.PRODUCER);
    }

    private static String team(Dependency dependency, Side side) {
        return side == Side.CONSUMER ? dependency.consumer() : dependency.producer();
    }
}
