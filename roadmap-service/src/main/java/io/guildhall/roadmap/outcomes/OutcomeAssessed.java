package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.outcome-assessed.v1")
@About("It is known anew how an outcome stands, or why.")
public record OutcomeAssessed(
        @About("How it stood before; null at first.") @Nullable
        Confidence from,

        @About("How it stands.") Confidence to,
        @About("The main reason in one line.") @Nullable String reason)
        implements DomainEvent {}
