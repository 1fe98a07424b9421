package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.feature-planned.v1")
@About("A feature is on the roadmap.")
public record FeaturePlanned(
        @About("Its title.") String title,

        @About("The team that owns it, if one does.") @Nullable
        UnitId team,

        @About("The day it is planned to be finished.") @Nullable
        LocalDate date,

        @About("The outcome it is built for.") @Nullable OutcomeId outcome,
        @About("How far it is.") FeatureStatus status,
        @About("The teams it cannot do without.") List<Need> needs)
        implements DomainEvent {}
