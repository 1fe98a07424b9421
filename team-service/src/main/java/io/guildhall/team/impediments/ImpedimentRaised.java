package io.guildhall.team.impediments;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** Somebody of a team has said what is in the way. */
@About("Somebody of a team has said what is in the way")
@EventType("guildhall.team.impediment-raised.v1")
public record ImpedimentRaised(String title, String team) implements DomainEvent {}
