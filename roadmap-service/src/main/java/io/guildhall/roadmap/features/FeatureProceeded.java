package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.roadmap.feature-proceeded.v1")
@About("A feature is further than before, or further back.")
public record FeatureProceeded(
        @About("The status before.") FeatureStatus from,
        @About("The status now.") FeatureStatus to) implements DomainEvent {}
