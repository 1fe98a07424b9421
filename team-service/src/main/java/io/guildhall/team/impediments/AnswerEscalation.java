package io.guildhall.team.impediments;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leadership accepts, declines with a reason, or promises a date. */
@Component
public class AnswerEscalation {

    private final Impediments impediments;
    private final Access access;
    private final Clock clock;

    AnswerEscalation(Impediments impediments, Access access, Clock clock) {
        this.impediments = impediments;
        this.access = access;
        this.clock = clock;
    }

    public record Command(
            Impediment.Answer.Kind kind,
            @Nullable String reason,
            @Nullable LocalDate promisedFor) {}

    public Stored<Impediment> answer(ImpedimentId id, Command command, CommandContext context) {
        impediments.get(id, context.actor());
        access.require(context.actor(), "AnswerEscalation", Access.ROOT);
        return impediments.change(
                id,
                context,
                impediment -> impediment.answer(
                        command.kind(),
                        command.reason(),
                        command.promisedFor(),
                        context.by(),
                        context.at(),
                        LocalDate.now(clock)));
    }
}
