package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** Somebody of the organization became known. */
@About("Somebody of the organization became known")
@EventType("guildhall.team.person-registered.v1")
public record PersonRegistered() implements DomainEvent {}
