package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** A unit of the organization has come to be. */
@About("A unit of the organization has come to be")
@EventType("guildhall.team.unit-founded.v1")
public record UnitFounded(UnitKind kind, String name) implements DomainEvent {}
