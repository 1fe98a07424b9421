package io.guildhall.cop.communities;

import io.guildhall.cop.schedule.Cadence;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.cadence-set.v1")
@About("The community meets in this rhythm from the first day on.")
public record CadenceSet(Cadence cadence) implements DomainEvent {}
