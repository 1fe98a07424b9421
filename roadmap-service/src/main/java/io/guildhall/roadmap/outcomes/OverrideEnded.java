package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.roadmap.override-ended.v1")
@About("What a person said against an assessment does not hold any more.")
public record OverrideEnded(
        @About("What that person had said.") Confidence state,

        @About("Whether its last day was over; otherwise somebody took it back.")
        boolean expired)
        implements DomainEvent {}
