package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** What a dependency is called, or who sees it, has changed with the feature that needs it. */
@About("What a dependency is called, or who sees it, has changed with the feature that needs it")
@EventType("guildhall.team.dependency-described.v1")
public record DependencyDescribed(String title) implements DomainEvent {}
