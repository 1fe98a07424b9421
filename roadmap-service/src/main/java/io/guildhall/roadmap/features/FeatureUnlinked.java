package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.roadmap.shared.OutcomeId;

@EventType("guildhall.roadmap.feature-unlinked.v1")
@About("A feature is work without an outcome.")
public record FeatureUnlinked(
        @About("The outcome it was built for.") OutcomeId former) implements DomainEvent {}
