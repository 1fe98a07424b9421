package io.guildhall.roadmap.goal;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.product-goal-set.v1")
@About("The product has a goal, the first or another one.")
public record ProductGoalSet(
        @About("The goal in words.") String text,
        @About("The day it should be reached by.") @Nullable LocalDate until,

        @About("The goal it replaces; null for the first.") @Nullable
        String former)
        implements DomainEvent {}
