package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** Another team waits now, because the feature is another team's. */
@About("Another team waits now, because the feature is another team's")
@EventType("guildhall.team.dependency-handed-over.v1")
public record DependencyHandedOver(String from, String to) implements DomainEvent {}
