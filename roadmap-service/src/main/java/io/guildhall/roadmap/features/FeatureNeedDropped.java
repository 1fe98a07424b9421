package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.roadmap.shared.UnitId;

@EventType("guildhall.roadmap.feature-need-dropped.v1")
@About("A feature can do without a team that it needed.")
public record FeatureNeedDropped(
        @About("The team that is not needed any more.") UnitId team) implements DomainEvent {}
