package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** The producer has said no, with a reason. */
@About("The producer has said no, with a reason")
@EventType("guildhall.team.dependency-declined.v1")
public record DependencyDeclined(String reason) implements DomainEvent {}
