package io.guildhall.cop.pages;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;

@EventType("guildhall.cop.page-confirmed.v1")
@About("Somebody has looked at a page: it still holds.")
public record PageConfirmed(
        @About("When it is to be looked at again") LocalDate reviewBy) implements DomainEvent {}
