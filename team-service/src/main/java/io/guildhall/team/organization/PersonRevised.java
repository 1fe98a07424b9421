package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** A name or address was corrected, or somebody has left or come back. */
@About("A name or address was corrected, or somebody has left or come back")
@EventType("guildhall.team.person-revised.v1")
public record PersonRevised() implements DomainEvent {}
