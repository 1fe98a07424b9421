package io.guildhall.team.impediments;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Leadership has accepted, declined or promised a date. */
@About("Leadership has accepted, declined or promised a date")
@EventType("guildhall.team.escalation-answered.v1")
public record EscalationAnswered(
        Impediment.Answer.Kind kind,
        @Nullable String reason,
        @Nullable LocalDate promisedFor) implements DomainEvent {}
