package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.roadmap.shared.UnitId;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.feature-need-added.v1")
@About("A feature cannot do without another team.")
public record FeatureNeedAdded(
        @About("The team that is needed.") UnitId team,
        @About("What is needed of it.") @Nullable String note) implements DomainEvent {}
