package io.guildhall.cop.changes;

import io.guildhall.cop.pages.PageId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.change-declined.v1")
@About("A proposed text is not taken.")
public record ChangeDeclined(
        @About("Id of the page") PageId page,
        @About("What the page is called") String title,
        @About("Why") String reason)
        implements DomainEvent {}
