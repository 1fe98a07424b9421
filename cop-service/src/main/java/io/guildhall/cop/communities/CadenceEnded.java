package io.guildhall.cop.communities;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;

@EventType("guildhall.cop.cadence-ended.v1")
@About("The community does not meet regularly any more.")
public record CadenceEnded(@About("From this day on") LocalDate from) implements DomainEvent {}
