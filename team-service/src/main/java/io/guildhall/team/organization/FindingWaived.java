package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A rule does not apply to a unit for a while. */
@About("A rule does not apply to a unit for a while")
@EventType("guildhall.team.finding-waived.v1")
public record FindingWaived(
        String rule,
        String unit,
        String text,
        String reason,
        @Nullable LocalDate until) implements DomainEvent {}
