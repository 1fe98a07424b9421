package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

/** The consumer needs it no longer. */
@About("The consumer needs it no longer")
@EventType("guildhall.team.dependency-withdrawn.v1")
public record DependencyWithdrawn(@Nullable String reason) implements DomainEvent {}
