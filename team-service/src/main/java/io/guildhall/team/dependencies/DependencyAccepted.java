package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** The consumer has taken what was delivered. */
@About("The consumer has taken what was delivered")
@EventType("guildhall.team.dependency-accepted.v1")
public record DependencyAccepted() implements DomainEvent {}
