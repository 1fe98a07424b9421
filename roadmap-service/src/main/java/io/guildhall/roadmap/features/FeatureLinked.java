package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.roadmap.shared.OutcomeId;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.feature-linked.v1")
@About("A feature is built for an outcome.")
public record FeatureLinked(
        @About("The outcome.") OutcomeId outcome,

        @About("The outcome it was built for before.") @Nullable
        OutcomeId former)
        implements DomainEvent {}
