package io.guildhall.team.impediments;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** Somebody has told what was tried or what comes next. */
@About("Somebody has told what was tried or what comes next")
@EventType("guildhall.team.impediment-progressed.v1")
public record ImpedimentProgressed(String text) implements DomainEvent {}
