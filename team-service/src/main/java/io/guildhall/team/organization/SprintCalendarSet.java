package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;

/** The sprints of all teams were scheduled. */
@About("The sprints of all teams were scheduled")
@EventType("guildhall.team.sprint-calendar-set.v1")
public record SprintCalendarSet(LocalDate firstStart, int lengthDays) implements DomainEvent {}
