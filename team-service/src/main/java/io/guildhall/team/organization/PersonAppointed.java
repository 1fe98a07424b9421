package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person was given a role on a unit. */
@About("A person was given a role on a unit")
@EventType("guildhall.team.person-appointed.v1")
public record PersonAppointed(
        String person, Role role, LocalDate from, @Nullable LocalDate to) implements DomainEvent {}
