package io.guildhall.cop.gatherings;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.gathering-held.v1")
@About("A gathering took place.")
public record GatheringHeld(@About("How many were there") int attended) implements DomainEvent {}
