package io.guildhall.cop.changes;

import io.guildhall.cop.pages.PageId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.change-proposed.v1")
@About("Somebody proposes another text for a page.")
public record ChangeProposed(
        @About("Id of the page") PageId page,
        @About("What the page is called") String title,
        @About("What is changed, in a line") @Nullable String note)
        implements DomainEvent {}
