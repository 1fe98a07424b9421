package io.guildhall.cop.gatherings;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.gathering-action-done.v1")
@About("What people agreed to do is done.")
public record GatheringActionDone(
        @About("Tells it from the others of this gathering") String id,
        @About("What was to be done") String text) implements DomainEvent {}
