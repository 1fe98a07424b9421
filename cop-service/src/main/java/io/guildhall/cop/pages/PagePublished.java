package io.guildhall.cop.pages;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;

@EventType("guildhall.cop.page-published.v1")
@About("A page is published.")
public record PagePublished(
        @About("What it is called") String title,
        @About("When it is to be looked at again") LocalDate reviewBy) implements DomainEvent {}
