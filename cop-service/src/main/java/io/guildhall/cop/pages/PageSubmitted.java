package io.guildhall.cop.pages;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.page-submitted.v1")
@About("A page is offered for review.")
public record PageSubmitted() implements DomainEvent {}
