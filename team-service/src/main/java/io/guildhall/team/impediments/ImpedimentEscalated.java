package io.guildhall.team.impediments;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** An impediment was passed up, with evidence. */
@About("An impediment was passed up, with evidence")
@EventType("guildhall.team.impediment-escalated.v1")
public record ImpedimentEscalated(Level to, String holder, Evidence evidence) implements DomainEvent {}
