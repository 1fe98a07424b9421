package io.guildhall.cop.communities;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;

@EventType("guildhall.cop.gathering-restored.v1")
@About("A gathering takes place when the cadence says, after all.")
public record GatheringRestored(
        @About("The day the cadence names") LocalDate on) implements DomainEvent {}
