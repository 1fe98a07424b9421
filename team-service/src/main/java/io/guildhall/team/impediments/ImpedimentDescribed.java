package io.guildhall.team.impediments;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** Somebody has said more about an impediment, or corrected it. */
@About("Somebody has said more about an impediment, or corrected it")
@EventType("guildhall.team.impediment-described.v1")
public record ImpedimentDescribed(String title) implements DomainEvent {}
