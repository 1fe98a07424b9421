package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;

/** The producer has delivered. */
@About("The producer has delivered")
@EventType("guildhall.team.dependency-delivered.v1")
public record DependencyDelivered(LocalDate on) implements DomainEvent {}
