package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.roadmap.shared.UnitId;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.feature-reassigned.v1")
@About("A feature belongs to another team.")
public record FeatureReassigned(
        @About("The team that had it.") @Nullable UnitId from,
        @About("The team that has it now.") @Nullable UnitId to) implements DomainEvent {}
