package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.UnitId;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.outcome-revised.v1")
@About("An outcome has other words, another place, owner or other key results.")
public record OutcomeRevised(
        @About("What should be different for users.") String title,

        @About("The requirement area; null is the whole product.") @Nullable
        UnitId area,

        @About("The quarter, for example 2026-Q4.") Quarter quarter,
        @About("Who answers for it.") PersonId owner)
        implements DomainEvent {}
