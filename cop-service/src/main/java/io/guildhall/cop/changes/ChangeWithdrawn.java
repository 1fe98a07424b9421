package io.guildhall.cop.changes;

import io.guildhall.cop.pages.PageId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.change-withdrawn.v1")
@About("Whoever proposed a text took it back.")
public record ChangeWithdrawn(
        @About("Id of the page") PageId page,
        @About("What the page is called") String title) implements DomainEvent {}
