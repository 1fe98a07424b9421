package io.guildhall.cop.gatherings;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.gathering-action-reopened.v1")
@About("What was said to be done is to be done after all.")
public record GatheringActionReopened(
        @About("Tells it from the others of this gathering") String id,
        @About("What is to be done") String text) implements DomainEvent {}
