package io.guildhall.cop.communities;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.gathering-cancelled.v1")
@About("A gathering does not take place.")
public record GatheringCancelled(
        @About("The day the cadence names") LocalDate on,
        @About("Why, where somebody said so") @Nullable String reason) implements DomainEvent {}
