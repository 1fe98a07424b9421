package io.guildhall.team.impediments;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** Somebody else has the same impediment. */
@About("Somebody else has the same impediment")
@EventType("guildhall.team.impediment-supported.v1")
public record ImpedimentSupported(String supporter) implements DomainEvent {}
