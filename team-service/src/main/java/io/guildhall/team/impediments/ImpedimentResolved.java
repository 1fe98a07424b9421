package io.guildhall.team.impediments;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** An impediment is gone. */
@About("An impediment is gone")
@EventType("guildhall.team.impediment-resolved.v1")
public record ImpedimentResolved(String fix, boolean causeRemoved) implements DomainEvent {}
