package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** A unit was renamed, described anew or moved. */
@About("A unit was renamed, described anew or moved")
@EventType("guildhall.team.unit-revised.v1")
public record UnitRevised(String name) implements DomainEvent {}
