package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;

/** The producer has promised a day. */
@About("The producer has promised a day")
@EventType("guildhall.team.dependency-committed.v1")
public record DependencyCommitted(LocalDate committedBy) implements DomainEvent {}
