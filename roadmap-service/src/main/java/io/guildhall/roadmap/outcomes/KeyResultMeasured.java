package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.roadmap.key-result-measured.v1")
@About("A key result was measured.")
public record KeyResultMeasured(
        @About("The key result.") KeyResultId keyResult,
        @About("Its name.") String name,
        @About("The value, in the unit of the key result.") double value)
        implements DomainEvent {}
