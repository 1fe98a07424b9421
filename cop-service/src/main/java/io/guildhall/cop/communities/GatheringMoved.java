package io.guildhall.cop.communities;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.gathering-moved.v1")
@About("A gathering takes place at another time.")
public record GatheringMoved(
        @About("The day the cadence names") LocalDate on,
        @About("When it begins, on the clocks of the zone") LocalDateTime begins,
        @About("IANA time zone") ZoneId zone,
        @About("Why, where somebody said so") @Nullable String reason)
        implements DomainEvent {}
