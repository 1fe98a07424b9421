package io.guildhall.cop.changes;

import io.guildhall.cop.pages.PageId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.change-taken.v1")
@About("A proposed text stands on the page.")
public record ChangeTaken(
        @About("Id of the page") PageId page,
        @About("What the page is called") String title) implements DomainEvent {}
