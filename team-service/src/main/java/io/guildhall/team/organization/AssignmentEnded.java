package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;

/** A role was ended, with its last day. */
@About("A role was ended, with its last day")
@EventType("guildhall.team.assignment-ended.v1")
public record AssignmentEnded(String person, Role role, LocalDate on) implements DomainEvent {}
