package io.guildhall.cop.pages;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.page-sent-back.v1")
@About("A reviewer asks for something before a page is published.")
public record PageSentBack(@About("What is asked for") String remark) implements DomainEvent {}
