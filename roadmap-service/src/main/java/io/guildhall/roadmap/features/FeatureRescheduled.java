package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.feature-rescheduled.v1")
@About("A feature is planned for another day; what it needs of other teams is needed by that day.")
public record FeatureRescheduled(
        @About("The day it was planned for.") @Nullable LocalDate from,
        @About("The day it is planned for now.") @Nullable LocalDate to,

        @About("The sprint that day ends, if it is planned by sprint.") @Nullable
        Integer sprint,

        @About("Why it moved.") @Nullable String reason)
        implements DomainEvent {}
