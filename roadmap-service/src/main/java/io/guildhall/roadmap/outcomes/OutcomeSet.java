package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.UnitId;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.outcome-set.v1")
@About("The product, or an area, wants to reach something within a quarter.")
public record OutcomeSet(
        @About("What should be different for users.") String title,

        @About("The requirement area; null is the whole product.") @Nullable
        UnitId area,

        @About("The quarter, for example 2026-Q4.") Quarter quarter,
        @About("Who answers for it.") PersonId owner,

        @About("The outcome of an earlier quarter that it continues.") @Nullable
        OutcomeId copiedFrom)
        implements DomainEvent {}
